"""calendar.January and calendar.February, which are on their way out."""
import calendar
import sys
import warnings

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    print(int(calendar.January), int(calendar.February))
for w in told:
    print(w.category.__name__, w.message)
if sys.version_info >= (3, 12):
    print(int(calendar.JANUARY), calendar.Month(2).name)
print(calendar.January + 1)
