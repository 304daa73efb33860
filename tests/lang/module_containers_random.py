import sys
from collections import *
from itertools import *
seed = 0
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return (seed >> 33) % n
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
def fuzz_deque():
    d = deque(maxlen=[None, None, 70, 5][rnd(4)])
    for step in range(700):
        op = rnd(22)
        v = rnd(50)
        r = None
        if op < 4: r = attempt(lambda: d.append(v))
        elif op < 7: r = attempt(lambda: d.appendleft(v))
        elif op == 7: r = attempt(d.pop)
        elif op == 8: r = attempt(d.popleft)
        elif op == 9: r = attempt(lambda: d.extend(range(v)))
        elif op == 10: r = attempt(lambda: d.extendleft(range(v)))
        elif op == 11: r = attempt(lambda: d.rotate(rnd(300) - 150))
        elif op == 12: r = attempt(lambda: d.insert(rnd(200) - 100, v))
        elif op == 13: r = attempt(lambda: d.remove(v))
        elif op == 14: r = attempt(lambda: d.index(v, rnd(20) - 10, rnd(60)))
        elif op == 15: r = attempt(lambda: d.__delitem__(rnd(200) - 100))
        elif op == 16: r = attempt(lambda: d.__setitem__(rnd(200) - 100, v))
        elif op == 17: r = attempt(lambda: d[rnd(200) - 100])
        elif op == 18: r = attempt(lambda: (d.count(v), v in d))
        elif op == 19: r = attempt(lambda: d.reverse())
        elif op == 20:
            if rnd(10) == 0: d.clear()
            else:
                for _ in range(rnd(40)): attempt(d.pop if rnd(2) else d.popleft)
        elif op == 21:
            if len(d) < 100: d *= rnd(3)
            r = (len(d.copy()), len(d + deque([1])), d < deque([v]), d == d.copy())
        print(op, r, len(d), sys.getsizeof(d), hash(tuple(d)) % 1000003)
    print(d)
def fuzz_odict():
    o = OrderedDict()
    for step in range(700):
        op = rnd(16)
        k = rnd(40)
        if rnd(3) == 0: k = str(k)
        r = None
        if op < 5: o[k] = step
        elif op == 5: r = attempt(lambda: o.pop(k))
        elif op == 6: r = attempt(lambda: o.pop(k, None))
        elif op == 7: r = attempt(lambda: o.move_to_end(k))
        elif op == 8: r = attempt(lambda: o.move_to_end(k, last=False))
        elif op == 9: r = attempt(lambda: o.popitem(last=rnd(2) == 0))
        elif op == 10: r = attempt(lambda: o.__delitem__(k))
        elif op == 11: r = attempt(lambda: o.setdefault(k, -1))
        elif op == 12: o.update({rnd(60): 1, k: 2})
        elif op == 13: r = list(reversed(o)) == list(o)[::-1], list(o.items())[-2:], o == dict(o), o == o.copy()
        elif op == 14 and rnd(20) == 0: o.clear()
        elif op == 15: o |= {k: step}
        print(op, r, len(o), sys.getsizeof(o), hash(tuple(map(str, o))) % 1000003 if False else list(o)[:4])
    print(o)
def fuzz_iter():
    for step in range(300):
        data = [rnd(6) for _ in range(rnd(12))]
        n = rnd(6)
        op = rnd(20)
        make = [lambda: chain(data, "ab"), lambda: accumulate(data), lambda: compress(data, cycle([1, 0, n])), lambda: dropwhile(lambda x: x < n, data),
                lambda: takewhile(lambda x: x < 4, data), lambda: filterfalse(lambda x: x % 2, data), lambda: islice(data, n, None, 1 + rnd(3)),
                lambda: starmap(pow, zip(data, data)), lambda: zip_longest(data, "abc", fillvalue=n), lambda: product(data[:3], repeat=n % 3),
                lambda: permutations(data[:5], n), lambda: combinations(data[:6], n), lambda: combinations_with_replacement(data[:4], n),
                lambda: pairwise(data), lambda: ((k, list(g)) for k, g in groupby(data)), lambda: repeat(n, n), lambda: islice(count(n, -2), n),
                lambda: islice(cycle(data), 2 * n), lambda: chain.from_iterable(tee(data, n)), lambda: zip(*tee(data, 2))][op]
        r = attempt(lambda: list(make()))
        print(op, r if len(str(r)) < 300 else (len(r), hash(str(r)) % 1000003 if False else str(r)[-80:]))
def fuzz_counter():
    c = Counter()
    for step in range(300):
        op = rnd(12)
        k = rnd(8)
        other = Counter({rnd(8): rnd(7) - 3 for _ in range(rnd(5))})
        if op == 0: c.update(other)
        elif op == 1: c.subtract(other)
        elif op == 2: c = c + other
        elif op == 3: c = c - other
        elif op == 4: c |= other
        elif op == 5: c &= other if rnd(3) == 0 else c
        elif op == 6: c[k] += 1
        elif op == 7: del c[k]
        elif op == 8: c.update(str(rnd(10000)))
        elif op == 9: c = +c
        elif op == 10: print(c.most_common(rnd(5)), c == other, c <= other, c > other, (c & other), (c | other), -c)
        elif op == 11: print(sorted(map(str, c.elements())), c.total(), sys.getsizeof(c))
        print(op, c)
for seed in 1, 5:
    for f in fuzz_deque, fuzz_odict, fuzz_iter, fuzz_counter:
        f()
