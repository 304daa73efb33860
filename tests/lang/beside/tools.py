"""The tools."""
print("running", __name__)
PUBLIC = [1, 2]
_private = 3
def add(a, b):
    return a + b
def call():
    return add(4, 5)
def __getattr__(name):
    if name.startswith("lazy"):
        return "made " + name
    raise AttributeError("no " + name)
def fail(x):
    return (1 +
            2 / x)
if __name__ == "__main__":
    print("not reached")
