# inspect.getcallargs: what each parameter would get, or the message of the call's TypeError.
import inspect


def every(a, b=2, *c, d, **e): pass
def plain(a, b, c=1): pass
def named(a, *, k, l, m=3): pass
def none(): pass
def three(a, b, c, d): pass


class Box:
    def put(self, x, y=5): pass


CALLS = [((), {}), ((1,), {}), ((1, 2), {"d": 4}), ((1, 2, 3, 4, 5), {"d": 4, "z": 0}), ((1,), {"a": 1, "d": 3}),
         ((1, 2), {"k": 1, "l": 2}), ((1,), {"k": 1, "l": 2}), ((), {"b": 1}), ((1, 2, 3), {})]
for function in every, plain, named, none, three, Box().put, Box.put:
    for args, kwargs in CALLS:
        try:
            got = inspect.getcallargs(function, *args, **kwargs)
            got.pop("self", None)
            print(function.__name__, args, kwargs, list(got.items()))
        except TypeError as error:
            print(function.__name__, args, kwargs, error)
