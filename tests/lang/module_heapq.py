import heapq
from heapq import *
h = []
for x in [5, 3, 8, 1, 9, 2]:
    heappush(h, x)
    print(h)
print(heappop(h), h, heappushpop(h, 4), h, heappushpop(h, 0), heapreplace(h, 7), h)
l = [9, 4, 7, 1, 8, 2, 6, 3, 5]
heapify(l)
print(l, [heappop(l) for _ in range(len(l))], l)
print(nsmallest(3, [5, 1, 4, 2]), nlargest(2, "hello"), nsmallest(1, [3, 2]), nlargest(1, []), nsmallest(0, [1]), nlargest(2, [(1, "a"), (1, "b"), (0, "c")], key=lambda t: t[0]))
print(list(merge([1, 4, 7], [2, 5], [3])), list(merge([3, 1], [2], reverse=True)), list(merge(["a", "ccc"], ["bb"], key=len)))
tasks = []
heappush(tasks, (2, "code")); heappush(tasks, (1, "eat")); heappush(tasks, (3, "sleep"))
while tasks:
    print(heappop(tasks))
for f in (lambda: heappop([]), lambda: heapreplace([], 1), lambda: heappush((1,), 2), lambda: heapify(3), lambda: heappush([1], "a")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
class Item:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        print("cmp", self.n, o.n)
        return self.n < o.n
h = [Item(n) for n in (5, 2, 7, 1)]
heapify(h)
print([i.n for i in h], heappop(h).n)
