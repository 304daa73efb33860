import re
import sys


def t(f, *a, **k):
    try: print(getattr(f, '__name__', '?'), ascii([x for x in a if not callable(x)]), k, ascii(f(*a, **k)))
    except re.error as e: print(f.__name__, ascii([x for x in a if not callable(x)]), k, 're.error', ascii(str(e)), '|', ascii(e.msg), e.pos, e.lineno, e.colno)
    except Exception as e: print(getattr(f, '__name__', '?'), ascii([x for x in a if not callable(x)]), k, type(e).__name__, ascii(str(e)))
if sys.version_info >= (3, 13): sub = lambda p, r, s, count=0, flags=0: re.sub(p, r, s, count=count, flags=flags)
else: sub = re.sub
sub.__name__ = 'sub'
t(sub, 'a', lambda m: m.group().upper() + str(m.start()), 'banana'); t(sub, 'a', lambda m: None, 'banana'); t(sub, 'a', lambda m: 5, 'banana'); t(sub, 'a', 5, 'banana'); t(sub, 'a', None, 'b'); t(sub, 'a', b'x', 'banana'); t(sub, 'x', b'y', 'banana'); t(sub, 'a', 'b', 5); t(sub, 'a', 'b', b'x'); t(sub, b'a', 'b', 'x')
t(sub, 'a', 'b', 'aaaa', count=2); t(sub, 'a', 'b', 'aaaa', count=-1); t(sub, '', '-', 'abc'); t(sub, 'x*', '-', 'abxd'); t(sub, r'\b', '|', 'hello world'); t(sub, '^', '> ', 'a\nb', flags=re.M); t(sub, '(?m)$', ';', 'a\nb\n'); t(re.subn, 'a', 'b', 'banana'); t(re.subn, 'q', 'b', 'banana')
t(re.split, r'\W+', 'Words, words, words.'); t(re.split, r'(\W+)', 'Words, words, words.'); t(re.split, r'\W+', 'Words, words, words.', maxsplit=1); t(re.split, 'x*', 'axbc'); t(re.split, '(x)|(y)', 'axbyc'); t(re.split, '', 'abc'); t(re.split, r'\b', 'a b'); t(re.split, ',', ''); t(re.split, b',', b'a,b'); t(re.split, 'a', 'bab', maxsplit=-1)
t(re.findall, r'(\w)(\d)?', 'a1b'); t(re.findall, r'\bf[a-z]*', 'which foot or hand fell fastest'); t(re.findall, r'(\w+)=(\d+)', 'set width=20 and height=10'); t(re.findall, 'a', b'a'); t(re.findall, b'a', 'a'); t(re.findall, 5, 'a'); t(re.findall, 'a', None); t(re.match, 'a', 5); t(re.compile, None); t(re.compile, ['a'])
