# Collections that begin amid print(): a method object for each piece counts while it is written, what
# waits is a list, and the file gets each line through a memoryview. From 3.12 on one that is due begins where
# print() looks for signals.
import gc

log = []


def note(phase, info):
    log.append((phase, info["generation"], info["collected"]))


class Node:
    def __init__(self, value):
        self.value = value
        self.other = None

    def __str__(self):
        return f"<{self.value}>"

    def tell(self):
        print("node", self)


def ring(value):
    a, b = Node(value), Node([value])
    a.other, b.other = b, a
    return a


def rounds(first, last):
    """Warm prints, each in a row of rings: the thresholds decide which of them has the collection in its midst."""
    for i in range(first, last):
        a = ring(i)
        if i % 2 == 0:
            print(i)
        elif i % 3 == 0:
            print(i, [i], a.value, sep="-", end="!\n")
        elif i % 5 == 0:
            print(f"{i:>4} {a!s:5}|")
        elif i % 7 == 0:
            print()
        elif i % 11 == 0:
            print("part ", end="")
            print(a)
        else:
            a.tell()


gc.callbacks.append(note)
for threshold in 20, 22, 25, 27:
    gc.collect()
    gc.set_threshold(threshold, 3, 3)
    rounds(0, 30)
    gc.set_threshold(0)
gc.callbacks.remove(note)
gc.set_threshold(700, 10, 10)
print(len(log))
print(log)
