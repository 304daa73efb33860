# gc.callbacks, the automatic collections of a loop, and gc.get_stats().
import gc

gc.collect()
log = []


def note(phase, info):
    log.append((phase, sorted(info.items())))


gc.callbacks.append(note)
gc.collect(0)
gc.collect(1)
a = [[]]
a[0].append(a)
del a
gc.collect()
gc.callbacks.remove(note)
for line in log:
    print(line)

before = gc.get_stats()
gc.collect(1)
a = []
a.append(a)
del a
gc.collect()
after = gc.get_stats()
print([{k: a[k] - b[k] for k in b} for a, b in zip(after, before)])

phases = []
gc.collect()
gc.callbacks.append(lambda phase, info: phases.append(info["generation"]) if phase == "start" else None)
keep = []
for i in range(30000):
    keep.append([])
gc.callbacks.clear()
print(len(phases), phases[:40])
print(gc.get_threshold(), gc.isenabled())
gc.set_threshold(100, 5)
print(gc.get_threshold())
gc.disable()
print(gc.isenabled())
phases = []
gc.callbacks.append(lambda phase, info: phases.append(1))
x = [[] for i in range(1000)]
print(phases)
gc.callbacks.clear()
gc.enable()
