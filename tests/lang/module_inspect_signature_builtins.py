"""inspect.signature of what is in C, and of what is derived from it."""
import inspect, functools, operator, itertools, collections, io, math, time, datetime, decimal, os, re, enum, types, sys, weakref, struct, random
def show(o, label):
    try: print(label, inspect.signature(o))
    except (ValueError, TypeError) as e: print(label, type(e).__name__, str(e).split(" at 0x")[0])
import builtins
for n in sorted(vars(builtins)):
    if n in ("__loader__","breakpoint","_IncompleteInputError"): continue
    o = getattr(builtins, n)
    if callable(o) and n not in ("copyright","credits","exit","license","quit","help","_"): show(o, n)
for e in """[].append {}.get {}.pop dict.fromkeys str.join "".join str.maketrans bytes.fromhex int.from_bytes (1).to_bytes list.sort [].sort list.__len__ [].__len__ [].__iter__ object.__init__ object().__init__ object.__new__ list.__new__ int.__add__ (1).__add__ type.__call__ type.mro int.mro object.__reduce_ex__ functools.partial functools.reduce functools.lru_cache functools.wraps functools.cmp_to_key operator.add operator.itemgetter operator.attrgetter operator.itemgetter(1) operator.methodcaller itertools.chain itertools.chain.from_iterable itertools.count itertools.product itertools.islice itertools.groupby itertools.accumulate itertools.permutations itertools.cycle itertools.repeat collections.deque collections.deque.append collections.deque.rotate collections.OrderedDict collections.OrderedDict.move_to_end collections.OrderedDict.popitem collections.defaultdict collections.Counter collections.ChainMap collections.namedtuple io.StringIO io.BytesIO io.StringIO.write io.open math.sqrt math.isclose math.log math.hypot math.gcd time.sleep time.time time.strftime datetime.date datetime.date.today datetime.datetime datetime.datetime.now datetime.datetime.strftime datetime.timedelta datetime.timedelta.total_seconds decimal.Decimal decimal.Decimal.quantize os.getcwd os.mkdir os.listdir re.compile re.Pattern.match re.Match.group enum.Enum enum.IntEnum types.SimpleNamespace types.FunctionType types.MethodType sys.getrefcount sys.exit sys.getsizeof sys.settrace weakref.ref weakref.WeakValueDictionary struct.pack struct.Struct random.random random.randint random.Random random.getrandbits functools.partial(print,sep="") functools.partial(int,base=2) functools.partial(pow,2) functools.lru_cache(max) functools.wraps(len)(lambda*a:1) print.__call__ len.__call__ (lambda:1).__call__ Exception ValueError KeyError OSError StopIteration BaseException.with_traceback ExceptionGroup ValueError().with_traceback ValueError().add_note super property property().getter classmethod staticmethod slice range enumerate zip map filter reversed memoryview complex frozenset set.add set().union {1}.add tuple.index str.format "{}".format str.split str.encode str.replace bytes.hex bytearray.extend float.hex float.fromhex int.bit_length (i~for~i~in~[]).send (i~for~i~in~[]).throw type("U",(int,),{}) type("U",(),{}) type("U",(list,),{}) type("U",(Exception,),{}) type("U",(dict,),{"__init__":lambda~self,a,*b:1}) type("M",(type,),{})""".split():
    e = e.replace("~"," ")
    show(eval(e), e)
class A:
    def __call__(self, x, *, y=1): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a, b=2): pass
    def m(self, q): pass
for e in "A() A A.c A.s A.m A().m A().c A.__call__ A().__call__ A.__init__ A().__init__ A.__new__ A.__eq__".split(): show(eval(e), e)
class M(type):
    def __call__(cls, *args, z=3): pass
class B(metaclass=M): pass
class D(A):
    def __new__(cls, n, *a): return object.__new__(cls)
class E(D):
    def __init__(self, k): pass
class F(int): pass
class G(F):
    def __new__(cls, v=0): return int.__new__(cls, v)
class H(list):
    def __init__(self, v=0): pass
for e in "B D E F G H".split(): show(eval(e), e)
show(3, "3")
show("abc", "abc")
class C(enum.Enum): A=1
class D(enum.Enum): pass
show(C,"C"); show(D,"D")
print(open.__module__, open.__name__)
for e in "len list int.__add__ [].append (1).__add__ dict.fromkeys str.maketrans object type A M C functools.partial itertools.chain math.sin [].__len__ time.time io.open datetime.date A.m property().fget".split():
    o = eval(e)
    print(e, repr(getattr(o, "__text_signature__", "no")))
