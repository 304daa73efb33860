# What objects of datetime and hashlib weigh, and whether the collector knows them.
import sys, gc, hashlib
from datetime import *
class D(date): pass
class E(date): __slots__ = ()
class F(date): __slots__ = 'a', 'b'
class G(datetime): pass
class H(timedelta): pass
class I(tzinfo): pass
class J(tzinfo): __slots__ = ()
class K(time): pass
for x in date(1,1,1), datetime(1,1,1), datetime(1,1,1,tzinfo=timezone.utc), time(1), time(1,tzinfo=timezone.utc), timedelta(1), tzinfo(), timezone.utc, timezone(timedelta(0,60)), D(1,1,1), E(1,1,1), F(1,1,1), G(1,1,1), H(1), I(), J(), K(1), hashlib.md5(), timezone(timedelta(0,60), 'A'):
    print(type(x).__name__, sys.getsizeof(x), x.__sizeof__(), gc.is_tracked(x), type(x).__basicsize__)
