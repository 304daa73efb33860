# test: from=3.12
def first[T](xs: list[T]) -> T:
    return xs[0]
print(first([1, 2]), first.__type_params__, first.__annotations__, first.__qualname__, first.__name__)
class Stack[T]:
    "a stack"
    kind = "stack"
    def __init__(self) -> None:
        self.items: list[T] = []
    def push(self, x: T) -> None:
        self.items.append(x)
    def map[U](self, f, default: U = None) -> "Stack[U]":
        r = Stack()
        for i in self.items: r.push(f(i))
        return r
print(Stack.__type_params__, Stack.__bases__, Stack.__orig_bases__, Stack.__mro__, Stack.__doc__, Stack.__qualname__)
s = Stack[int]()
s.push(3); print(s.items, s.map(str).items, Stack[int], Stack.map.__qualname__, Stack.map.__type_params__)
type Pair[A, B] = tuple[A, B]
type Tree = list[Tree] | int
print(Pair, Pair.__value__, Pair.__type_params__, Tree.__name__, Tree.__value__, Pair[int, str])
class Box[T: (int, str), *Ts, **P](dict):
    pass
print(Box.__type_params__, [p.__name__ for p in Box.__type_params__], Box.__type_params__[0].__constraints__, Box.__bases__)
def bounded[T: Later](x: T): return x
class Later: pass
print(bounded.__type_params__[0].__bound__, bounded(5))
class Outer:
    Inner = int
    def m[T](self, x: Inner, y: T = 5, *, z: T = 6) -> Inner: return x, y, z
    type A = Inner
print(Outer.m.__annotations__, Outer().m(1), Outer.A.__value__, Outer.m.__defaults__, Outer.m.__kwdefaults__)
T = first.__type_params__[0]
print(repr(T), T.__name__, T.__bound__, T.__constraints__, T.__covariant__, T.__infer_variance__, type(T).__name__)
def deco(f): print("deco", f.__name__); return f
@deco
def g[T](a: T, b: T = 2): return a, b
print(g(1), g.__defaults__)
@deco
class K[T](Stack[T]): pass
print(K.__mro__, K[int], K.__parameters__, K.__orig_bases__)
async def ag[T](x: T): return x
try: ag(1).send(None)
except StopIteration as e: print(e.value)
print((lambda: first)()([7]))
