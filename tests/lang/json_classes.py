import json


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class PointEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {'x': o.x, 'y': o.y}
        return super().default(o)


print(json.dumps([Point(1, 2), Point(3, [Point(4, 5)])], cls=PointEncoder))
print(json.dumps({'p': Point(1, 2)}, cls=PointEncoder, indent=2, sort_keys=True))
try:
    json.dumps([Point(1, 2), 1j], cls=PointEncoder)
except TypeError as e:
    print(e)


def as_point(d):
    return Point(**d) if d.keys() == {'x', 'y'} else d


p = json.loads('{"a": {"x": 1, "y": 2}}', object_hook=as_point)['a']
print(type(p).__name__, p.x, p.y)


class UpperDecoder(json.JSONDecoder):
    def decode(self, s):
        return super().decode(s.upper())


print(json.loads('"abc"', cls=UpperDecoder))
d = json.JSONDecoder()
print(d.raw_decode('[1, 2] tail'), d.raw_decode('x"a"', 1))
try:
    d.raw_decode('   1')
except ValueError as e:
    print(e)
try:
    d.decode('1 x')
except ValueError as e:
    print(e)
e = json.JSONEncoder(indent=2, sort_keys=True)
print(e.encode({'b': 1, 'a': [1, {}]}), e.item_separator, repr(e.key_separator), e.indent)
print(list(json.JSONEncoder().iterencode({'a': [1, 2, {'b': None}], 'c': []})))
print(list(json.JSONEncoder(indent=2).iterencode([1, 'x', 2.5, [[]], {'k': [0], 1: 2}])))
print(list(json.JSONEncoder(skipkeys=True).iterencode({(1,): 2, 'a': 'b'})))


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)


class Source:
    def read(self):
        return '{"from": "file"}'


s = Sink()
json.dump({'a': [1, 2, (3, None)], 'b': 1.5}, s, indent=1)
print(''.join(s.parts))
s = Sink()
json.dump(['x', {'y': True}], s)
print(s.parts)
print(json.load(Source()))
data = {'name': 'Ada', 'tags': ['x', 'y'], 'n': {'deep': [1, 2.5, None, True]}}
print(json.loads(json.dumps(data)) == data, json.loads(json.dumps({1: 2})))
print(json.encoder.JSONEncoder is json.JSONEncoder, json.__name__, json.JSONEncoder.__module__, json.JSONDecoder.__qualname__)
print(json.encoder.encode_basestring('ä"'), json.encoder.encode_basestring_ascii('ä"'))
