# Classes of the library that are C in CPython take no attributes; those in Python do.
import collections
import contextvars
import csv
import datetime
import decimal
import fractions
import hashlib
import io
import queue
import re
import string
import struct
import threading
from unittest import mock

for cls in (datetime.date, datetime.datetime, datetime.timedelta, datetime.time, datetime.timezone, decimal.Decimal,
            fractions.Fraction, io.StringIO, io.BytesIO, struct.Struct, csv.DictReader, collections.deque,
            collections.Counter, collections.OrderedDict, threading.Thread, type(threading.Lock()), queue.Queue,
            queue.SimpleQueue, re.Pattern, contextvars.ContextVar, type(hashlib.md5()), string.Template, type(csv.reader([]))):
    try:
        cls.more = 1
    except TypeError as error:
        print(cls, error)
    else:
        print(cls, cls.more)
        del cls.more

try:
    datetime.datetime.now = lambda: "noon"
except TypeError as error:
    print(error)
try:
    del datetime.date.today
except TypeError as error:
    print(error)
try:
    with mock.patch("datetime.date.today", lambda: "never"):
        print(datetime.date.today())
except TypeError as error:
    print(error)


class Day(datetime.date):
    pass


Day.more = 3
print(Day(2024, 1, 2).more, Day(2024, 1, 2))
with mock.patch("datetime.date", Day):
    print(datetime.date(2024, 5, 6).more)
