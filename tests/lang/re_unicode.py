import re
import sys


def t(f, *a, **k):
    try: print(getattr(f, '__name__', '?'), ascii([x for x in a if not callable(x)]), k, ascii(f(*a, **k)))
    except re.error as e: print(f.__name__, ascii([x for x in a if not callable(x)]), k, 're.error', ascii(str(e)), '|', ascii(e.msg), e.pos, e.lineno, e.colno)
    except Exception as e: print(getattr(f, '__name__', '?'), ascii([x for x in a if not callable(x)]), k, type(e).__name__, ascii(str(e)))
if sys.version_info >= (3, 13): sub = lambda p, r, s, count=0, flags=0: re.sub(p, r, s, count=count, flags=flags)
else: sub = re.sub
sub.__name__ = 'sub'
for p, s in [('straße', 'STRASSE'), ('ß', 'ẞ'), ('é', 'É'), ('[a-z]+', 'ABCſK'), ('k', '\u212a'), ('\u212a', 'k'), ('s', 'ſ'), ('i', 'İ'), ('i', 'ı'), ('[à-ü]', 'É'), ('µ', 'μ'), ('σ', 'ς'), ('Σ', 'ς'), ('[α-ω]+', 'ΑΒΓς'), ('[^a]', 'A'), ('[^k]', '\u212a'), ('ǆ', 'ǅ'), ('ǅ', 'Ǆ'), (r'(a)\1', 'aA'), (r'(ß)\1', 'ßẞ'), ('[A-Z]', 'é'), ('[Ā-ž]', 'Š'), ('\ufb05', '\ufb06'), ('я', 'Я'), ('[я]', 'Я'), ('[а-я]+', 'ПРИВЕТ')]:
    for f in (0, re.I, re.I | re.A): t(re.fullmatch, p, s, f)
for p in [r'\d', r'\D', r'\s', r'\S', r'\w', r'\W', r'[\d]', r'[^\w]']:
    for s in ['1', '٣', '²', '½', ' ', '\xa0', '\u2003', '\x1c', '\n', '\x0b', 'a', 'é', '_', '中', '-', '\u0301', 'ª', '\u200b']:
        print(p, ascii(s), [bool(re.match(p, s, f)) for f in (0, re.A)], end=' ')
        try: print(bool(re.match(p.encode(), s.encode('latin1'))))
        except UnicodeEncodeError: print()
