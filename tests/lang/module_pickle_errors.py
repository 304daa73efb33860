# What cannot be pickled, and bytes that are no pickle.
import pickle, re
def f():
    def g(): pass
    class L: pass
    return g, L
class A:
    class B:
        pass
    def m(self): pass
def t(o,p=None):
    try: print(pickle.dumps(o,p))
    except Exception as e: print(type(e).__module__, type(e).__name__, re.sub('0x[0-9a-f]+','0x',str(e)), repr(e.__context__), e.__notes__ if hasattr(e,"__notes__") else "")
g,L=f()
t(g);t(L);t(L());t(lambda:0);t(A.B);t(A.B(),2);t(A().m);t(A.B,0);t(A.m,1)
h=A
class A: pass
t(h); t(h())
t((i for i in ())); t(len); t(print,0); t(len,2); t(type(None)); t(type(...)); t(Ellipsis);t(NotImplemented)
import sys; t(sys); t({}.keys()); t(iter([1,2])); t(object()); t(object(),0); t(object(),1)
class R:
    def __reduce__(self): return self.v
r=R()
for v in (1,(1,),(1,2),(int,2),"nope",(int,(),None,3),(int,(),None,None,3),(int,(),None,None,None,3),(1,2,3,4,5,6,7), (int,("3",)), "R"):
    r.v=v; t(r)
class S:
    __slots__=("x",)
s=S(); s.x=1
t(s); t(s,1); t(s,0)
class G:
    def __getstate__(self): return 5
t(G(),2); t(G(),0)
class NE:
    def __new__(cls,*a,k=0): return super().__new__(cls)
    def __getnewargs_ex__(self): return ((1,),{"k":2})
t(NE()); t(NE(),3); t(NE(),2)
class NM(type): pass
class X(metaclass=NM): pass
t(X); t(X())
def lo(b):
    try: print(repr(pickle.loads(b)))
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
for b in (b"", b".", b"N", b"\x80\x09N.", b"zz", b"\xff.", b"(.", b"0.", b"a.", b"]a.", b"K", b"U\x05ab.", b"c__main__\nNOPE\n.", b"cnomod\nx\n.", b"g1\n.", b"h\x01.", b"I01\n.", b"Ixx\n.", b"F1.5\n.", b"L5L\n.", b"Vab\\u1234\n.", b"S'a'\n.", b"Sa\n.", b"\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00N.", b"(lp0\nI1\na.", b"P1\n.", b"NQ.", b"NR.", b"(dN.", b"e.", b"(N.", b"c__main__\n\n.", b"\x80\x04\x8c\x01aN\x93.", b"}N.", b"]K\x01K\x02s.", b"NK\x01a.",5,"s"):
    print(b,end=" "); lo(b)
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.format_version, pickle.compatible_formats)
print(pickle.Pickler, pickle.PicklingError.__mro__, pickle.UnpicklingError("x"))
t(1,6); t(1,-1); t(1,-5)
try: pickle.dump(1,3)
except Exception as e: print(type(e),e)
try: pickle.load(3)
except Exception as e: print(type(e),e)
