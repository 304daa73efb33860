# A cycle is found by the collector.
import gc
gc.collect()
a = []
a.append(a)
del a
print(gc.collect(), gc.isenabled(), len(gc.get_threshold()))
