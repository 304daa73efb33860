# Snapshots, caches, proxies, registries: copies as programs use them.
import copy, copyreg, itertools, collections, dataclasses, typing, abc, contextlib, functools, random, string

@dataclasses.dataclass(frozen=True)
class Money:
    amount: int
    currency: str = "EUR"
@dataclasses.dataclass(slots=True)
class Item:
    name: str
    price: Money
    tags: set[str] = dataclasses.field(default_factory=set)
@dataclasses.dataclass(order=True)
class Cart:
    owner: str
    items: list = dataclasses.field(default_factory=list, compare=False)
    parent: typing.Optional["Cart"] = None
cart = Cart("ada", [Item("pen", Money(2), {"blue"}), Item("ink", Money(5))])
cart.parent = cart
twin = copy.deepcopy(cart)
print(twin.parent is twin, twin.items == cart.items, twin.items[0] is cart.items[0], twin.items[0].price is cart.items[0].price)
twin.items[0].tags.add("red")
print(sorted(cart.items[0].tags), sorted(twin.items[0].tags))
print(dataclasses.replace(cart.items[0], name="pencil"), dataclasses.asdict(cart.items[1]))

class Lazy:
    def __init__(self, make):
        self._make = make
    @functools.cached_property
    def value(self):
        return self._make()
lazy = Lazy(lambda: [1])
before = copy.copy(lazy)
lazy.value.append(2)
after, deep = copy.copy(lazy), copy.deepcopy(lazy)
print("value" in vars(before), after.value is lazy.value, deep.value, deep.value is lazy.value, deep._make is lazy._make)

class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.target, name)
    def __setattr__(self, name, value):
        setattr(self.target, name, value)
p = Proxy([3, 1, 2])
q = copy.deepcopy(p)
q.sort()
print(p.target, q.target, type(q).__name__)
class Loops:
    def __getattr__(self, name):
        return getattr(self.inner, name)
try:
    copy.copy(Loops())
except RecursionError as e:
    print("RecursionError")

class Registry(type):
    all = []
    def __new__(meta, name, bases, ns):
        cls = super().__new__(meta, name, bases, ns)
        meta.all.append(name)
        return cls
class Base(metaclass=Registry):
    def clone(self, **changes):
        other = copy.copy(self)
        vars(other).update(changes)
        return other
class Monster(Base):
    def __init__(self, hp, loot):
        self.hp, self.loot = hp, loot
m = Monster(10, ["gold"])
n = m.clone(hp=5)
n.loot.append("gem")
print(m.hp, n.hp, m.loot, Registry.all, copy.deepcopy(Monster) is Monster)

class Tree:
    def __init__(self, value, *children):
        self.value, self.children, self.parent = value, list(children), None
        for c in children:
            c.parent = self
    def __copy__(self):
        return Tree(self.value, *self.children)
    def walk(self, depth=0):
        yield "  " * depth + str(self.value)
        for c in self.children:
            yield from c.walk(depth + 1)
t = Tree(1, Tree(2, Tree(3)), Tree(4))
sub = copy.deepcopy(t.children[0])
print(*sub.walk(), sub.parent.value, sub.parent is t, [c.value for c in sub.parent.children])
t.children[0].parent = None
print(copy.deepcopy(t.children[0]).parent)

class Temperature:
    __slots__ = ("_c", "__hidden", "__weakref__")
    def __init__(self, c):
        self._c, self.__hidden = c, [c]
    def __eq__(self, other):
        return isinstance(other, Temperature) and self._c == other._c
    __hash__ = None
    def peek(self):
        return self.__hidden
a = Temperature(3)
b, c = copy.copy(a), copy.deepcopy(a)
print(a == b == c, b.peek() is a.peek(), c.peek() is a.peek())

rng = random.Random(5)
rng2 = copy.deepcopy(rng)
print(rng.random() == rng2.random(), [rng.randint(1, 9) for _ in range(3)] == [rng2.randint(1, 9) for _ in range(3)])
matrix = [[0] * 3] * 2
good = [row[:] for row in matrix]
deep = copy.deepcopy(matrix)
matrix[0][0] = 1; good[0][0] = 2; deep[0][0] = 3
print(matrix, good, deep)
board = {(r, c): "." for r in range(2) for c in range(2)}
child = copy.deepcopy(board)
child[0, 0] = "X"
print(board[0, 0], child[0, 0], list(child)[0] is list(board)[0])
stack = collections.deque([[1], [2]], maxlen=4)
other = copy.copy(stack); stack[0].append(9); stack.append([3])
print(stack, other)
default = collections.defaultdict(lambda: [0])
default["a"].append(1)
d2 = copy.deepcopy(default)
d2["b"].append(2)
print(dict(default), dict(d2), d2.default_factory is default.default_factory)
ctx = contextlib.ExitStack()
words = copy.deepcopy({"a": ("x", ["y"]), "b": frozenset({("k", 1)}), "c": string.ascii_lowercase})
print(words)
it = iter([1, 2, 3]); next(it)
print(list(copy.copy(it)), list(it))
def f(x, memo={}):
    return copy.deepcopy(x, memo)
l = [1]
print(f(l) is f(l), f(l) is l)
