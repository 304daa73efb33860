"""What gc.DEBUG_STATS tells of collections, asked for and by count."""
import gc


class Thing:
    def __init__(self, number):
        self.number = number


gc.set_debug(gc.DEBUG_STATS)
gc.set_threshold(5, 1, 1)
gc.collect()
things = []
for i in range(10):
    things.append(Thing(i))
loop = []
loop.append(loop)
del loop
gc.collect(1)
gc.set_debug(0)
