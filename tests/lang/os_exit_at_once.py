# os._exit() ends the program at once: nothing is called any more, and what waits in buffers is lost.
import atexit
import os
import sys


class Loud:
    def __del__(self):
        print("deleted", flush=True)


def stop(status):
    try:
        os._exit(status)
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, flush=True)
    finally:
        print("finally", flush=True)


kept = Loud()
atexit.register(print, "at exit")
stop("text")
stop(1 << 40)
print("flushed", flush=True)
print("x" * 5000)
print("y" * 5000)
print("z" * 20)
sys.stderr.write("told\n")
stop(259)
print("never")
