"""Which lines a tracer is told of: comprehensions, swaps, with and break over many lines."""
import sys
def trace(f, ev, arg):
    if f.f_code.co_name.startswith(('t_','<')):
        print(f.f_code.co_name, ev, f.f_lineno - f.f_code.co_firstlineno)
    return trace
def t_swap(a, b):
    (a,
     b) = (b,
           a)
    a, \
      b = b, \
        a
    (a, b,
     c) = (1,
           a,
           b)
    [a,
     b] = [b,
       a]
    return a
async def ag(n):
    for i in range(n):
        yield i
async def t_ac():
    x = [i
         async for i
         in ag(2)
         if i
        ]
    return x
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): return False
def t_with():
    with (CM() as a,
          CM() as b,
          CM()):
        x = 1
    with CM() as a, \
         CM() as b:
        pass
    with (
        CM()
        as
        a
    ):
        for i in range(2):
            continue
    return 3
def t_with2():
    for i in range(3):
        with (
            CM(),
            CM()
        ):
            if i == 1:
                break
    with (CM(),
          CM()):
        return 5
def t_comp():
    x = [i
         for i in range(4)
         if i % 2
         if i > 1]
    y = {i: i
         for i
         in range(3)
         if
         i}
    z = [
        i
        for j in range(2)
        for i in range(2)
        if (i and
            j)
        ]
    w = list(i
         for i in
         range(3) if
         i)
    return x
sys.settrace(trace)
t_swap(1,2)
try:
    t_ac().send(None)
except StopIteration as e:
    print(e.value)
t_with()
t_with2()
t_comp()
sys.settrace(None)
def t1():
    x = [i
         for i in range(4)
         if i % 2
         if i > 1]
    return x
def t2():
    y = {i: i
         for i
         in range(3)
         if
         i}
    return y
def t3():
    z = [
        i
        for j in range(2)
        for i in range(2)
        if (i and
            j)
        ]
def t4():
    w = list(i
         for i in
         range(3) if
         i)
def t5():
    return {i + 1
            for i in range(2)}, [i for i in range(2) if i], [
        i for i in range(3) if i if
        i > 1]
def t6():
    return [(i,
             j) for i in range(2)
            if i or not i
            for j in range(2) if j < 1 or
            i]
def t7():
    return [i for i in range(3) if i], [j for i in range(2) for j in range(2) if i or j], {i: 1 for i in range(2) if not i}
def t8():
    return [
        x + y
        for x in range(2)
        for y in [x]
        if not (x and
          y)
    ]
def t9():
    return sum(
        x
        for x in range(3)
        if x != 1
    )
def t10():
    return [
        [a
         for a in b
         if a]
        for b in [[0, 1], [2]]
        if b
    ]
def t11():
    return [
        f"{a}"
        for a in range(2)
    ]
def t12():
    return {
        k: v
        for k, v in zip("ab", "cd")
        if k == "a"
        or v == "d"
    }
def t13():
    return any(
        a
        if a else
        b
        for a, b in [(0, 0), (1, 0)]
        if a if not b)
sys.settrace(trace)
for t in (t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13):
    t()
sys.settrace(None)
