# with enters and leaves a context.
class Context:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__)
        return self.swallow


with Context("a") as a, Context("b"):
    print("inside", a.name)
with Context("c", swallow=True):
    1 / 0
print("after")
