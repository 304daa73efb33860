# __init_subclass__ runs for each derived class.
class Plugin:
    registry = []

    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, name))


class A(Plugin, name="a"): pass
class B(Plugin): pass
class C(A, name="c"): pass
print(Plugin.registry)
