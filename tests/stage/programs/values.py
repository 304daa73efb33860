# What values of the library mean, and what a condition in a loop was.
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePosixPath
import uuid

day = date(2024, 5, 17)
moment = datetime(2024, 5, 17, 10, 30, tzinfo=timezone.utc)
span = timedelta(days=3, microseconds=5)
noon = time(12, 0, 1)
east = timezone(timedelta(hours=2), "CEST")
price = Decimal("1.10")
tiny = Decimal("-1E-9")
odd = Decimal("Infinity")
third = Fraction(1, 3)
path = PurePosixPath("/a") / "b.txt"
key = uuid.UUID(int=2**127 + 5)
every = slice(None, None, 2)
if price > 1:
    price = price * 2
for item in [day, price, third]:
    if item == third:
        print(item)
n = 7
while n > 3:
    if n % 2 == 0:
        n -= 1
    n -= 1
