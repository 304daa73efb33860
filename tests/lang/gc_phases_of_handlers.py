# Where a collection that is due begins, at each phase of what a handler makes: in 3.12 the way out of it leads back.
import gc, sys
log = []
def heard(phase, info):
    if phase == "start": log.append((sys._getframe(1).f_lineno, gc.get_count()[0]))
gc.callbacks.append(heard)
def fails(x):
    raise x
class M:
    def __enter__(self): return self
    def __exit__(self, *a): return True
def small():
    try:
        fails(KeyError(1))
    except KeyError as e:
        a = [[], {}]
def larger(x):
    try:
        fails(KeyError(1))
    except (KeyError, ValueError):
        a = [[], {}]
    b = [x, a]
    return x
def loop(x):
    for i in range(2):
        try:
            fails(ValueError(1))
        except ValueError:
            a = [[], {}]
    while x:
        x = x - 1
        try:
            fails(ValueError(1))
        except ValueError:
            a = [[], {}]
            continue
        finally:
            b = [a]
def managed(x):
    with M() as m:
        fails(ValueError(1))
    y = [x, x]
    return [y]
def inner(x):
    try:
        fails(ValueError(1))
    except ValueError:
        try:
            fails(ValueError(1))
        except ValueError:
            a = [[], {}]
        b = [a]
        c = [b]
    d = [c]
    return [d]
def last(x):
    try:
        fails(ValueError(1))
    except ValueError:
        a = [[], {}]
    return a
def returning(x):
    try:
        fails(ValueError(1))
    except ValueError:
        return [[], {}]
    return a
for f in (small, lambda: larger(1), lambda: loop(2), lambda: managed(1), lambda: inner(1), lambda: last(1), lambda: returning(1)):
    for k in range(1, 30):
        for i in range(4):
            gc.set_threshold(0)
            gc.collect()
            log.clear()
            gc.set_threshold(k if i == 3 else 0, 1000, 1000)
            f()
            gc.set_threshold(0)
        print(k, log)
gc.callbacks.clear()
