"""A generator pipeline over a log, with coroutines that aggregate."""
import io
from collections import Counter, defaultdict, namedtuple
from itertools import groupby, islice, tee

LOG = """\
10:00:01 INFO  auth   user=ada action=login
10:00:05 WARN  disk   usage=91
10:00:09 ERROR auth   user=bob reason="bad password"
broken line
10:01:00 INFO  auth   user=bob action=login
10:01:30 ERROR disk   usage=99 host=db1

10:02:00 INFO  web    path=/index ms=12
10:02:01 INFO  web    path=/about ms=40
10:02:02 ERROR web    path=/boom ms=5000 code=500
"""
Record = namedtuple("Record", "time level source fields")


class ParseError(ValueError):
    pass


def lines(stream):
    for number, line in enumerate(stream, 1):
        line = line.rstrip("\n")
        if line:
            yield number, line


def split_fields(text):
    key, value, quoted, out = "", None, False, {}
    for c in text + " ":
        if c == '"':
            quoted = not quoted
        elif c == "=" and value is None:
            value = ""
        elif c == " " and not quoted:
            if key:
                out[key] = int(value) if value and value.isdigit() else value
            key, value = "", None
        elif value is None:
            key += c
        else:
            value += c
    return out


def parse(numbered, on_error):
    for number, line in numbered:
        try:
            time, level, source, *rest = line.split(None, 3)
            if time.count(":") != 2:
                raise ParseError(f"no time in {line!r}")
            yield Record(time, level, source, split_fields(rest[0] if rest else ""))
        except (ParseError, ValueError) as e:
            on_error.send((number, e))


def collector():
    found = []
    try:
        while True:
            found.append((yield len(found)))
    except GeneratorExit:
        print("collector closed with", len(found))
        for number, e in found:
            print("  line", number, type(e).__name__, e)


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count, average
        total += value
        count += 1
        average = total / count


def delegate(results, name):
    while True:
        results[name] = yield from averager()


def where(records, **wanted):
    return (r for r in records if all(getattr(r, k) == v for k, v in wanted.items()))


errors = collector()
next(errors)
records = parse(lines(io.StringIO(LOG)), errors)
records, again, third = tee(records, 3)
print(Counter(r.level for r in records))
for minute, group in groupby(again, key=lambda r: r.time[:5]):
    print(minute, [(r.source, r.level) for r in group])
by_source = defaultdict(list)
for r in third:
    by_source[r.source].append(r)
print({k: len(v) for k, v in sorted(by_source.items())})
print(list(where(by_source["auth"], level="ERROR")))
results = {}
d = delegate(results, "ms")
next(d)
for r in by_source["web"]:
    print("running average", d.send(r.fields["ms"]))
d.send(None)
print(results)
d.close()
errors.close()


def numbers():
    n = 0
    while True:
        step = yield n
        n += step or 1


g = numbers()
print(list(islice(g, 5)), g.send(10), next(g), g.gi_frame.f_locals["n"] if False else g.gi_running)


def flatten(x):
    for item in x:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def windows(iterable, n):
    window = []
    for x in iterable:
        window.append(x)
        if len(window) == n:
            yield tuple(window)
            window.pop(0)


print(list(windows(flatten([1, [2, (3, [4, 5]), 6], [[[7]]]]), 3)))
print(sum(x * y for x, y, *_ in windows(range(100), 2)))
