import struct, sys
def t(f, *a, **k):
    try: print(f.__name__, a, k, f(*a, **k))
    except Exception as e: print(f.__name__, a, k, type(e).__module__, type(e).__name__, e)
P, U, C = struct.pack, struct.unpack, struct.calcsize
for f in ['', 'i', '<i', '>i', '!i', '=i', '@i', 'x', '3x', 'c', 'b', 'B', '?', 'h', 'H', 'I', 'l', 'L', 'q', 'Q', 'n', 'N', 'e', 'f', 'd', 's', 'p', 'P', '5s', '0s', '3i', 'bi', 'bq', 'bhi', '<bq', 'ibh0i', 'i 3s', '10', '<n', 'z', '3', 'bxxxi', '99999999999999999999i', '<P', 'qb', '=bq', '2h2', 'ii\0', ' i i ']: t(C, f)
for f, *a in [('i', 1), ('i'), ('i', 1, 2), ('i', 'a'), ('i', 1.5), ('b', 128), ('b', -129), ('B', -1), ('B', 256), ('h', 40000), ('H', -1), ('H', 70000), ('i', 2**31), ('I', -1), ('I', 2**32), ('l', 2**63), ('q', 2**63), ('Q', -1), ('Q', 2**64), ('<i', 2**31), ('>h', 40000), ('<q', 2**63), ('<Q', -1), ('<B', 300), ('c', b'a'), ('c', b'ab'), ('c', 'a'), ('c', 5), ('s', b'abc'), ('5s', b'ab'), ('5s', 'ab'), ('p', b'abc'), ('5p', b'abcdefg'), ('5p', b'ab'), ('?', 5), ('?', []), ('f', 1.1), ('f', 1e40), ('d', 'a'), ('d', 5), ('e', 1.5), ('e', 1e6), ('e', float('inf')), ('>d', 1.1), ('<f', float('nan')), ('bi', 1, 2), ('>bi', 1, 2), ('3h', 1, 2, 3), ('3h', 1, 2), ('2s2s', b'a', b'bcd'), ('n', -5), ('N', 5), ('P', 255), ('P', -1), ('x', ), ('3x',), ('ixb', 1, 2), ('<e', 65504.0), ('<e', 65520.0), ('e', 5.960464477539063e-08), ('e', 1e-8), ('e', 2.98e-8), ('@ibh0i', 1, 2, 3)]: t(P, f, *a)
class I:
    def __index__(self): return 7
print(P('i', I()), P('f', I()), P('?', I()))
for f, b in [('i', b'\1\0\0\0'), ('i', b'\1'), ('i', b'12345'), ('', b''), ('', b'1'), ('>i', b'\xff\xff\xff\xfe'), ('<H', b'\1\2'), ('>H', b'\1\2'), ('c', b'a'), ('3s', b'abc'), ('3c', b'abc'), ('5p', b'\3abcd'), ('5p', b'\xffabcd'), ('?', b'\0'), ('?', b'\2'), ('f', b'\xcd\xcc\x8c?'), ('<d', b'\x9a\x99\x99\x99\x99\x99\xf1?'), ('e', b'\0>'), ('<e', b'\0|'), ('<e', b'\1\0'), ('<e', b'\0\xfe'), ('bxh', b'\1\2\3\4'), ('2q', bytes(range(16))), ('>Q', b'\xff'*8), ('<q', b'\xff'*8), ('i', 'abcd'), ('i', 5), ('0s', b''), ('xx', b'ab'), ('p', b'a'), ('<b', b'\x80')]: t(U, f, b)
t(struct.unpack_from, '<H', b'abcdef', 2); t(struct.unpack_from, '<H', b'abcdef', -2); t(struct.unpack_from, '<H', b'abcdef', 5); t(struct.unpack_from, '<H', b'abc', -5); t(struct.unpack_from, '<H', b'abc', offset=1); t(struct.unpack_from, '<H', buffer=b'abc')
print(list(struct.iter_unpack('<Hb', b'abcdef'))); t(struct.iter_unpack, '<H', b'abc'); t(struct.iter_unpack, '', b'')
s = struct.Struct('<Ib'); print(s.size, s.format, s.pack(1, 2), s.unpack(b'abcde'), list(s.iter_unpack(b'abcdefghij')), s.unpack_from(b'xxabcde', 2)); t(s.pack, 1); t(s.unpack, b'a')
t(struct.Struct, 5); t(struct.Struct, 'é'); print(struct.error, struct.error.__mro__, struct.error.__module__); print(struct.calcsize(b'i'))
t(struct.pack); t(struct.pack, 5)
if sys.version_info >= (3,13): print(repr(struct.Struct('<I')))
