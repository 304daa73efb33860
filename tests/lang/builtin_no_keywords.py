# What is said where no keyword arguments are taken, and where methods of types belong.
def t(g):
    try:
        print(g())
    except BaseException as e:
        print(type(e).__name__, e)
class C:
    @classmethod
    def c(cls): pass
import builtins, math
b = b"abc"; ba=bytearray(b"x"); s={1}; fs=frozenset([1]); d={}; g=(i for i in [])
def gg():
    yield
for f in (s.add, s.discard, s.pop, s.copy, d.items, d.popitem, d.clear, d.setdefault, ba.append, ba.pop, b.hex, b.join, b.count, fs.union, "a".lower, "a".find, "a".replace, (1).bit_length, (1).conjugate, 1.5.is_integer, 1.5.hex, 1j.conjugate, [].sort, [].index, [].extend, [].insert, [].clear, [].copy, [].reverse, [].count, [].remove, ().index, range(3).index, range(3).count, object().__reduce__, object().__reduce_ex__, object().__sizeof__, object().__dir__, (1).__format__, [].__reversed__, {}.__contains__, [].__getitem__, len, id, hash, abs, ord, chr, repr, callable, iter, next, divmod, isinstance, getattr, globals, locals, vars, dir, hex, bin, any, all, input, min, max, math.sqrt, math.floor, dict.fromkeys, int.from_bytes, bytes.fromhex, str.maketrans, type.mro, type.__subclasses__, int.__subclasses__, gg().send, gg().close, gg().throw, Exception().with_traceback, Exception().add_note, slice(1).indices, memoryview(b).tobytes, memoryview(b).release, memoryview(b).tolist, list.append, str.upper, dict.get, set.add, object.__init__, object().__init__, object.__new__, int.__new__, [].__init__, list.__init__, property(len).getter, super().__init__ if 0 else len):
    t(lambda: f(zz=1))
    t(lambda: f(1, zz=1))
    t(lambda: f([], zz=1))
for T in (int, float, str, list, tuple, dict, set, frozenset, bytes, bytearray, bool, complex, range, slice, zip, map, filter, enumerate, reversed, type, object, super, property, staticmethod, classmethod, memoryview):
    t(lambda: T(zz=1))
    t(lambda: T(1, zz=1))
import collections, itertools, functools
D=collections.deque
for f in (D().append, D().popleft, D().rotate, collections.OrderedDict().move_to_end, collections.OrderedDict().popitem, itertools.count, itertools.chain, itertools.islice, itertools.repeat, functools.reduce, itertools.chain.from_iterable, collections.defaultdict().copy, itertools.tee, itertools.cycle, itertools.product, functools.cmp_to_key):
    t(lambda: f(zz=1)); t(lambda: f(1, zz=1))
print(int.mro.__qualname__, int.__subclasses__.__qualname__, int.__prepare__.__qualname__, int.from_bytes.__qualname__)
