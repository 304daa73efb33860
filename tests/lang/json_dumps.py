import json
import sys


def t(*a, **k):
    try:
        print(json.dumps(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


class MyInt(int):
    def __repr__(self):
        return 'MyInt'


class MyFloat(float):
    def __repr__(self):
        return 'MyFloat'


class MyStr(str):
    pass


values = [None, True, False, 0, -5, 10**30, 1.5, 1e100, 1e-7, -0.0, float('nan'), float('inf'), -float('inf'), '', 'abc', 'a"b\\c/', '\n\r\t\b\f\x00\x1f\x7f\x80', 'äöü€', '😀', '\ud800', [], {}, (), [1, [2, [3, []]]], (1, 2), {'a': 1, 'b': [1, 2]}, {1: 2, 2.5: 3, None: 4, True: 5, False: 6}, {float('nan'): 1}, {'': {}}, MyInt(5), MyFloat(2.5), MyStr('x'), {MyInt(3): MyStr('y')}, [{}, [], ()]]
for v in values:
    for k in [{}, {'indent': 2}, {'indent': '\t'}, {'indent': 0}, {'ensure_ascii': False}, {'separators': (',', ':')}, {'indent': 1, 'separators': (';', '=')}]:
        if k.get('ensure_ascii') is False and v == '\ud800':
            print(ascii(json.dumps(v, **k)))
            continue
        t(v, **k)
t({'b': 1, 'a': 2, 'c': {'z': 1, 'y': 2}}, sort_keys=True)
t({1: 1, 'a': 2}, sort_keys=True)
t({3: 1, 2: 2, 1.5: 0}, sort_keys=True, indent=1)
t({(1, 2): 1})
t({(1, 2): 1, 'a': 2, b'x': 3}, skipkeys=True)
t({(1, 2): 1}, skipkeys=True, indent=2)
t({1, 2})
t(b'abc')
t(1j)
t(object)
t([1, {2: range(3)}])
t(float('nan'), allow_nan=False)
t([1.5, float('inf')], allow_nan=False)
t({float('inf'): 1}, allow_nan=False, indent=2)
t([1, 2], bad=1)
t(1, 2)
t()
t([1], separators=(1, 2))
x = []
x.append(x)
t(x)
d = {}
d['d'] = [d]
t(d)
t(d, indent=1)
shared = [1]
t([shared, shared])
t({1, 2, 3}, default=sorted)
t([1 + 2j, {3}], default=lambda o: [o.real, o.imag] if isinstance(o, complex) else list(o))
t({1, 2}, default=str)
t(object(), default=lambda o: o)


def boom(o):
    raise KeyError('boom')


t([{1}], default=boom)
