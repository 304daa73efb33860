# What functions of the library in Python allocate: how many containers count after each expression, while its value
# is there and when it is gone, and how many there are at most on the way.  Each has run a few times before.
import abc
import bisect
import collections
import collections.abc
import contextlib
import copy
import dataclasses
import enum
import functools
import gc
import heapq
import io
import numbers
import random
import time
import types
import typing
import weakref
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field


class Node:
    def __init__(self, name="n"):
        self.name = name
        self.next = None


@dataclass
class Point:
    x: int = 1
    y: int = 2


@dataclass
class Basket:
    name: str = "a"
    items: list = field(default_factory=list)


@dataclass(frozen=True, order=True)
class Frozen:
    x: int = 1


@dataclass(slots=True)
class Slotted:
    x: int = 1


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Number(enum.IntEnum):
    ONE = 1


class Permission(enum.Flag):
    R = 1
    W = 2


Pair = namedtuple("Pair", "a b")


class Typed(typing.NamedTuple):
    a: int
    b: int = 2


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        ...


class Square(Shape):
    def area(self):
        return 4


def nothing(*args):
    pass


def decorated(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


@decorated
def identity(a):
    return a


@functools.lru_cache(maxsize=None)
def remembered(a):
    return a


@functools.cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@functools.singledispatch
def kind(x):
    return "something"


@kind.register(int)
def _(x):
    return "int"


@kind.register(list)
def _(x):
    return "list"


class Computed:
    @functools.cached_property
    def value(self):
        return [1]


@contextlib.contextmanager
def manager():
    yield 1


@contextlib.contextmanager
def careful():
    try:
        yield 1
    finally:
        pass


class Closable:
    def close(self):
        pass


def enter(make):
    with make() as x:
        return x


def fail_in(make, error):
    with make:
        raise error


def leave_stack():
    with contextlib.ExitStack() as stack:
        stack.enter_context(manager())
        stack.callback(nothing, 1)


def redirect():
    with contextlib.redirect_stdout(io.StringIO()) as text:
        print("a")
    return text.getvalue()


def fill(collection):
    node = Node()
    if isinstance(collection, weakref.WeakValueDictionary):
        collection["a"] = node
    elif isinstance(collection, weakref.WeakSet):
        collection.add(node)
    else:
        collection[node] = 1
    before = len(collection)
    del node
    return before, len(collection), collection


def finalize():
    node = Node()
    finalizer = weakref.finalize(node, nothing, 1)
    alive = finalizer.alive
    del node
    return alive, finalizer.alive


def abstract_class():
    class Made(abc.ABC):
        @abc.abstractmethod
        def f(self):
            ...
    return Made


def ordered_class():
    @functools.total_ordering
    class Made:
        def __eq__(self, other):
            return True

        def __lt__(self, other):
            return False
    return Made


def error_of(function, *args):
    try:
        function(*args)
    except Exception as error:
        return type(error).__name__


def start_generator():
    g = (x for x in numbers_)
    next(g)


numbers_ = [3, 1, 2]
words = {"a": 1, "b": 2}
node, shape, computed = Node(), Square(), Computed()
point, basket, frozen, slotted = Point(), Basket(), Frozen(), Slotted()
pair, typed = Pair(1, 2), Typed(1)
reference = weakref.ref(node)
by_value = weakref.WeakValueDictionary(n=node)
by_key = weakref.WeakKeyDictionary({node: 1})
members = weakref.WeakSet([node])
letters = Counter("hello")
chain = ChainMap({"a": 1}, {"b": 2})
circle = Node()
circle.next = circle
nested = [[1, 2], {"a": [3]}, (4, [5])]
EXPRESSIONS = """
Point()
Point(3, y=4)
Point() == point
repr(point)
f"{point}"
Basket()
repr(basket)
Frozen()
hash(frozen)
frozen == Frozen()
Frozen() < frozen
sorted([Frozen(2), Frozen(1)])
Slotted()
repr(slotted)
dataclasses.replace(point, x=2)
dataclasses.replace(frozen, x=2)
dataclasses.asdict(point)
dataclasses.asdict(basket)
dataclasses.astuple(point)
dataclasses.astuple(basket)
dataclasses.fields(point)
dataclasses.is_dataclass(point)
error_of(setattr, frozen, "x", 2)
Pair(1, 2)
Pair(a=1, b=2)
pair.a
repr(pair)
pair._replace(a=3)
pair._asdict()
Pair._make([1, 2])
Typed(1)
repr(typed)
Color.RED
Color(1)
Color["RED"]
list(Color)
[color.name for color in Color]
Color.RED.value
repr(Color.RED)
str(Color.RED)
Color.RED == Color.BLUE
Color.RED in Color
len(Color)
{Color.RED: 1}
Color.__members__
Number.ONE + 1
repr(Number.ONE)
Permission(0)
abstract_class()
Square()
Square().area()
error_of(Shape)
isinstance(shape, Shape)
isinstance(1, Shape)
issubclass(Square, Shape)
isinstance([], collections.abc.Sequence)
isinstance({}, collections.abc.Mapping)
isinstance(1, collections.abc.Hashable)
isinstance(node, collections.abc.Iterable)
isinstance(1, numbers.Number)
Counter()
Counter("hello")
Counter(numbers_)
Counter({"a": 1})
letters.most_common()
letters.most_common(2)
letters["h"]
letters["zz"]
letters.update("ab")
letters.subtract("ab")
letters + letters
letters - letters
letters & letters
letters | letters
letters == letters
letters.total()
repr(letters)
list(letters.elements())
letters.copy()
defaultdict(lambda: 0)["x"]
deque(numbers_)
OrderedDict(a=1)
ChainMap({}, {})
chain["b"]
chain.get("zz")
"zz" in chain
list(chain)
chain.new_child()
dict(chain)
UserDict()
UserDict(a=1)
weakref.ref(node)
weakref.ref(node, nothing)
weakref.proxy(node).name
reference() is node
weakref.getweakrefs(node)
weakref.WeakValueDictionary()
weakref.WeakKeyDictionary()
weakref.WeakSet()
weakref.WeakSet([node])
by_value["n"]
by_value.get("n")
by_value.get("zz")
"n" in by_value
len(by_value)
list(by_value)
list(by_value.values())
list(by_value.items())
dict(by_value)
by_key[node]
node in by_key
len(by_key)
list(by_key)
list(by_key.items())
node in members
list(members)
members.add(node)
members.discard(shape)
fill(weakref.WeakValueDictionary())
fill(weakref.WeakKeyDictionary())
fill(weakref.WeakSet())
finalize()
weakref.WeakMethod(node.__init__)
weakref.WeakMethod(shape.area)()
contextlib.contextmanager(nothing)
manager()
enter(manager)
enter(careful)
error_of(fail_in, careful(), ValueError)
error_of(fail_in, manager(), ValueError())
fail_in(contextlib.suppress(ValueError), ValueError)
enter(lambda: contextlib.closing(Closable()))
enter(contextlib.nullcontext)
leave_stack()
redirect()
identity(1)
decorated(nothing)
decorated(nothing)(1)
functools.wraps(nothing)
functools.wraps(nothing)(lambda: 1)
functools.partial(nothing, 1)(2)
functools.partial(nothing, x=1)
functools.lru_cache(nothing)
functools.lru_cache(maxsize=None)(nothing)
functools.cache(nothing)
remembered(1)
remembered(a=1)
remembered.cache_info()
fibonacci(10)
functools.singledispatch(lambda x: 1)
kind(1)
kind([])
kind("x")
kind(True)
kind.dispatch(int)
functools.cached_property(nothing)
computed.value
Computed().value
ordered_class()
copy.copy(node)
copy.copy(point)
copy.copy(pair)
copy.copy(letters)
copy.deepcopy(nested)
copy.deepcopy(node)
copy.deepcopy(circle)
copy.deepcopy(slotted)
copy.deepcopy(basket)
copy.deepcopy(pair)
copy.deepcopy([node, node])
io.StringIO("a").getvalue()
io.StringIO("a").read()
functools.cmp_to_key(lambda a, b: a - b)
functools.partial(max, 1)(2)
random.seed(1)
random.sample(numbers_, 2)
random.choices(numbers_, k=2)
random.Random(1)
random.Random(1).randint(1, 6)
random.random()
random.randint(1, 6)
random.choice(numbers_)
random.shuffle([1, 2, 3])
time.perf_counter()
heapq.nlargest(2, numbers_)
heapq.nsmallest(1, numbers_)
heapq.nlargest(2, numbers_, key=lambda x: -x)
types.SimpleNamespace(a=1)
types.new_class("X")
any(x for x in numbers_)
(x for x in numbers_)
start_generator()
error_of(numbers_.index, 9)
error_of(words.pop, "zz")
"""


def peak_of(function):
    low, high = 0, 1
    while True:
        before = gc.get_stats()[0]["collections"]
        gc.collect()
        gc.set_threshold(high, 10000, 10000)
        gc.enable()
        function()
        gc.disable()
        if gc.get_stats()[0]["collections"] == before:
            break
        low, high = high, high * 2
    while low + 1 < high:
        middle = (low + high) // 2
        before = gc.get_stats()[0]["collections"]
        gc.collect()
        gc.set_threshold(middle, 10000, 10000)
        gc.enable()
        function()
        gc.disable()
        if gc.get_stats()[0]["collections"] == before:
            high = middle
        else:
            low = middle
    return high


def count_after(function):
    gc.collect()
    gc.collect()
    start = count()[0]
    value = function()
    with_value = count()[0]
    del value
    return with_value - start, count()[0] - start


count = gc.get_count
gc.disable()
FUNCTIONS = [(text, eval("lambda: " + text)) for text in EXPRESSIONS.strip().split("\n")]
gc.collect()
gc.freeze()
for text, function in FUNCTIONS:
    for _ in range(20):
        function()
    print(count_after(function), peak_of(function), text)
