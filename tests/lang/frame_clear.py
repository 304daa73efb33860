"""frame.clear(): of frames that have ended, that wait and that run."""
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def fails():
    noisy = Noisy("in fails")
    raise ValueError


try:
    fails()
except ValueError as e:
    frame = e.__traceback__.tb_next.tb_frame
    print(list(frame.f_locals))
    frame.clear()
    print(list(frame.f_locals))
    frame.clear()
for attempt in (lambda: sys._getframe().clear(), lambda: sys._getframe(1).clear()):
    try:
        attempt()
    except RuntimeError as e:
        print(e)


def generator():
    noisy = Noisy("in generator")
    try:
        yield 1
    finally:
        print("finally")


g = generator()
next(g)
try:
    g.gi_frame.clear()
except RuntimeError as e:
    print(e)
print(g.gi_frame is None, list(g))
unstarted = generator()
unstarted.gi_frame.clear()
print(list(unstarted))
