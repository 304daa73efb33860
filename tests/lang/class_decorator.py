# Decorators of classes.
def tag(name):
    def decorate(cls):
        print("decorate", cls.__name__)
        cls.tag = name
        return cls
    return decorate


@tag("a")
@tag("b")
class C: pass
print(C.tag)
