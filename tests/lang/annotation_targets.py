# An annotated target without a value: its parts are evaluated, nothing is looked up or stored.
def say(text, value=None):
    print(text, end=" ")
    return value


class Loud:
    def __getattr__(self, name):
        print("got", name, end=" ")

    def __getitem__(self, key):
        print("item", key, end=" ")

    def __setitem__(self, key, value):
        print("set", key, value, end=" ")


loud = Loud()
say("a", loud).x: say("b")
print()
say("a", loud)[say("b")]: say("c")
print()
say("a", loud)[say("b"):say("c"), say("d")]: say("e")
print()
say("a", loud)[say("b")]: say("c") = say("d")
print()
say("a", loud).x.y: say("b")
print()
(name): say("a")
print()


def function():
    say("a", loud)[say("b")]: say("never")


function()
print()


class Body:
    say("a", loud).x: say("b")


print(Body.__dict__.get("__annotations__"), "name" in globals())
