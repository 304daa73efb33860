"""Who is held while attributes are sought by hooks, inputs are merged and members of two sets compared."""
import gc
import heapq


class Hooked:
    def __init__(self):
        object.__setattr__(self, "log", [])
    def __getattribute__(self, name):
        if name != "log":
            object.__getattribute__(self, "log").append(name)
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        self.log.append("no " + name)
        return name.upper()
    def __setattr__(self, name, value):
        self.log.append("set " + name)
        object.__setattr__(self, name, value)


class Key:
    def __init__(self, key):
        self.key = key
    def __lt__(self, other):
        return self.key < other.key
    def __eq__(self, other):
        return self.key == other.key
    def __hash__(self):
        return self.key % 2


hooked = Hooked()
print(gc.get_count()[0] > 0)
hooked.a = 1
print(hooked.a, hooked.b, getattr(hooked, "c", 0), hooked.log)
keys = {Key(1), Key(2)}
print(len(keys ^ {Key(1), Key(8)}), len(keys.symmetric_difference([Key(1)])))
keys ^= {Key(2), Key(4)}
keys.symmetric_difference_update([Key(1), Key(8)])
print([key.key for key in heapq.merge([Key(1), Key(4)], [Key(0), Key(2)], [])])
print([key.key for key in heapq.merge([Key(4)], [Key(5), Key(1)], key=lambda key: -key.key, reverse=False)])
print(list(heapq.merge([3, 1], [2], reverse=True)), list(heapq.merge()))
