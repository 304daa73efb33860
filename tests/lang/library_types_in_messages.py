# Messages call the types that CPython writes in C by their modules.
import contextvars
import csv
import hashlib
import io
import os
import queue
import struct
import sys
import threading
import time

things = [io.StringIO(), io.BytesIO(), sys.stdout.buffer, struct.Struct("i"), time.gmtime(0), hashlib.md5(),
          csv.writer(io.StringIO()), csv.reader([]), threading.Lock(), threading.RLock(), threading.local(),
          queue.SimpleQueue(), contextvars.ContextVar("v"), os.stat_result((0,) * 10)]
for thing in things:
    for ask in (lambda: thing.absent, lambda: thing - {1}, lambda: thing()):
        try:
            ask()
        except (AttributeError, TypeError) as e:
            print(e)
    print(type(thing))


class Mine(io.StringIO):
    pass


try:
    Mine().absent
except AttributeError as e:
    print(e)
