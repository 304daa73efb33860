# test: from=3.12
# Where a collection that is due begins: at a generator's next, not where it is only handed on; in the line of a def; in
# the digits of an int; among the callbacks of another collection.
import gc
import sys

log = []


def heard(phase, info):
    if phase == "start":
        log.append((sys._getframe(1).f_code.co_name, sys._getframe(1).f_lineno, gc.get_count()[0]))


def inner(own):
    for i in range(3):
        yield [i for i in range(2)], {i: own for i in own[:1]}, {1, 2}


def outer(n):
    own = [n]
    own.append(own)
    try:
        yield from inner(own)
    finally:
        own.append(n)


class Node:
    def __init__(self, value):
        cells = [value]
        self.own = lambda: [cells, self]


async def whole(n):
    return [n]


async def parts(n):
    return [await whole(n), await whole(n)]


def generated():
    return list(outer(1))


def awaited():
    try:
        parts(1).send(None)
    except StopIteration as stop:
        return [stop.value]


def shown():
    number = 5
    pair = [number], (number,), [[]]
    text = f"{number:04d}"
    return [text, f"{pair!r:>10}", len(text)]


def matched(x=({"x": [[1], 2], "y": 3},)):
    match x[0]:
        case {"x": [list(q), int(r)], "y": z}:
            found = [q, r, z]
            found.append(found)
            return len(found)


gc.callbacks.append(heard)
for work in (generated, awaited, shown, matched, lambda: Node([1]).own()):
    for threshold in range(1, 24):
        for n in range(4):
            gc.set_threshold(0)
            gc.collect()
            log.clear()
            gc.set_threshold(threshold if n == 3 else 0, 1000, 1000)
            work()
            gc.set_threshold(0)
        print(threshold, log)

for spare in range(6):
    gc.set_threshold(0)
    gc.collect()
    log.clear()
    gc.set_threshold(spare, 1000, 1000)
    kept = [[] for _ in range(3)]
    kept.append(Node)
    bound = Node([1]).__init__
    print(gc.collect(), [name for name, line, count in log])
gc.callbacks.clear()
