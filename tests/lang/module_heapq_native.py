# Each comparison of heapq and bisect, in order; and what goes wrong.
import heapq
import bisect


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        seen.append((self.n, other.n))
        return self.n < other.n

    def __repr__(self):
        return f"<{self.n}>"


seen = []
heap = []
for n in (5, 3, 8, 1, 9, 2, 7):
    heapq.heappush(heap, Item(n))
print(heap, seen)
seen.clear()
print(heapq.heappop(heap), heapq.heapreplace(heap, Item(6)), heapq.heappushpop(heap, Item(4)), heap, seen)
seen.clear()
items = [Item(n) for n in (4, 1, 7, 3, 8, 5, 2, 6)]
heapq.heapify(items)
print(items, seen)
seen.clear()
heapq._heapify_max(items)
print(items, heapq._heappop_max(items), heapq._heapreplace_max(items, Item(0)), items, len(seen))
long = [(n * 7919) % 100003 for n in range(5000)]
heapq.heapify(long)
print(long[:20], sum(long[k] <= long[2 * k + 1] for k in range(2499)), long[-5:])
print([heapq.heappop(long) for _ in range(10)])
print(heapq.nsmallest(3, [5, 2, 9, 1]), heapq.nlargest(2, "heap"), list(heapq.merge([1, 4], [2, 3], reverse=False)))

seen.clear()
row = [Item(n) for n in (1, 3, 3, 5, 7)]
print(bisect.bisect_left(row, Item(3)), bisect.bisect_right(row, Item(3)), seen)
seen.clear()
bisect.insort(row, Item(4))
bisect.insort_left(row, Item(9), lo=2, hi=None)
print(row, seen)
words = ["fig", "apple", "banana", "cherry"]
words.sort(key=len)
print(bisect.bisect(words, 5, key=len), bisect.bisect_left(words, 6, 1, 3, key=len))
bisect.insort(words, "pear", key=len)
print(words, bisect.bisect_left((1, 2, 3), 2), bisect.bisect(range(0, 100, 7), 50), bisect.bisect("aceg", "d"))


class Row(list):
    def insert(self, at, x):
        print("insert", at, x)
        super().insert(at, x)


rows = Row([1, 5])
bisect.insort(rows, 3)
print(rows)


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class Growing(int):
    def __lt__(self, other):
        grown.append(0)
        return False


grown = [Growing(n) for n in range(4)]
attempt(lambda: heapq.heapify(grown))
attempt(lambda: heapq.heappop([]))
attempt(lambda: heapq.heappop((1, 2)))
attempt(lambda: heapq.heappush([1]))
attempt(lambda: heapq.heappush((), 1))
attempt(lambda: heapq.heapreplace([], 1))
attempt(lambda: heapq.heapify(5))
attempt(lambda: heapq.heapify([3, "x", 2]))
attempt(lambda: heapq.heappushpop([], 1))
attempt(lambda: bisect.bisect([1, 2], 1, -1))
attempt(lambda: bisect.bisect([1, 2], "x"))
attempt(lambda: bisect.bisect([1, 2]))
attempt(lambda: bisect.bisect({1: 2, 0: 3}, 1))
attempt(lambda: bisect.bisect(5, 1))
attempt(lambda: bisect.bisect([1, 2], 1, 0, 9))
attempt(lambda: bisect.insort([1, 2], 1, key=3))
attempt(lambda: bisect.bisect_left([1], 1, "a"))
print(heapq.heappush, bisect.insort, heapq.heappop.__module__, bisect.bisect is bisect.bisect_right)
