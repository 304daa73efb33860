# The memo of deepcopy: what is in it, under which keys, in which order; memos of other kinds; cycles.
import copy

def names(memo, known):
    ids = {id(v): k for k, v in known.items()}
    ids[id(memo)] = "memo"
    return [ids.get(k, "?") for k in memo]

inner = [1]
pair = (inner, 2)
plain = (1, 2)
table = {"k": inner, "p": pair}
known = dict(inner=inner, pair=pair, plain=plain, table=table, keys="k")
for x in inner, pair, plain, table, [inner, inner], (pair, pair), 5, "s", None:
    known["x"] = x
    memo = {}
    y = copy.deepcopy(x, memo)
    kept = memo.get(id(memo), [])
    print(names(memo, known), [known_name for o in kept for known_name, v in known.items() if v is o], y == x, y is x)
    del known["x"]

# With a memo of one's own, the second call goes on where the first has ended.
memo = {}
a, b = copy.deepcopy(inner, memo), copy.deepcopy(table, memo)
print(b["k"] is a, b["p"][0] is a, copy.deepcopy(inner, memo) is a, len(memo), len(memo[id(memo)]))
memo = {id(inner): "put there"}
print(copy.deepcopy([inner, pair], memo), copy.deepcopy(inner, {id(inner): None}))

class Memo(dict):
    def get(self, key, default=None):
        self.asked = getattr(self, "asked", 0) + 1
        return super().get(key, default)
    def __setitem__(self, key, value):
        self.set = getattr(self, "set", 0) + 1
        super().__setitem__(key, value)
    def __missing__(self, key):
        self.missed = getattr(self, "missed", 0) + 1
        raise KeyError(key)
memo = Memo()
print(copy.deepcopy([inner, pair, table], memo), memo.asked, memo.set, memo.missed, len(memo))

class Mapping:
    def __init__(self):
        self.d = {}
    def get(self, key, default):
        return self.d.get(key, default)
    def __setitem__(self, key, value):
        self.d[key] = value
    def __getitem__(self, key):
        return self.d[key]
memo = Mapping()
print(copy.deepcopy([inner, pair], memo), len(memo.d))

# What is one in the original is one in the copy; cycles stay cycles.
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again, again[1] is again, again is loop)
t = ([],)
t[0].append(t)
u = copy.deepcopy(t)
print(u[0][0] is u, u is t, u)
d = {}
d["self"] = d
d["list"] = [d]
e = copy.deepcopy(d)
print(e["self"] is e, e["list"][0] is e, e is d)
class Node:
    def __init__(self, name):
        self.name, self.links = name, []
a, b, c = Node("a"), Node("b"), Node("c")
for x, y in (a, b), (b, c), (c, a), (a, a):
    x.links.append(y)
m = copy.deepcopy({"a": a, "c": (c, c)})
print([n.name for n in m["a"].links], m["c"][0] is m["a"].links[0].links[0], m["a"].links[1] is m["a"], m["c"][0] is m["c"][1])

# A copy that was made on the way wins over the one under way.
class Twice:
    def __init__(self):
        self.parts = [self]
    def __reduce__(self):
        return Twice, (), {"parts": self.parts}
x = copy.deepcopy(Twice())
print(x.parts[0] is x)

# __deepcopy__ that forgets the memo, and one that hands it on.
class Forgets:
    def __init__(self, shared):
        self.shared = shared
    def __deepcopy__(self, memo):
        return Forgets(copy.deepcopy(self.shared))
class HandsOn(Forgets):
    def __deepcopy__(self, memo):
        return HandsOn(copy.deepcopy(self.shared, memo))
shared = ["s"]
x, y, z = copy.deepcopy([Forgets(shared), HandsOn(shared), shared])
print(x.shared is z, y.shared is z, x.shared == z)

# Lists that change while they are copied.
class Grows:
    def __init__(self, where):
        self.where = where
    def __deepcopy__(self, memo):
        if len(self.where) < 5:
            self.where.append(len(self.where))
        return "g"
l = []
l.append(Grows(l))
print(copy.deepcopy(l), len(l))
class Adds:
    def __init__(self, where):
        self.where = where
    def __deepcopy__(self, memo):
        self.where[len(self.where)] = 0
        return self
d = {}
d[0] = Adds(d)
d[1] = 1
try:
    copy.deepcopy(d)
except RuntimeError as e:
    print(e)
s = {(1, 2), "x"}
s2 = copy.deepcopy(s)
print(s2 == s, s2 is s, type(copy.deepcopy(frozenset([(1,)]))).__name__)
