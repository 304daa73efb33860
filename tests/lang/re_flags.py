import re
import sys


def t(f, *a, **k):
    try: print(getattr(f, '__name__', '?'), ascii([x for x in a if not callable(x)]), k, ascii(f(*a, **k)))
    except re.error as e: print(f.__name__, ascii([x for x in a if not callable(x)]), k, 're.error', ascii(str(e)), '|', ascii(e.msg), e.pos, e.lineno, e.colno)
    except Exception as e: print(getattr(f, '__name__', '?'), ascii([x for x in a if not callable(x)]), k, type(e).__name__, ascii(str(e)))
if sys.version_info >= (3, 13): sub = lambda p, r, s, count=0, flags=0: re.sub(p, r, s, count=count, flags=flags)
else: sub = re.sub
sub.__name__ = 'sub'
for p, f in [('a', 0), ('a', re.I), ('a', re.I | re.M), ('a', re.A), ('a', re.U), ('a', re.X | re.S), (b'a', 0), (b'a', re.L), (b'a', re.L | re.I), ('(?i)a', 0), ('(?a)a', re.I), ('x' * 300, 0), ('a"\'b', 0), (b'\xff', 0), ('a', re.U | re.A), ('a', re.L), (b'a', re.U), (b'a', re.A | re.L), ('a\n', 0)]:
    try: c = re.compile(p, f); print(repr(c), c.flags, c.pattern == p, c == re.compile(p, f), hash(c) == hash(re.compile(p, f)))
    except ValueError as e: print(p, e)
for f in [re.I, re.I | re.M, re.A, re.NOFLAG, re.I | 512, ~re.I, re.RegexFlag(6), re.I & re.M, re.I ^ re.I, re.X, re.DEBUG]: print(repr(f), str(f), int(f), f.name, f.value, type(f))
print(re.I == 2, re.IGNORECASE is re.I, re.S is re.DOTALL, isinstance(re.I, int), f'{re.I}', '%s %r %d' % (re.M, re.M, re.M))
