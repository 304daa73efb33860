"""help() of functions, methods, properties and classes."""
import collections, enum, functools, dataclasses
class A:
    """Doc of A.

    More.
    """
    x = 1
    name = "a" * 200
    items = list(range(50))
    def m(self, a, b=2, *c, d, **e) -> int:
        """Does m."""
    @property
    def p(self): "a prop"
    @property
    def q(self):
        """With setter
        indented."""
    @q.setter
    def q(self, v): pass
    @classmethod
    def c(cls): "class meth"
    @staticmethod
    def s(q): pass
    alias = m
    lam = lambda self, x: x
    _hidden = 3
    def _priv(self): pass
    async def co(self): pass
    class Inner:
        pass
class B(A):
    y: int = 3
    def m(self): pass
    def n(self): "n of B"
class C(B):
    __slots__ = ("u", "v")
    def __init__(self, k):
        """Makes it."""
    def __len__(self):
        return 1
    def __repr__(self):
        "shows"
def f(a, b: int = 3):
    """Function doc.

    Second line."""
def g(): pass
# comment before
def h():
    # inner
    pass
async def co(x): "co doc"
def gen(x, /, y, *, z):
    yield
help(f)
help(g)
help(h)
help(co)
help(gen)
help(lambda x: x)
help(A)
help(B)
help(C)
help(A().m)
help(A.m)
help(A.c)
help(A().c)
help(A.s)
help(A.p)
help(A.__dict__["c"])
help(A())
help(A.Inner)
@functools.wraps(f)
def w(*args): pass
help(w)
def longsig(alpha_parameter: int = 1000000, beta_parameter: str = "some default", gamma_parameter: float = 3.14159, delta=None): pass
help(longsig)
class L(list):
    "sub"
    def longsig(self, alpha_parameter: int = 1000000, beta_parameter: str = "some default", gamma_parameter: float = 3.14159, delta=None): pass
help(L.longsig)
help(C.__init__)
help(functools.partial(f).func)
print(help)


@dataclasses.dataclass
class Documented:
    """A record."""
    x: int = 0

    def __init__(self, x):
        """Sets x."""

    def __repr__(self):
        """As text."""

    def __eq__(self, other):
        """The same x."""


class Shape:
    sides = {"a": 1}
    text = "line\nline"

    @classmethod
    def make(cls, *args, **kwargs):
        return cls()

    def __call__(self, times=None):
        """Calls."""

    @functools.cached_property
    def area(self):
        """Computed once."""


help(Shape)
help(Shape())
help(Shape.make)
