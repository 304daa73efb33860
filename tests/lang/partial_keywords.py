# A partial takes keywords that are no strings, and cannot be called with them.
from functools import partial


def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


attempt(lambda: partial(print, **{1: 2}))
attempt(lambda: partial(print, 7, **{'end': '!', None: [3]}))
attempt(lambda: partial(partial(print, **{1: 2}), **{1: 3, 4: 5}).keywords)
attempt(lambda: partial(print, **{1: 2})())
attempt(lambda: partial(print)(**{1: 2}))
attempt(lambda: partial(dict, x=1)(y=2))


class Named(partial):
    pass


attempt(lambda: Named(print, **{(1, 2): 3}).keywords)
attempt(lambda: print(**{1: 2}))
