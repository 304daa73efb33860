import re
from array import array
from collections import Counter, deque, namedtuple
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import count

Entry = namedtuple("Entry", "day what price")
line = re.compile(r"(\d+)-(\d+)-(\d+) (\w+) ([\d.]+)")
text = """2024-02-28 pears 1.50
2024-02-29 plums 2.25
a line that is none
2024-03-01 pears 1.75"""

entries = []
for row in text.splitlines():
    found = line.match(row)
    if not found:
        continue
    year, month, day, what, price = found.groups()
    entries.append(Entry(date(int(year), int(month), int(day)), what, Decimal(price)))

total = sum(e.price for e in entries)
counts = Counter(e.what for e in entries)
last = deque(entries, maxlen=2)
numbers = array("i", [e.day.day for e in entries])
double = partial(pow, 2)
ids = count(10)
print(total, counts.most_common(1))
print(len(last), numbers.tolist(), double(5), next(ids), next(ids))
