# What a RecursionError says depends on what was called last; calls of C functions may not count.
import json


def attempt(function):
    try:
        function()
    except RecursionError as error:
        print(error)


class Getattr:
    def __getattr__(self, name):
        return getattr(self, name)


class Getattribute:
    def __getattribute__(self, name):
        return getattr(self, name)


class Missing:
    def __getattr__(self, name):
        return self.missing


class Repr:
    def __repr__(self):
        return repr(self)


class Less:
    def __lt__(self, other):
        return self < other


def by_key(x):
    return sorted([1, 2], key=by_key)


attempt(lambda: Getattr().x)
attempt(lambda: Getattribute().x)
attempt(lambda: Missing().x)
attempt(lambda: repr(Repr()))
attempt(lambda: Less() < 1)
attempt(lambda: by_key(1))
nested = {}
for i in range(100000):
    nested = {1: nested}
attempt(lambda: repr(nested))
attempt(lambda: json.dumps(nested))
