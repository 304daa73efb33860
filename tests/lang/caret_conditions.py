"""Where an error in a condition stands: comprehensions, behind comparisons."""
import traceback,sys
class B:
    def __bool__(self): raise ValueError
b=B()
def f1():
    return [
      i
      for i in [1]
      if b]
def f2():
    return [
      i
      for i in [1]
      if b and
         b]
def f3():
    return [
      i
      for i in [1]
      if not
         b]
def f4():
    return [
      i
      for i in [1]
      if 1 <
         2 <
         b]
def f5():
    return [
      i
      for i in [1]
      if (b if
        b else
        b)]
def f6():
    return {
      i
      for i in [1]
      for j in [2]
      if b or
        b
      if b}
def f7():
    if (b
       and b): pass
def f8():
    while (1 and
       b): pass
def f9():
    assert (1 and
       b)
def f10():
    x = (1 and
       b or 2)
def f11():
    x = (1 if
       b else 2)
def f12():
    return list(
      i
      for i in [1]
      if b
      )
for f in (f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11,f12):
    try: f()
    except (ValueError, TypeError): traceback.print_exc(file=sys.stdout)
def g1():
    if 1 < 2 and b: pass
def g2():
    while 1 < 2 and b: pass
def g3():
    assert 1 < 2 and b
def g4():
    x = 1 if 1 < 2 and b else 3
def g5():
    [i for i in [1] if 1 < 2 and b if b]
def g6():
    [i for i in [1] if 1 < 2 if b]
def g7():
    assert 1 < 2 < 3 and 1 > 2
def g8():
    assert 1 and (1 > 2 or 0)
def g9():
    if 1 < 2 < 3 and b: pass
def g10():
    if (b if 1 < 2 else 3): pass
def g11():
    {i: [] for i in [[1]] if 1 < 2}
def g12():
    {[i] for i in [[1]] if 1 < 2}
def g13():
    match 3:
        case x if x < 4 and b: pass
def g14():
    assert not 1 < 2
def g15():
    assert 1 < 2 and []
def g16():
    assert [], 1
def g17():
    return [
      i
      for i in [[1],[2],[3]] if i > [1]
      if i > [2]
      ]
for f in (g1, g2, g3, g4, g5, g6, g7, g8, g9, g10, g11, g12, g13, g14, g15, g16, g17):
    try: f()
    except (ValueError,AssertionError,TypeError): traceback.print_exc(file=sys.stdout)
