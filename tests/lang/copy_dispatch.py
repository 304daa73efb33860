# How copy and deepcopy decide: tables, classes, hooks, copyreg, __reduce_ex__, names; and what goes wrong.
import copy
import copyreg
import functools
import types
import weakref

class Meta(type):
    pass
class Plain(metaclass=Meta):
    pass
class Sub(list):
    pass
class Both:
    def __copy__(self):
        return "shallow"
    def __deepcopy__(self, memo):
        return ["deep", type(memo).__name__]
class InstanceHook:
    def __init__(self):
        self.__deepcopy__ = self.__copy__ = str
class ClassHook:
    @classmethod
    def __deepcopy__(cls, memo):
        return cls.__name__
    @staticmethod
    def __copy__(x):
        return "static"
class NoHook:
    __deepcopy__ = None
    __copy__ = None
    def __init__(self):
        self.v = 1
class ReduceString:
    def __reduce__(self):
        return "only"
class ReduceEx:
    def __reduce_ex__(self, protocol):
        return (str, (protocol,))
class NoReduce:
    __reduce_ex__ = None
    def __reduce__(self):
        return (list, ((1, 2),))
class Nothing:
    __reduce_ex__ = None
    __reduce__ = None
class BadTuple:
    def __reduce__(self):
        return (list,)
class BadNumber:
    def __reduce__(self):
        return 5
class Long:
    def __reduce__(self):
        return (list, (), None, None, None, None, None)
class BadArgs:
    def __reduce__(self):
        return (list, 5)
class BadState:
    __slots__ = ()
    def __reduce__(self):
        return (BadState, (), {"a": 1})
class BadSlots:
    def __reduce__(self):
        return (BadSlots, (), (None, [1]))
class BadPairs:
    def __reduce__(self):
        return (dict, (), None, None, iter([(1, 2, 3)]))
class BadPairs2:
    def __reduce__(self):
        return (dict, (), None, None, iter([5]))
class StateTuple:
    def __reduce__(self):
        return (StateTuple, (), ({"a": 1}, {"b": 2}))
class SetState:
    def __reduce__(self):
        return (SetState, (), 0)
    def __setstate__(self, state):
        self.got = state
class Kw:
    def __new__(cls, *, size):
        self = object.__new__(cls)
        self.size = size
        return self
    def __getnewargs_ex__(self):
        return (), {"size": self.size}

def tell(f, x):
    try:
        y = f(x)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, str(e).replace("__main__.", ""))
    if y is x:
        return "same"
    return "%s %s" % (type(y).__name__, getattr(y, "__dict__", y if isinstance(y, (str, list, dict)) else ""))


things = [None, 1, 1.5, 1j, True, "s", b"b", ..., NotImplemented, range(3), slice(1, 2), len, tell, property(), Plain, int,
          Meta, (lambda: 0).__code__, (1, 2), (1, [2]), frozenset([1]), {1}, bytearray(b"x"), [1], {1: 2}, Plain(), Sub([1]),
          Both(), InstanceHook(), ClassHook(), NoHook(), ReduceString(), ReduceEx(), NoReduce(), Nothing(), BadTuple(),
          BadNumber(), Long(), BadArgs(), BadState(), BadSlots(), BadPairs(), BadPairs2(), StateTuple(), SetState(), Kw(size=3),
          types.SimpleNamespace(a=[1]), functools.partial(print, [1]), object(), ValueError("v", [1]), int | str]
for x in things:
    print(type(x).__name__, "|", tell(copy.copy, x), "|", tell(copy.deepcopy, x))
for x in (n for n in ()), iter([1, 2]), copy, type.__dict__, memoryview(b"ab"), super(Plain, Plain()):
    print(type(x).__name__, "|", tell(copy.copy, x).partition(" ")[0:1], "|", tell(copy.deepcopy, x))
ref = weakref.ref(tell)
print(copy.copy(ref) is ref, copy.deepcopy(ref) is ref)

# copyreg goes before __reduce_ex__ and behind hooks.
copyreg.pickle(Plain, lambda x: (list, ([1],)))
copyreg.pickle(Both, lambda x: 1 / 0)
print(copy.copy(things[25]), copy.deepcopy([things[25]]), copy.copy(things[27]))
copyreg.pickle(ReduceEx, lambda x: "a name")
print(tell(copy.copy, things[32]), tell(copy.deepcopy, things[32]))
class Falsy:
    def __bool__(self):
        return False
    def __call__(self, x):
        return (str, ("called",))
copyreg.dispatch_table[NoHook] = Falsy()
print(tell(copy.copy, NoHook()), "|", tell(copy.deepcopy, NoHook()))

# The tables may be added to, and the functions may be called, bound and asked.
copy._deepcopy_dispatch[Sub] = lambda x, memo: ("sub", len(memo))
copy._copy_dispatch[Sub] = lambda x: "sub"
print(copy.deepcopy([Sub()]), copy.copy(Sub()))
print(copy._deepcopy_list([1, [2]], {}), copy._deepcopy_dispatch[dict] is copy._deepcopy_dict)
class Bound:
    clone = copy.deepcopy
    same = copy.copy
b = Bound()
print(type(b.clone()).__name__, b.clone() is b, type(b.same()).__name__)
print(copy.deepcopy.__name__, copy.deepcopy.__defaults__[0], copy.copy.__module__, copy.deepcopy.__code__.co_varnames,
      copy._deepcopy_dict.__code__.co_argcount, type(copy.copy).__name__)
for call in (lambda: copy.copy(), lambda: copy.copy(1, 2), lambda: copy.deepcopy(), lambda: copy.deepcopy(1, 2, 3, 4),
             lambda: copy.deepcopy(y=1), lambda: copy.deepcopy([1], 5), lambda: copy.deepcopy([1], [])):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(copy.deepcopy(x=[1], memo=None), copy.Error.__mro__[1].__name__, copy.error is copy.Error, copy.Error.__module__)
print([n for n in dir(copy) if not n.startswith("__")])
print(copy.__all__)
