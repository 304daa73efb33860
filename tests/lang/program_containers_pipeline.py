# A pipeline of generators: readings come in, and are cleaned, grouped, windowed and summed up.
import operator
from collections import Counter, defaultdict, deque, namedtuple
from functools import partial, reduce, wraps
from itertools import (
    accumulate, chain, combinations, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations,
    product, repeat, starmap, takewhile, tee, zip_longest,
)

Reading = namedtuple("Reading", "time sensor value", defaults=[0.0])
RAW = """
# time sensor value
1 a 20.5
1 b 19.0
2 a 21.0
2 b bad
3 a 21.5
3 b 18.5
3 c 99.0
4 a 22.5

5 a 22.0
5 b 18.0
9 b 17.5
END
10 a 0.0
"""


def counted(stage):
    @wraps(stage)
    def wrapper(items, *args, **kwargs):
        def inner():
            for item in stage(items, *args, **kwargs):
                passed[stage.__name__] += 1
                yield item

        return inner()

    return wrapper


passed = Counter()


@counted
def lines(text):
    stripped = map(str.strip, text.splitlines())
    return takewhile(lambda line: line != "END", dropwhile(lambda line: not line or line.startswith("#"), stripped))


@counted
def readings(source):
    for line in filter(None, source):
        time, sensor, value = line.split()
        try:
            yield Reading(int(time), sensor, float(value))
        except ValueError as e:
            errors.append((line, str(e)))


@counted
def plausible(source, limit):
    return filterfalse(lambda r: r.value > limit, source)


errors = []


def pipeline(text):
    return plausible(readings(lines(text)), 50)


stream = pipeline(RAW)
print(passed, errors)
first = next(stream)
print(first, passed)
rest = list(stream)
print(len(rest), dict(passed), errors)
data = [first, *rest]

for sensor, group in groupby(sorted(data, key=operator.attrgetter("sensor")), key=operator.attrgetter("sensor")):
    values = [r.value for r in group]
    print(sensor, values, sum(values) / len(values), list(accumulate(values, max)))

by_time = {t: [r.sensor for r in g] for t, g in groupby(data, key=operator.itemgetter(0))}
print(by_time)
times = sorted(by_time)
print([(a, b) for a, b in pairwise(times) if b - a > 1], [b - a for a, b in pairwise(times)])


def windows(iterable, n):
    copies = tee(iterable, n)
    for i, it in enumerate(copies):
        next(islice(it, i, i), None)
    return zip(*copies)


def batches(iterable, n):
    it = iter(iterable)
    while batch := tuple(islice(it, n)):
        yield batch


def round_robin(*iterables):
    pending = deque(map(iter, iterables))
    while pending:
        it = pending.popleft()
        try:
            yield next(it)
        except StopIteration:
            continue
        pending.append(it)


def flatten(nested):
    for item in nested:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def unique(iterable, key=None):
    seen = set()
    for item in iterable:
        mark = key(item) if key else item
        if mark not in seen:
            seen.add(mark)
            yield item


def sliding_max(values, n):
    best = deque()
    for i, v in enumerate(values):
        while best and best[-1][1] <= v:
            best.pop()
        best.append((i, v))
        if best[0][0] <= i - n:
            best.popleft()
        if i >= n - 1:
            yield best[0][1]


values = [r.value for r in data if r.sensor == "a"]
print(list(windows(values, 3)), list(batches("ABCDEFG", 3)), "".join(round_robin("abc", "d", "ef")))
print(list(flatten([1, [2, (3, [4])], 5])), list(unique("AbaBc", str.lower)), list(sliding_max([1, 3, 2, 5, 4, 1, 1, 1], 3)))


def primes():
    composites = defaultdict(list)
    for n in count(2):
        if n not in composites:
            yield n
            composites[n * n].append(n)
        for p in composites.pop(n, ()):
            composites[n + p].append(p)


print(list(islice(primes(), 15)), next(dropwhile(lambda p: p < 200, primes())))
print(list(takewhile(lambda x: x < 60, accumulate(repeat(None), lambda pair, _: (pair[1], sum(pair)), initial=(0, 1)) and
                     (a for a, b in accumulate(repeat(None), lambda pair, _: (pair[1], sum(pair)), initial=(0, 1))))))
print(list(compress("ABCDEF", cycle([1, 0, 1]))), list(zip_longest("ab", "wxyz", fillvalue=".")), list(starmap(pow, zip(range(1, 5), repeat(2)))))
print(list(chain("ab", range(2))), ["".join(p) for p in permutations("abc", 2)], list(combinations(range(4), 2)), list(product("ab", repeat=2)))
dot = lambda a, b: sum(map(operator.mul, a, b))
matrix = [[1, 2], [3, 4]]
print(dot([1, 2, 3], [4, 5, 6]), list(zip(*matrix)), [[dot(row, column) for column in zip(*matrix)] for row in matrix])
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
shout = compose(str.strip, str.upper, partial(operator.add, "> "), operator.methodcaller("replace", " ", "_"))
print(shout("  hello world "), list(map(operator.itemgetter(1, 0), ["ab", "cd"])))
powerset = lambda s: chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
print(list(powerset([1, 2, 3])), sum(1 for _ in powerset(range(8))))
run_lengths = [(k, len(list(g))) for k, g in groupby("aaabccdddd")]
print(run_lengths, "".join(starmap(operator.mul, run_lengths)))
triples = ((a, b, c) for c in count(1) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c)
print(list(islice(triples, 4)), triples.gi_running)
