# Who holds what while copy.deepcopy is at work: reference counts inside of the hooks, and in handlers.
import copy
import sys

rc = sys.getrefcount

class Part:
    def __init__(self):
        self.items = [1, [2]]
    def __deepcopy__(self, memo):
        print("deepcopy", rc(self), rc(memo), rc(self.items), rc(self.__dict__), len(memo))
        made = Part.__new__(Part)
        made.items = copy.deepcopy(self.items, memo)
        print("after", rc(self), rc(memo), rc(self.items), rc(made), rc(made.items), len(memo))
        return made
    def __copy__(self):
        print("copy", rc(self), rc(self.items))
        return self

class Recipe:
    def __init__(self, value):
        self.value = value
    def __reduce__(self):
        print("reduce", rc(self), rc(self.value))
        return make, (self.value,), {"value": self.value, "kept": args}, iter([self.value]), iter([("k", self.value)])
    def append(self, item):
        print("append", rc(self), rc(item))
    def __setitem__(self, key, value):
        print("setitem", rc(self), rc(value))

def make(value):
    made = Recipe(value)
    print("make", rc(value), rc(made))
    return made

class Stateful:
    def __getstate__(self):
        print("getstate", rc(self))
        return state
    def __setstate__(self, given):
        print("setstate", rc(self), rc(given), rc(state))

class Reduced:
    def __reduce_ex__(self, protocol):
        print("reduce_ex", rc(self), protocol)
        return state_maker, ()

def state_maker():
    print("state_maker", rc(state))
    return state

class Watched:
    def __getattr__(self, name):
        print("getattr", name, rc(self))
        raise AttributeError(name)

class Slots:
    __slots__ = ("one", "two")

class Setter:
    __slots__ = ("one",)
    def __setattr__(self, name, value):
        print("setattr", name, rc(self), rc(value))
        object.__setattr__(self, name, value)

class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        print("hash", self.n)
        return self.n
    def __eq__(self, other):
        return self.n == other.n

args = ["args"]
state = ["state"]
part = Part()
for where in part, [part], (part,), {"k": part}, [[part, part]], [(part, 1)], {1: [part]}:
    print(type(where).__name__)
    made = copy.deepcopy(where)
    print(rc(made), rc(part), rc(part.items))
    del made
copy.copy(part)
copy.copy([part])
for deep in copy.copy, copy.deepcopy:
    print(deep.__name__)
    value = ["v"]
    deep(Recipe(value))
    print(rc(value))
    deep([Recipe(value)])
    deep(Stateful())
    deep((Stateful(), [1]))
    deep(Reduced())
    deep({"r": Reduced()})
    deep(Watched())
    s = Slots()
    s.one, s.two = value, [value]
    t = deep(s)
    print(rc(s), rc(t), rc(t.one), rc(value), t.two)
    s = Setter()
    object.__setattr__(s, "one", value)
    deep(s)
d = {Key(1): [part], Key(2): Key(3)}
e = copy.deepcopy(d)
print([rc(k) for k in d], [rc(v) for v in e.values()], rc(d), rc(e))
method = part.__copy__
print(copy.deepcopy(method).__self__ is part, rc(part), rc(method))

class Fails:
    def __deepcopy__(self, memo):
        raise ValueError("no")
fails = Fails()
outer = [fails, [part]]
try:
    copy.deepcopy([outer, (fails,)])
except ValueError as error:
    print("handler", rc(fails), rc(outer), rc(part))
print("later", rc(fails), rc(outer))
try:
    copy.deepcopy((outer, {"k": fails}))
except ValueError as error:
    print("handler", rc(fails), rc(outer), rc(part))
class FailsReduced:
    def __reduce__(self):
        return make_none, (fails,), [fails]
def make_none(x):
    raise KeyError(rc(x))
f = FailsReduced()
for deep in copy.copy, copy.deepcopy:
    try:
        deep(f)
    except (ValueError, KeyError) as error:
        print(repr(error), rc(f), rc(fails))
memo = {}
first = copy.deepcopy(outer[1], memo)
print(rc(memo), rc(first), rc(outer[1]), [rc(v) for v in memo.values()], len(memo[id(memo)]))
del memo
print(rc(first), rc(outer[1]))
