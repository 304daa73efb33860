# How deep calls may nest: through caches, reduce, keys, dunders and generators.
import functools
@functools.lru_cache
def f(n):
    global deepest
    deepest = n
    return f(n + 1)
try: f(0)
except RecursionError as e: print(deepest)
@functools.cache
def g(n):
    global deepest
    deepest = n
    return g(n + 1)
try: g(0)
except RecursionError as e: print(deepest)
def h(n):
    global deepest
    deepest = n
    return functools.reduce(lambda a, b: h(n + 1), [1, 2])
try: h(0)
except RecursionError as e: print(deepest)
def k(n):
    global deepest
    deepest = n
    return max([n], key=lambda v: k(n + 1))
try: k(0)
except RecursionError as e: print(deepest)
class S:
    def __getattr__(self, name):
        global deepest
        deepest += 1
        return self.foo
deepest = 0
try: S().x
except RecursionError as e: print(deepest)
class E:
    def __eq__(self, o):
        global deepest
        deepest += 1
        return self == o
deepest = 0
try: E() == E()
except RecursionError as e: print(deepest)
def gen(n):
    global deepest
    deepest = n
    yield from gen(n + 1)
try: list(gen(0))
except RecursionError as e: print(deepest)
p = functools.partial
def q(n):
    global deepest
    deepest = n
    return functools.partial(q, n + 1)()
try: q(0)
except RecursionError as e: print(deepest)
