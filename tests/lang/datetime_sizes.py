import datetime as D
import decimal
import sys

for o in (D.date(2024, 1, 1), D.datetime(2024, 1, 1), D.time(1), D.timedelta(1), D.timezone.utc, D.tzinfo(),
          decimal.Decimal(1), decimal.Decimal(10 ** 50), decimal.Decimal('nan'), decimal.Decimal('9' * 100)):
    print(type(o).__name__, sys.getsizeof(o))
