# A teaching program: lists_trees.
class LinkedList:
    class _Node:
        def __init__(self, value, next=None):
            self.value = value
            self.next = next

        def __repr__(self):
            return f"_Node({self.value})"

    def __init__(self, items=()):
        self.head = self.tail = None
        self._length = 0
        for item in items:
            self.append(item)

    def append(self, value):
        node = self._Node(value)
        if self.tail is None:
            self.head = node
        else:
            self.tail.next = node
        self.tail = node
        self._length += 1

    def prepend(self, value):
        self.head = self._Node(value, self.head)
        if self.tail is None:
            self.tail = self.head
        self._length += 1

    def nodes(self):
        node = self.head
        while node:
            yield node
            node = node.next

    def __iter__(self):
        for node in self.nodes():
            yield node.value

    def __len__(self):
        return self._length

    def __getitem__(self, i):
        if isinstance(i, slice):
            return type(self)(list(self)[i])
        if i < 0:
            i += len(self)
        for k, value in enumerate(self):
            if k == i:
                return value
        raise IndexError("linked list index out of range")

    def remove(self, value):
        previous, node = None, self.head
        while node is not None:
            if node.value == value:
                if previous is None:
                    self.head = node.next
                else:
                    previous.next = node.next
                if node is self.tail:
                    self.tail = previous
                self._length -= 1
                return
            previous, node = node, node.next
        raise ValueError(f"{value!r} not in list")

    def reverse(self):
        previous, node = None, self.head
        self.tail = self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"


class Tree:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def insert(self, key):
        if key == self.key:
            return False
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(key))
            return True
        return child.insert(key)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def __contains__(self, key):
        node = self
        while node:
            if node.key == key:
                return True
            node = node.left if key < node.key else node.right
        return False

    @property
    def depth(self):
        return 1 + max((c.depth for c in (self.left, self.right) if c), default=0)

    def draw(self, indent=0):
        if self.right:
            self.right.draw(indent + 4)
        print(" " * indent + str(self.key))
        if self.left:
            self.left.draw(indent + 4)

    def __bool__(self):
        return True

    def breadth_first(self):
        queue = [self]
        for node in queue:
            yield node.key
            queue += [c for c in (node.left, node.right) if c]


class Graph:
    def __init__(self, edges=()):
        self.adjacent = {}
        for a, b, *w in edges:
            self.connect(a, b, *w)

    def connect(self, a, b, weight=1):
        self.adjacent.setdefault(a, {})[b] = weight
        self.adjacent.setdefault(b, {})[a] = weight

    def dfs(self, start, seen=None):
        seen = set() if seen is None else seen
        seen.add(start)
        yield start
        for node in sorted(self.adjacent[start]):
            if node not in seen:
                yield from self.dfs(node, seen)

    def bfs(self, start):
        seen, layer = {start}, [start]
        while layer:
            yield layer
            layer = sorted({n for v in layer for n in self.adjacent[v]} - seen)
            seen.update(layer)

    def shortest(self, start, end):
        distance = {start: 0}
        before = {}
        open_ = {start}
        while open_:
            here = min(open_, key=lambda n: (distance[n], n))
            open_.discard(here)
            if here == end:
                path = [end]
                while path[-1] != start:
                    path.append(before[path[-1]])
                return distance[end], path[::-1]
            for node, weight in self.adjacent[here].items():
                d = distance[here] + weight
                if d < distance.get(node, float("inf")):
                    distance[node] = d
                    before[node] = here
                    open_.add(node)
        raise LookupError(f"no way from {start} to {end}")


l = LinkedList("hello")
l.prepend("X")
l.remove("l")
print(l, len(l), l[0], l[-1], l[1:4], "e" in l, list(reversed(list(l))))
l.reverse()
print(l, l.head, l.tail, LinkedList())
for bad in (lambda: l[99], lambda: l.remove("z"), lambda: l["a"]):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
root = Tree(50)
for k in (30, 70, 20, 40, 60, 80, 30, 65):
    print(root.insert(k), end=" ")
print(list(root), root.depth, 65 in root, 66 in root, list(root.breadth_first()))
root.draw()
g = Graph([("A", "B", 4), ("A", "C", 2), ("C", "B", 1), ("B", "D", 5), ("D", "E", 3), ("C", "D", 8)])
print(list(g.dfs("A")), list(g.bfs("A")), g.shortest("A", "E"))
g.adjacent["Z"] = {}
g.shortest("A", "Z")
