# How many containers there are at most while an expression is evaluated: the lowest threshold at
# which the collector does not come by.
import collections
import contextlib
import copy
import functools
import gc
import itertools
import math
import operator
import sys
import types
import weakref


class C:
    x = 1

    def __init__(self):
        self.a = 1

    def m(self):
        return 1

    def n(self, *a, **k):
        return a

    @property
    def p(self):
        return 2

    @classmethod
    def c(cls):
        return 3

    @staticmethod
    def s():
        return 4

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __lt__(self, other):
        return False

    def __add__(self, other):
        return 1

    def __len__(self):
        return 2

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i

    def __contains__(self, x):
        return True

    def __iter__(self):
        return iter([1, 2])

    def __call__(self):
        return 1

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return True

    def __bool__(self):
        return True

    def __str__(self):
        return "c"

    def __repr__(self):
        return "C"

    def __format__(self, s):
        return s


class D:
    __slots__ = ("q",)

    def __init__(self):
        self.q = 1


class Open:
    def __getattr__(self, name):
        return name


class E(Exception):
    pass


def f(*a, **k):
    return a


def g(a, b=2, *, c=3):
    return a


def kw(**k):
    return g(**k)


def gen():
    yield 1
    yield 2


def decorated(function):
    @functools.wraps(function)
    def wrapper(*a, **k):
        return function(*a, **k)
    return wrapper


@decorated
def h(a):
    return a


@functools.lru_cache(None)
def memo(a):
    return a


@contextlib.contextmanager
def cm():
    yield 1


def fail():
    raise E("x")


def catch():
    try:
        fail()
    except E as e:
        return 1


def catch2():
    try:
        {}["x"]
    except KeyError:
        return 1


def fin():
    try:
        return 1
    finally:
        pass


def clos():
    x = 1

    def k():
        return x
    return k()


def withit():
    with C() as c:
        raise E


def withcm():
    with cm() as x:
        return x


def unpack():
    a, *b, c = 1, 2, 3, 4
    return b


def delit():
    items = [1, 2, 3]
    del items[0]
    items[1:] = [4, 5]
    items += [6]
    return items


async def co():
    return 1


def runco():
    try:
        co().send(None)
    except StopIteration as e:
        return e.value


c = C()
d = D()
L = [3, 1, 2]
T = (1, 2, 3)
S = {1, 2, 3}
M = {"a": 1, "b": 2}
w = weakref.ref(c)
st = "hello world"
by = b"hello"
bound = c.m
opened = Open()
EXPRESSIONS = """
opened.x
getattr(opened, "y", None)
int | str
isinstance(c, int | str)
operator.itemgetter(0, 1)(L)
sys.getsizeof(L)
repr(S)
[1, 2]
(c, 2)
{1, c}
{'a': c}
[x for x in L]
{x for x in L}
{x: 1 for x in L}
list((x for x in L))
sum((x for x in L))
sorted(L)
sorted(L, key=lambda x: -x)
sorted(M.items(), key=lambda p: p[1])
min(L, key=lambda x: x)
max(1, 2, 3)
list(map(str, L))
list(filter(None, L))
list(zip(L, T))
list(enumerate(L))
list(reversed(L))
dict(a=1, b=2)
dict(M)
dict(zip('ab', L))
M.copy()
L.copy()
L[:]
L[::2]
T[1:]
S | {4}
S & {1}
S - {1}
S ^ {9}
S <= S
M | {'c': 3}
M == {'a': 1}
L == [3, 1, 2]
L < [4]
T == (1, 2, 3)
[1] * 3
L + [4]
T + (4,)
tuple(L)
list(T)
set(L)
frozenset(L)
list(range(5))
range(5)
iter(L)
next(iter(L))
str(L)
repr(M)
repr(T)
repr(S)
str(c)
f'{c!r} {L} {1:>5} {c:x}'
'{a}'.format_map(M)
'%s %d' % ('a', 1)
'%(a)s' % M
'a,b'.split(',')
','.join(['a', 'b'])
','.join((str(x) for x in L))
st.partition(' ')
st.replace('l', 'L')
st.title()
str.maketrans('a', 'b')
st.splitlines()
st.encode().decode()
st.startswith(('h', 'x'))
st.find('w')
by.split(b'l')
int('12')
float('1.5')
divmod(7, 2)
pow(2, 10)
pow(2, 10, 7)
round(2.5)
round(2.567, 2)
abs(-1)
hash(T)
hash(c)
id(c)
len(c)
bool(c)
c.m()
c.n(1, 2, k=3)
c.p
C.c()
c.c()
C.s()
C.m(c)
bound()
c()
c + 1
c == 1
c < 1
1 in c
c[0]
list(c)
getattr(c, 'm')
hasattr(c, 'a')
setattr(c, 'a', 2)
delattr(D(), 'q')
vars(c)
type(c)
isinstance(c, C)
isinstance(c, (int, C))
issubclass(C, object)
C()
D()
E('x')
type('X', (), {})
super(C, c)
object()
f()
f(1, 2)
f(*L)
f(**M)
f(1, *L, **M)
g(1)
g(1, c=2)
g(*[1], **{'c': 2})
kw(a=1)
h(1)
memo(1)
lambda: 1
(lambda x: x)(1)
clos()
list(gen())
[*gen()]
dict.fromkeys(L)
catch()
catch2()
fin()
withit()
withcm()
unpack()
delit()
runco()
[*L, *T]
{**M, 'z': 1}
copy.copy(L)
copy.copy(M)
copy.deepcopy(L)
copy.deepcopy([L, L])
copy.deepcopy(M)
copy.deepcopy(T)
copy.deepcopy(([],))
itertools.count()
list(itertools.islice(itertools.count(), 3))
list(itertools.chain(L, T))
list(itertools.product(L, T))
list(itertools.permutations(L))
list(itertools.combinations(L, 2))
list(itertools.accumulate(L))
list(itertools.groupby(L))
list(itertools.starmap(pow, [(1, 2)]))
list(itertools.takewhile(lambda x: x > 2, L))
list(itertools.zip_longest(L, [1]))
list(itertools.repeat(1, 3))
list(itertools.pairwise(L))
list(itertools.tee(L))
functools.reduce(lambda a, b: a + b, L)
functools.reduce(operator.add, L)
functools.partial(g, 1)()
sorted(L, key=functools.cmp_to_key(lambda a, b: a - b))
operator.itemgetter(0)(L)
operator.attrgetter('a')(c)
collections.deque(L)
collections.deque(L, maxlen=2)
collections.defaultdict(list)
collections.defaultdict(list)['x']
collections.OrderedDict(a=1)
weakref.ref(c)
w()
weakref.proxy(c)
math.sqrt(2)
math.floor(2.5)
math.gcd(4, 6)
math.prod(L)
math.fsum([0.1, 0.2])
math.hypot(3, 4)
bisect.bisect(L, 2)
sys.getsizeof(L)
sys.getrefcount(L)
gc.get_count()
gc.get_referents(L)
gc.is_tracked(L)
types.SimpleNamespace(a=1)
L.__len__()
L.append
L.index(1)
L.count(1)
list(L).sort()
list(L).pop()
list(L).insert(0, 1)
list(L).extend(T)
list(L).extend((x for x in L))
list(L).remove(1)
list(L).reverse()
M.get('a')
M.keys()
M.items()
list(M.items())
M.keys() & {'a'}
[k for k in M]
[v for k, v in M.items()]
dict(M).pop('a')
dict(M).popitem()
dict(M).update(c=3)
dict(M).setdefault('z', [])
set(S).add(9)
set(S).pop()
set(S).update([1], [2])
S.union([1], [2])
S.intersection([1])
S.difference([1])
S.issubset(S)
S.isdisjoint([9])
slice(1, 2)
complex(1, 2)
1 + 2j
'ab' * 2
not L
L is T
1 < 2 < 3
c if c else d
[i for i in range(3) if i]
[(i, j) for i in range(2) for j in range(2)]
{i: [j for j in range(2)] for i in range(2)}
all((isinstance(x, int) for x in L))
sum(L)
sum([L, L], [])
''.join(reversed('abc'))
zip(*[L, T])
list(zip(*[L, T]))
max(M, key=M.get)
max(M.items(), key=operator.itemgetter(1))
"""


def peak_of(function):
    for threshold in range(1, 80):
        before = gc.get_stats()[0]["collections"]
        gc.collect()
        gc.set_threshold(threshold, 10000, 10000)
        gc.enable()
        function()
        gc.disable()
        if gc.get_stats()[0]["collections"] == before:
            return threshold


gc.disable()
for text in EXPRESSIONS.strip().split("\n"):
    function = eval("lambda: " + text)
    function()
    function()
    print(peak_of(function), text)
