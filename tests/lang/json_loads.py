import json


def t(*a, **k):
    try:
        r = json.loads(*a, **k)
        print(ascii(a), k.keys(), type(r).__name__, ascii(r))
    except json.JSONDecodeError as e:
        print(ascii(a), 'JSONDecodeError', ascii(str(e)), e.msg, e.pos, e.lineno, e.colno, e.doc == a[0])
    except Exception as e:
        print(ascii(a), type(e).__name__, ascii(str(e)))


for s in ['null', 'true', 'false', '0', '-0', '12', '-12', '1.5', '-1.5e3', '1E5', '1e+5', '1e-5', '1.', '.5', '01', '-', '+1', '1e', '1.5e+', '0x10', 'NaN', 'Infinity', '-Infinity', '-Inf', 'nul', 'tru', 'True', '', ' ', '\t\n\r 1 \n', '\x0b1', '1 2', '"a"', '"', '"a', '"a\\', '"a\\"', '"\\n\\r\\t\\b\\f\\"\\\\\\/"', '"\\x"', '"\\u00e4"', '"\\u00E4x"', '"\\u"', '"\\u12"', '"\\u12g4"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"\\ud83d\\u0041"', '"\\ude00\\ud83d"', '"a\nb"', '"a\tb"', '"\x00"', '"ä€😀"', '[]', '[ ]', '[1]', '[1,2 , 3]', '[1,]', '[,1]', '[1 2]', '[1', '[', ']', '[1,', '[[[]]]', '{}', '{ }', '{"a":1}', '{"a" : 1 , "b":[true,null]}', '{"a":1,}', '{"a":1 "b":2}', '{"a"}', '{"a" 1}', '{"a":}', '{"a":1', '{"a":', '{"a"', '{"a', '{', '{,}', '{1:2}', '{a:1}', "{'a':1}", '{"a":1,"a":2}', '}', '[1]]', '{}x', '"a" "b"', '\ufeff1', '[1,\n2,\nx]', '{"a":\n\n  oops}', '1' * 30, '123456789.123456789', '1e400', '-1e400', '{"a":{"b":{"c":[1,{"d":null}]}}}', '[1.0, 2, "3"]', '"\\u0041\\u0042"']:
    t(s)
t('"a\nb\tc\x01"', strict=False)
t('[1, 2.5, NaN, {"a": 1}]', parse_int=str, parse_float=lambda s: 'f' + s, parse_constant=lambda s: 'c' + s)
t('{"a": {"b": 1}, "c": []}', object_hook=lambda d: sorted(d))
t('{"a": {"b": 1}, "c": []}', object_pairs_hook=lambda p: p)
t('{"a": {"b": 1}, "c": {}}', object_pairs_hook=tuple, object_hook=dict)
t(b'{"a": "\xc3\xa4"}')
t(b'\xff')
t(5)
t(None)
t([1])
t('[' * 100000) if False else None
a, b = json.loads('[{"key": 1}, {"key": 2}]')
print(list(a)[0] is list(b)[0])
try:
    json.loads('{"x": [1, 2, }')
except ValueError as e:
    print(type(e), type(e).__mro__)
    print(repr(e), e.args)
print(json.decoder.JSONDecodeError is json.JSONDecodeError)
print(json.JSONDecodeError('m', 'a\nbc', 3))
