# __del__ in cycles: all of them before anything is cleared; resurrection; each only once.
import gc


class Node:
    __slots__ = ("name", "next")

    def __init__(self, name):
        self.name = name
        self.next = None

    def __del__(self):
        print("del", self.name, "next", self.next and self.next.name)


gc.collect()
a, b, c = Node("a"), Node("b"), Node("c")
a.next, b.next, c.next = b, c, a
del a, b, c
print(gc.collect())

kept = []


class Phoenix:
    __slots__ = ("me",)

    def __del__(self):
        print("rises")
        kept.append(self)


p = Phoenix()
p.me = p
del p
print(gc.collect(), len(kept), gc.is_finalized(kept[0]))
p = kept.pop()
del p
print(gc.collect(), kept)

x, y = Node("x"), Phoenix()
x.next = None
y.me = [x, y]
del x, y
print(gc.collect())
print(kept[0].me[0].name)
kept[0].me = None
kept.clear()
print("end")
