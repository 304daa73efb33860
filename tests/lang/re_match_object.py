import re
import sys


def t(f, *a, **k):
    try: print(getattr(f, '__name__', '?'), ascii([x for x in a if not callable(x)]), k, ascii(f(*a, **k)))
    except re.error as e: print(f.__name__, ascii([x for x in a if not callable(x)]), k, 're.error', ascii(str(e)), '|', ascii(e.msg), e.pos, e.lineno, e.colno)
    except Exception as e: print(getattr(f, '__name__', '?'), ascii([x for x in a if not callable(x)]), k, type(e).__name__, ascii(str(e)))
if sys.version_info >= (3, 13): sub = lambda p, r, s, count=0, flags=0: re.sub(p, r, s, count=count, flags=flags)
else: sub = re.sub
sub.__name__ = 'sub'
m = re.match(r'(?P<first>\w+) (?P<last>\w+)( x)?', 'Ada Lovelace!')
print(m, m[0], m[1], m['last'], m.group('first', 2, 3), m.groups(), m.groups('-'), m.groups(default=0), m.groupdict(), m.groupdict('z'), m.span('last'), m.start(3), m.end(3), m.span(), m.pos, m.endpos, m.lastindex, m.lastgroup, m.re, m.string, bool(m), m.regs)
for k in [4, -1, 'nope', 1.5, None, 10**30, (1,), True, slice(0, 1)]: t(m.group, k); t(lambda k: m[k], k); t(m.span, k)
t(m.group, 1, 9); t(m.start, 1, 2); t(m.groups, 1, 2); t(m.groupdict, x=1)
c = re.compile('a+')
t(c.match, 'baa', 1); t(c.match, 'baa', 1, 2); t(c.search, 'xaaax', 2, 3); t(c.match, 'baa', pos=1, endpos=2); t(c.match, string='a'); t(c.match); t(c.match, 'a', 'b'); t(c.findall, 'aabaa', 1); t(c.match, 'aaa', -5); t(c.match, 'aaa', 10); t(c.match, 'aaa', 2, 1); t(c.search, 'aaa', 3, 1); t(re.compile('^a').match, 'ba', 1); t(re.compile('^').search, 'ba', 1); t(re.compile('$').search, 'ba', 0, 1); t(re.compile('').findall, 'abc', 1, 2); t(re.compile(r'\b').findall, 'abc', 1, 2); t(re.compile('(?<=b)a').search, 'ba', 1)
print([x.group() for x in re.finditer('a.', 'abacad')], re.purge(), re.compile(c) is c); t(re.compile, c, re.I)
for s in ['a.b*c', 'a b\tc', b'a.b', 'é$', 'a-b_c', '', '#&~"\'!%,/:;<=>@`']: t(re.escape, s)
print(re.fullmatch(r'a\.b', 'a.b', flags=re.I), re.search('(?s)a.b', 'a\nb'), re.search(r'a.b', 'a\nb'))
print(re.compile(r'''
  (?P<num> \d+ (?: \. \d* )? )   # number
  \s* [ #]                       # in a set
''', re.X).findall('12.5 # 7#'))
t(re.compile, 'a\n(b\n[c'); t(re.compile, '(?P<a>x)(?P<a>y)'); t(re.compile, '(?P<é>x)'); t(re.compile, b'\\u0041'); t(re.compile, 'a{99999999999}'); t(re.compile, b'[z-\xff-a]'); t(re.compile, 'a{3,2}');t(re.compile,b'(?u)a'); t(re.compile, b'(?P<x'); t(re.compile, '(?P=é)')
e = None
try: re.compile('(')
except re.error as x: e = x
print(repr(e), e.args, type(e).__name__, type(e).__module__, type(e).__mro__, e.pattern)
print(type(c), type(m), re.Pattern, re.Match)
print(isinstance(c, re.Pattern), isinstance(m, re.Match), c.groupindex, re.compile('(?P<x>a)').groupindex, re.__all__)
