# Copies of partials, dates beside datetimes, flags without a name, names of encodings and digests.
import copy
import datetime
import functools
import hashlib
import re

p = functools.partial(int, base=2)
p.note = [1]
q, r = copy.copy(p), copy.deepcopy(p)
print(q.keywords is p.keywords, q.args is p.args, q.note is p.note, r.keywords is p.keywords, r.note is p.note)
print(re.compile("a", 0x123000), re.compile("a", re.I | 0x800000), re.compile(b"a", re.I | re.M))
day, moment = datetime.date(2020, 1, 1), datetime.datetime(2020, 1, 1, 5)
print(day == moment, moment == day, day != moment)
print(day.__eq__(moment), day.__lt__(moment), day.__le__(moment), day.__ne__(moment))
for order in (lambda: day < moment, lambda: moment > day, lambda: sorted([moment, day])):
    try:
        print(order())
    except TypeError as e:
        print(e)
print(sorted(hashlib.algorithms_guaranteed))
for name in ("no-such-code", "utf 8 ", "latin_99"):
    try:
        "a".encode(name)
    except LookupError as e:
        print(e)
