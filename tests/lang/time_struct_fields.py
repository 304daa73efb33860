"""struct_time in a match statement, and with other fields."""
import copy
import sys
import time

t = time.gmtime(86400)
match t:
    case time.struct_time(year, month, day, tm_hour=hour):
        print(year, month, day, hour)
print(time.struct_time.__match_args__)
if sys.version_info >= (3, 13):
    print(copy.replace(t, tm_year=2000, tm_zone="UTC"), copy.replace(t).tm_zone == t.tm_zone)
    try:
        copy.replace(t, tm_second=5)
    except TypeError as e:
        print(e)
