# copy.copy and copy.deepcopy: what is shared, cycles, slots, subclasses, and what classes say themselves.
import sys
import copy
a=[1,[2,3],(4,[5])]; a.append(a[1]); a.append(a)
b=copy.copy(a); c=copy.deepcopy(a)
print(b[1] is a[1], c[1] is a[1], c[3] is c[1], c[4] is c, c[2][1] is a[2][1], c[:3])
t=(1,(2,'x')); print(copy.deepcopy(t) is t, copy.copy(t) is t)
class P:
    def __init__(s,x): s.x=x; s.me=s
    def m(s): return s.x
p=P([1]); q=copy.copy(p); r=copy.deepcopy(p)
print(q.x is p.x, q.me is p, r.x is p.x, r.x, r.me is r, type(r).__name__)
class S:
    __slots__=('a','__b')
    def __init__(s): s.a=[1]; s.__b={}
s=S(); u=copy.deepcopy(s); print(u.a, u.a is s.a, u._S__b)
class L(list):
    pass
l=L([1,[2]]); l.tag=[9]; m=copy.deepcopy(l); print(m, type(m).__name__, m.tag, m.tag is l.tag, m[1] is l[1], copy.copy(l)[1] is l[1])
class D(dict): pass
d=D(a=[1]); print(copy.deepcopy(d), copy.deepcopy(d)['a'] is d['a'])
class T(tuple): pass
print(copy.deepcopy(T([1,[2]])), type(copy.copy(T())).__name__)
class I(int): pass
i=I(5); i.z=1; print(copy.copy(i), copy.deepcopy(i).z)
class C:
    def __copy__(s): return 'copied'
    def __deepcopy__(s,memo): return ('deep', len(memo))
print(copy.copy(C()), copy.deepcopy([C()]))
class G:
    def __init__(s): s.v=1
    def __getstate__(s): return {'v':7}
    def __setstate__(s,st): s.v=st['v']+1
print(copy.copy(G()).v)
class N:
    def __new__(cls,x): o=object.__new__(cls); o.x=x; return o
    def __getnewargs__(s): return (s.x,)
print(copy.deepcopy(N([1])).x)
class R:
    def __reduce__(s): return (list,([1,2],))
print(copy.copy(R()))
memo={}; x=[[1]]; y=copy.deepcopy(x,memo); print(len(memo), memo[id(x)] is y, memo[id(memo)][0] is x[0], memo[id(memo)][1] is x)
print(copy.deepcopy({1,2}), copy.deepcopy(frozenset([1])), copy.copy({1}), copy.deepcopy(p.m)() == [1])
e=copy.copy(ValueError('x',1)); print(repr(e))
print(copy.deepcopy(len) is len, copy.deepcopy(P) is P, copy.deepcopy(range(3)), copy.deepcopy(bytearray(b'x')))
try: copy.deepcopy((i for i in ()))
except TypeError as e: print(e)
try: copy.copy(sys)
except TypeError as e: print(e)
print(copy.Error, sys.getrefcount(copy.deepcopy([[]])))
