# Collections that begin where print() hands its pieces to the stream: a method object for each of
# them counts while it is written.
# test: to=3.11.9
import gc

gc.set_threshold(5, 2, 2)
log = []


def note(phase, info):
    log.append((phase, info["generation"], info["collected"]))


gc.callbacks.append(note)


class Node:
    pass


keep = []
for i in range(40):
    node = Node()
    node.self = node
    if i % 3 == 0:
        keep.append(node)
        print(i, len(keep))
    if i % 7 == 0:
        print("seven", i, sep="-", end="!\n")
gc.callbacks.remove(note)
print(len(log), len(keep))
gc.set_threshold(700, 10, 10)
print(log)
