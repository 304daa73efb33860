"""Objects and classes whose every method would tell on whoever calls it: reading their memory calls none."""
log = []
class Meta(type):
    def __getattribute__(cls, name):
        log.append(("meta", name))
        return super().__getattribute__(name)
    def __instancecheck__(cls, o):
        log.append("instancecheck"); return True
    def __subclasscheck__(cls, o):
        log.append("subclasscheck"); return True
    def __repr__(cls):
        log.append("meta repr"); return "M"
    def __hash__(cls):
        log.append("meta hash"); return 1
    def __eq__(cls, o):
        log.append("meta eq"); return True
    @property
    def __mro__(cls):
        log.append("mro"); return ()
    @property
    def __bases__(cls):
        log.append("bases"); return ()
    @property
    def __name__(cls):
        log.append("name"); return "evil"
    @property
    def __dict__(cls):
        log.append("dict"); return {}
    @property
    def __module__(cls):
        log.append("module"); return "x"
class Evil(metaclass=Meta):
    def __repr__(s): log.append("repr"); return "E"
    def __str__(s): log.append("str"); return "E"
    def __eq__(s, o): log.append("eq"); return True
    def __hash__(s): log.append("hash"); return 5
    def __bool__(s): log.append("bool"); return False
    def __len__(s): log.append("len"); return 0
    def __iter__(s): log.append("iter"); return iter(())
    def __sizeof__(s): log.append("sizeof"); return 3
    def __getattribute__(s, n): log.append(("ga", n)); return object.__getattribute__(s, n)
    def __del__(s): log.append("del")
    def __reduce_ex__(s, n): log.append("reduce"); return "x"
    def __index__(s): log.append("index"); return 1
    def __format__(s, f): log.append("format"); return "f"
    @property
    def __class__(s): log.append("class"); return int
    @property
    def __dict__(s): log.append("odict"); return {}
class EvilInt(int):
    def __repr__(s): log.append("int repr"); return "I"
    def bit_length(s): log.append("bl"); return 1
    def __eq__(s, o): log.append("int eq"); return False
    def __hash__(s): log.append("int hash"); return 9
class EvilStr(str):
    def __repr__(s): log.append("str repr"); return "S"
    def __eq__(s, o): log.append("str eq"); return False
    def __hash__(s): log.append("str hash"); return 9
    def isascii(s): log.append("isascii"); return False
    def isprintable(s): log.append("isp"); return False
    def __contains__(s, x): log.append("cont"); return False
class EvilList(list):
    def __len__(s): log.append("list len"); return 7
    def __iter__(s): log.append("list iter"); return iter(())
    def __getitem__(s, i): log.append("list getitem"); return 1
    def __sizeof__(s): log.append("list sizeof"); return 3
class EvilDict(dict):
    def __len__(s): log.append("dict len"); return 7
    def __iter__(s): log.append("dict iter"); return iter(())
    def __getitem__(s, i): log.append("dict getitem"); return 1
    def items(s): log.append("dict items"); return ()
    def keys(s): log.append("dict keys"); return ()
class EvilTuple(tuple):
    def __len__(s): log.append("tuple len"); return 7
    def __iter__(s): log.append("tuple iter"); return iter(())
class EvilSet(set):
    def __len__(s): log.append("set len"); return 7
    def __iter__(s): log.append("set iter"); return iter(())
class EvilFloat(float):
    def __repr__(s): log.append("float repr"); return "F"
print(log); log.clear()
e = Evil()
i, s, l, d, t, z, f = EvilInt(5), EvilStr("abc"), EvilList([1, 2]), EvilDict(a=1), EvilTuple((1, 2)), EvilSet({1}), EvilFloat(1.5)
every = [e, i, s, l, d, t, z, f]
print(log); log.clear()
def g(a, *b, **c):
    x = a
    return x
g(e, i, s, k=l)
print(log); log.clear()
o = {1: e, 2: i}
e.attr = s
print(log); log.clear()
class Slots:
    __slots__ = ("a", "b")
    def __getattribute__(s, n): log.append(("sga", n)); return object.__getattribute__(s, n)
q = Slots()
q.a = e
x = 1
print(log)
