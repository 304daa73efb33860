# What has a finalizer, or a weak reference with a callback, is taken down when the program ends: its end is told as it
# was before.
import weakref


class Loud:
    def __init__(self, parts):
        self.parts = parts

    def __del__(self):
        print("gone", len(self.parts))


shared = [1, 2, 3]
first = Loud(shared)
second = Loud([first, shared])
alias = second
table = {"first": first, "parts": shared}
watched = {10, 20}
callback = weakref.ref(watched, print)
shared.append(4)
del first
print(len(table))
