"""What C functions and types of the library say of arguments that do not fit; sizes of records; names that __dir__ gives."""
import os, sys, time, shutil, io, struct, csv, copy, operator, inspect, datetime
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for o in (time.gmtime(0), os.stat('.'), os.uname(), shutil.get_terminal_size(), sys.version_info, time.struct_time(range(9))):
    print(type(o).__name__, sys.getsizeof(o))
for f in (struct.pack, struct.pack_into, struct.unpack, struct.unpack_from, struct.calcsize, struct.iter_unpack, time.strftime, time.mktime, time.strptime, os.path.join, csv.reader, csv.writer, csv.list_dialects, csv.get_dialect, csv.register_dialect):
    t(lambda: f(x=1)); t(lambda: f(1,2,3,x=1)); t(lambda: f())
t(lambda: io.BytesIO().getbuffer(1)); t(lambda: io.BytesIO().getvalue(1)); t(lambda: io.BytesIO().tell(1)); t(lambda: io.StringIO().getvalue(1)); t(lambda: type(io.BytesIO().getbuffer(x=1))); t(lambda: io.StringIO().getvalue(x=1))
Z=datetime.timezone.utc
for n in ('utcoffset','tzname','dst','fromutc'):
    for a in ((),(1,),(None,),(1,2)):
        t(lambda: getattr(Z,n)(*a)); t(lambda: getattr(datetime.tzinfo(),n)(*a)); 
        t(lambda: getattr(Z,n)(*a, x=1))
class K:
    def __init__(self, d): self.d=d
    def __dir__(self): return self.d
import traceback
for d in (["abcdefg"], [1,"abcdefg"], ("abcdefg","abcdeff"), 5, [], {"abcdefgh"}):
    try: K(d).abcdefh
    except AttributeError: traceback.print_exc(file=sys.stdout)
def d():
    class D:
        def __dir__(self): 1/0
    D().x
try: d()
except AttributeError: traceback.print_exc(file=sys.stdout)
for o in (operator.itemgetter, operator.attrgetter, operator.methodcaller, operator.itemgetter(1), operator.attrgetter('a'), operator.methodcaller('a')):
    t(lambda: inspect.signature(o))
print(csv.reader, type(csv.reader([])), csv.writer, type(csv.writer(sys.stdout)), csv.register_dialect)
print(list(csv.reader(["a;b"], delimiter=";")), list(csv.reader(["a,b"], "excel")))
