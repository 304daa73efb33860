"""Callbacks of the collector that go, and the counts and collections that follow."""
import gc
gc.collect()
gc.disable()
log = []
gc.callbacks.append(lambda phase, info: log.append((phase, info["generation"], info["collected"])))
class Cycle:
    def __init__(self): self.me = self
class Quiet(Cycle):
    __slots__ = ()
for i in range(5):
    Cycle(); Quiet()
before = gc.get_count()
n = gc.collect(0)
print(n, before[0] > gc.get_count()[0])
Cycle()
print(gc.collect(1), gc.collect(2), gc.collect())
print(log)
gc.callbacks.clear()
gc.set_threshold(10, 2, 2)
print(gc.get_threshold())
gc.enable()
made = [[i] for i in range(100)]
print(gc.get_count()[0] < 11)
gc.set_threshold(0)
more = [[i] for i in range(100)]
print(gc.get_count()[0] > 50)
gc.set_threshold(700, 10, 10)
print(gc.is_finalized(made))
class F:
    def __del__(self): pass
f = F()
print(gc.is_finalized(f))
x = gc.get_stats()
print(len(x), sorted(x[0]))
t = tuple(range(3)); u = ([],)
print(gc.is_tracked(t), gc.is_tracked(u))
gc.collect()
print(gc.is_tracked(t), gc.is_tracked(u), gc.is_tracked({1: 2}), gc.is_tracked({1: []}), gc.is_tracked(F), gc.is_tracked(f))
