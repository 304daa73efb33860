"""What comes from outside is the same on both sides: clocks, sleep, seeds, bytes of chance."""
import os
import random
import secrets
import time
import uuid
from datetime import date, datetime

start = time.perf_counter()
began = datetime.now()
throws = [random.randint(1, 6) for _ in range(12)]
random.shuffle(throws)
own = random.Random()
letters = own.choices("abcdef", k=4)
time.sleep(3600)
took = time.perf_counter() - start
print(f"{took:.3f}s", throws, letters, datetime.now() - began, date.today(), time.strftime("%H:%M"), time.ctime())
print(time.process_time(), time.monotonic_ns(), time.time(), time.localtime().tm_year, datetime.strptime("5 Mar 2024", "%d %b %Y"))


def timed(function):
    def inner(*args):
        before = time.time()
        result = function(*args)
        print(function.__name__, "took", time.time() - before)
        return result
    return inner


@timed
def work(n):
    return sum(range(n))


rounds, end = work(100), time.monotonic() + 0.02
while time.monotonic() < end:
    rounds += 1
print(rounds, uuid.uuid4(), os.urandom(4), secrets.token_hex(4))
random.seed()
print(random.random(), random.SystemRandom().randrange(100))
for wrong in ("x", -1):
    try:
        time.sleep(wrong)
    except (TypeError, ValueError) as error:
        print(error)
