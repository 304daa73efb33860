# A teaching program: special methods, metaclasses, subclasses of builtin types.
class Money:
    """An amount in cents."""
    __slots__ = ("cents", "currency")
    _rates = {"EUR": 1.0, "USD": 1.1}

    def __new__(cls, amount, currency="EUR"):
        if currency not in cls._rates:
            raise ValueError(f"unknown currency {currency!r}")
        self = object.__new__(cls)
        object.__setattr__(self, "cents", round(amount * 100))
        object.__setattr__(self, "currency", currency)
        return self

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} is immutable: cannot set {name}")

    def __delattr__(self, name):
        raise AttributeError("no")

    @classmethod
    def parse(cls, text):
        amount, _, currency = text.partition(" ")
        return cls(float(amount), currency or "EUR")

    @staticmethod
    def known():
        return sorted(Money._rates)

    def to(self, currency):
        return type(self)(self.cents / 100 / self._rates[self.currency] * self._rates[currency], currency)

    def __repr__(self):
        return f"Money({self.cents / 100:.2f}, {self.currency!r})"

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d} {self.currency}"

    def __format__(self, spec):
        return format(str(self), spec) if spec else str(self)

    def __eq__(self, other):
        return (self.cents, self.currency) == (other.cents, other.currency) if isinstance(other, Money) else NotImplemented

    def __hash__(self):
        return hash((self.cents, self.currency))

    def __add__(self, other):
        if other == 0:
            return self
        if not isinstance(other, Money):
            return NotImplemented
        return Money((self.cents + other.to(self.currency).cents) / 100, self.currency)

    __radd__ = __add__

    def __mul__(self, k):
        return Money(self.cents * k / 100, self.currency)

    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __bool__(self): return self.cents != 0
    def __int__(self): return self.cents // 100
    def __float__(self): return self.cents / 100
    def __index__(self): return self.cents
    def __lt__(self, o): return self.cents < o.to(self.currency).cents
    def __le__(self, o): return self < o or self == o
    def __round__(self, n=0): return Money(round(float(self), n), self.currency)
    def __divmod__(self, k): return divmod(self.cents, k)
    def __truediv__(self, o): return self.cents / o.cents if isinstance(o, Money) else Money(self.cents / 100 / o, self.currency)
    def __contains__(self, x): return str(x) in str(self)


m = Money(12.5)
print(m, repr(m), f"{m:>15}|", f"{m}", m == Money(12.5), m != Money(1), m == "x", hash(m) == hash(Money(12.5)))
print(m + m, sum([m, m, Money(1, "USD")]), 3 * m, m * 2, -m, bool(m), bool(Money(0)), int(m), float(m), [10, 20][Money(0.01)])
print(m < Money(13), max(m, Money(20), Money(5, "USD")), sorted([m, Money(1), Money(3, "USD")]), round(m), divmod(m, 7), m / 4, m / Money(5))
print(Money.parse("3.99 USD"), Money.known(), m.to("USD"), "50" in m, Money.__doc__, Money.__slots__, Money.parse.__func__.__name__)
for action in (lambda: setattr(m, "cents", 5), lambda: Money(1, "XXX"), lambda: m + 5, lambda: m.nothing, lambda: delattr(m, "cents"),
               lambda: Money(), lambda: m @ m, lambda: m > 3, lambda: Money.to(3, "EUR"), lambda: len(m), lambda: m(), lambda: m[0], lambda: iter(m)):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


class Dynamic:
    calls = []

    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: f"got {name[4:]}"
        raise AttributeError(f"{type(self).__name__!r} has no {name!r}")

    def __setattr__(self, name, value):
        Dynamic.calls.append(name)
        super().__setattr__(name, value)

    def __getattribute__(self, name):
        if name == "secret":
            return "hidden"
        return super().__getattribute__(name)

    def __dir__(self):
        return ["a", "b"]


d = Dynamic()
d.x = 1
print(d.get_it(), d.x, d.secret, Dynamic.calls, dir(d), hasattr(d, "zzz"), vars(d))
try:
    d.missing
except AttributeError as e:
    print(e)


class Counter:
    total = 0
    instances = []

    def __init__(self):
        Counter.total += 1
        self.total += 10
        self.instances.append(self)

    def __del__(self):
        print("deleting", self.total)


a, b = Counter(), Counter()
print(Counter.total, a.total, b.total, len(Counter.instances), a.__dict__, "total" in b.__dict__)
Counter.instances.clear()
a = None
print("after a")
del b
print("end")


class Meta(type):
    def __getattr__(cls, name): return f"{cls.__name__}.{name}?"
    def __contains__(cls, x): return x in cls.members
    def __call__(cls, *a, **k):
        obj = super().__call__(*a, **k)
        obj.tag = cls.__name__
        return obj
    @property
    def size(cls): return len(cls.members)
    def __prepare__(name, bases, **kw):
        print("prepare", name, kw)
        return {"prepared": True}
    def __new__(m, name, bases, ns, **kw):
        ns.setdefault("members", [k for k in ns if not k.startswith("_")])
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)


class Thing(metaclass=Meta, flag=1):
    one = 1
    def two(self): pass


print(Thing.members, Thing.size, "one" in Thing, Thing.unknown, Thing().tag, Thing.prepared, type(Thing), isinstance(Thing, Meta))


class A:
    def __init__(self): print("A"); super().__init__()
class B:
    def __init__(self): print("B"); super().__init__()
class C(A, B):
    def __init__(self): print("C"); super().__init__()
C()
print(C.__mro__, C.mro() == list(C.__mro__), C.__bases__, C.__base__, A.__subclasses__(), issubclass(C, B), C.__qualname__, C.__module__)


class Vec(tuple):
    def __new__(cls, *xs): return super().__new__(cls, xs)
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self, o)))
    def __repr__(self): return f"Vec{tuple.__repr__(self)}"
class Stack(list):
    push = list.append
    @property
    def top(self): return self[-1]
class Upper(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __missing__(self, k): return f"no {k}"
class Even(int):
    def __new__(cls, v):
        if v % 2: raise ValueError("odd")
        return super().__new__(cls, v)
    def __add__(self, o): return Even(int(self) + o)
v = Vec(1, 2) + Vec(3, 4); s = Stack([1]); s.push(2); u = Upper(a=1); u["b"] = 2
print(v, v[0], len(v), v == (4, 6), s, s.top, u, u["zz"], u.get("zz"), Even(4) + 2, type(Even(4) + 2).__name__, isinstance(v, tuple))
try: Even(4) + 3
except ValueError as e: print(e)
v.x = 1; s.y = 2; print(vars(v), vars(s), Even(2).__dict__)
Thing.two(3, 4)
