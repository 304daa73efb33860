"""When does a collection start?

Not by the clock, and not when memory runs low. The collector counts: containers
that were allocated, minus those that were freed. When the count of the young
generation passes its threshold, a collection starts.
"""
# pyviz: view gc
import gc

class Node:
    pass

# %% A small threshold
# All counts begin anew with a full collection.
gc.collect()
# More than four new containers, and a collection is due.
gc.set_threshold(4, 2, 2)

# %% Counting up
# Each new container counts one. Watch the count of the young generation.
nodes = []
# One of these passes the threshold, and the collector steps in by itself.
nodes.append(Node())
nodes.append(Node())
nodes.append(Node())
nodes.append(Node())
nodes.append(Node())

# %% Freeing counts down
# What is freed by its reference count is taken off: no collection is needed.
for i in range(3):
    temporary = Node()
print(len(nodes))

# %% Never again
# With a threshold of 0 nothing is ever collected automatically.
gc.set_threshold(0)
more = [Node(), Node(), Node(), Node(), Node()]
print(gc.get_threshold()[0])
