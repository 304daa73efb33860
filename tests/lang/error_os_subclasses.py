# Who fills an OSError: itself, or an __init__ of its class.
class A(OSError):
    def __init__(self, *, code): self.code = code
a = A(code=1); print(a.args, a.errno, a.code, str(a))
class B(OSError):
    def __init__(self, a): pass
print(B(1).args, B(1).errno)
class C(OSError):
    def __init__(self, path): super().__init__(2, 'gone', path)
c = C('p'); print(c.args, c.errno, c.filename, c)
class D(OSError):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __init__(self, *a): pass
d = D(2, 'x'); print(d.args, d.errno, type(d))
class E(OSError):
    def __new__(cls, x): return super().__new__(cls, 5, x)
e = E('y'); print(e.args, e.errno)
o = OSError(2, 'no', 'f'); o.__init__(5, 'other'); print(o, o.errno, o.args, type(o))
o.__init__(x=1)
class F(FileNotFoundError): pass
f = F(2, 'x', 'q'); print(f, f.args, f.filename)
class G(OSError):
    def __init__(self, *a, **k): super().__init__(*a); self.k = k
g = G(1, 'perm', z=3); print(g, g.k, type(g), g.args)
try: OSError(x=1)
except TypeError as x: print(x)
import copy
h = copy.copy(f); print(h, h.args, h.filename)
try: raise C('zz')
except FileNotFoundError: print('fnf')
except OSError as e: print(e.errno, e)
print(BlockingIOError(11, 'b').errno, OSError(11, 'b'))
