# The names that classes of the library have, inherited ones too, as dir() lists them.
import argparse
import asyncio
import calendar
import collections
import configparser
import contextlib
import csv
import dataclasses
import datetime
import decimal
import enum
import fractions
import io
import ipaddress
import json
import logging
import pathlib
import random
import statistics
import string
import textwrap
import types
import unittest
import weakref

KINDS = [
    argparse.Namespace, asyncio.Event, asyncio.Queue, calendar.Calendar, collections.ChainMap, collections.Counter,
    collections.OrderedDict, collections.UserDict, collections.UserList, collections.deque, contextlib.ExitStack,
    contextlib.suppress, csv.DictReader, csv.Dialect, datetime.date, datetime.datetime, datetime.time, datetime.timedelta,
    datetime.timezone, decimal.Decimal, enum.Flag, fractions.Fraction, io.BytesIO, io.StringIO, ipaddress.IPv4Network,
    json.JSONDecodeError, json.JSONEncoder, logging.Formatter, logging.LogRecord, logging.Logger, pathlib.PurePosixPath,
    random.Random, statistics.NormalDist, string.Formatter, string.Template, textwrap.TextWrapper, types.SimpleNamespace,
    unittest.TestCase, weakref.WeakSet, weakref.WeakValueDictionary, weakref.finalize,
]
for kind in KINDS:
    print(kind.__name__, [name for name in dir(kind) if not name.startswith("_")])


# What only the implementation has does not show; a name of the program's does, whatever it is.
class Day(datetime.date):
    _year = "mine"
    extra = 1


print([name for name in dir(Day) if name not in object.__dict__])
print("_year" in dir(Day), "_year" in dir(datetime.date), "extra" in dir(Day(2024, 2, 29)))


@dataclasses.dataclass
class Point:
    x: int = 0


print([name for name in dir(Point()) if not name.startswith("__")])
for wrong in "yeer", "todey", "_yeer":
    try:
        getattr(datetime.date, wrong)
    except AttributeError as error:
        print(error, error.name, error.obj)
