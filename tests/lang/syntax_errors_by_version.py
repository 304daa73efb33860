# What the versions say in words of their own, or at places of their own.
# test: from=3.11.7
SOURCES = """
f(**k, *a)
f(**k, * a.b(1), d)
f(a=)
f(b, a= , c)
def f(a=1, b): pass
def f(a, b=1, /, c): pass
lambda a=1, b: 0
import
from . import
from a import
[x for x]
{x: y for x, z}
r"\\"
'\\'
def f[](x): pass
def f[T](x: T): pass
async def f[T: int](x): pass
class A[T: int, *Ts, **P]: pass
class A[T = int]: pass
def f[T, T](x): pass
def f[T = int](x): pass
type X = (yield)
type X = int
type X[T] = list[T]
type X[T = int] = list[T]
type X
type
type(x)
f(*)
f(*, a)
f(a, *)
x = *
class A(**a, *b): pass
foo X[T = int]
(foo X[T = int])
(type X[T = int])
match X[T = int]
type X(a b)
(type X)
(match X)
(type X(a=1 b=2))
[type X]
type x: int = 3
"""
for source in SOURCES.strip().split("\n"):
    for text in (source, "def outer():\n    " + source + "\n"):
        try:
            compile(text, "text", "exec")
        except SyntaxError as error:
            print(repr(text), error.msg, error.lineno, error.offset, error.text)
        else:
            print(repr(text), "is fine")
