import gc


class Node:
    def __init__(self, left, right):
        self.left, self.right = left, right
        self.parent = None
        for child in (left, right):
            if child:
                child.parent = self  # a cycle: the collector's


def grow(depth):
    return Node(grow(depth - 1), grow(depth - 1)) if depth else Node(None, None)


for _ in range(6):
    grow(12)
print(gc.isenabled())
