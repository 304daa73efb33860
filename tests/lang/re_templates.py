import re
import sys


def t(f, *a, **k):
    try: print(getattr(f, '__name__', '?'), ascii([x for x in a if not callable(x)]), k, ascii(f(*a, **k)))
    except re.error as e: print(f.__name__, ascii([x for x in a if not callable(x)]), k, 're.error', ascii(str(e)), '|', ascii(e.msg), e.pos, e.lineno, e.colno)
    except Exception as e: print(getattr(f, '__name__', '?'), ascii([x for x in a if not callable(x)]), k, type(e).__name__, ascii(str(e)))
if sys.version_info >= (3, 13): sub = lambda p, r, s, count=0, flags=0: re.sub(p, r, s, count=count, flags=flags)
else: sub = re.sub
sub.__name__ = 'sub'
for r in ['x', r'\1', r'\2', r'\g<0>', r'\g<1>', r'\g<n>', r'\g<z>', r'\g<3>', r'\3', r'\g', r'\g<', r'\g<n', r'\g<>', r'\g<1a>', r'\g<-1>', r'\n\t\\', r'\q', r'\_', r'\0', r'\01', r'\012', r'\0123', r'\141', r'\400', r'\8', r'\10', '\\', r'a\1b\2c\1', r'\é', r'\x41', r'\g<01>', r'\g<100>', '', r'\.', r'[\g<n>]', r'\a\b\f\v\r']:
    t(sub, r'(a)(?P<n>b)?', r, 'ab a xab'); t(re.compile(r'(a)(?P<n>b)?').match('ab').expand, r); t(re.compile(r'(a)(?P<n>b)?').match('ac').expand, r)
    b = r.encode('latin1')
    t(sub, rb'(a)(?P<n>b)?', b, b'ab a xab')
