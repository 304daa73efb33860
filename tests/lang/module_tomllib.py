"""tomllib: documents, values, and what is wrong with them."""
import tomllib, io
docs = ['', 'a=1', 'a = 1 # c\nb = "x"\n', '[t]\na=1\n[t.u]\nb=2\n[[l]]\nx=1\n[[l]]\nx=2\n[l.m]\ny=3', 'a.b.c = 1\na.b.d = 2', '"q k"."x" = 1\n\'l\' = 2', 'x = [1, 2,\n 3, # c\n]\ny = []\nz = [[1],["a"]]', 'p = {a=1, b.c=2, d={}}', 'd = 1979-05-27T07:32:00Z\ne = 1979-05-27T00:32:00-07:00\nf = 1979-05-27 07:32:00.999999\ng = 1979-05-27\nh = 07:32:00.5', 'i = 0x_1', 'i = 0xDEAD_beef\nj = 0b1_0\nk=0o17\nl=-17\nm=+1_000\nn=1e5\no=-0.01\np=6.6e-3_4\nq=inf\nr=-inf\ns=nan\nt=+nan', 's = "a\\tb\\u00e9\\U0001F600\\"\\\\"', "s = '''\nraw\\n\n'''\nt='''a''b'''''", 's = """\nx \\\n   y""z"""""', 'a=1\na=2', '[a]\n[a]', 'a=1\n[a]', '[a]\nb=1\n[a.b]', 'a={b=1}\na.c=2', 'a={b=1}\n[a.c]', 'a=[1]\n[[a]]', '[[a]]\n[a]', '[a.b]\n[a]\nb.c=1', 'a.b=1\n[a]', '[[a.b]]\n[a]\nc=1', 'x', 'x =', 'x = ]', '= 1', '[a', '[[a]', '[]', 'a = "x', 'a = "x\ny"', "a = 'x", 'a = """x', "a='''x", 'a = [1', 'a = [1 2]', 'a = {b=1', 'a = {b=1,}', 'a = {b=1 c=2}', 'a={b=1,b=2}', 'a={b=1,b.c=2}', 'a={b={},b.c=2}', 'a = "\\q"', 'a = "\\u12"', 'a = "\\uD800"', 'a = 1979-02-30', 'a = 01', 'a = 1__0', 'a = tru', 'a = 1 b = 2', 'a = "\x01"', '# \x01', "a = '\x01'", 'a..b = 1', 'a. = 1', '.a = 1', 'a b = 1', '\x00', '\t\n\r\na=1\r\n', 'a = """\\  x"""', 'a = """\\  \n  x"""', 'a = "é"', 'é = 1', '[a]]', '[ a . b ]\nc=1', 'a = {}\n[a]', 'a = [{x=1}]\n[a.b]', 'fruit.apple.smooth = true\n[fruit.apple]', '[fruit]\napple.color = 1\n[fruit.apple]\n', '[fruit]\napple.color=1\n[fruit.apple.t]\nx=1', 'a = 07:32', 'a = 1.', 'a = .5', 'a = 1.e5', 'a=1_', 'a = 0x', 'a = "a"b', "k = 'v' # x\ny", 'a = 25:00:00', 'a = 2000-01-01T25:00:00', 'a = -nan', 'a=in', 'a = 1e400', 'a = """""""', "a = ''''''''"]
for d in docs:
    try: r = tomllib.loads(d)
    except Exception as e: r = f"{type(e).__name__}: {e} {type(e.__cause__).__name__}"
    print(repr(d), r)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
from decimal import Decimal
t(lambda: tomllib.loads("a=1.5\nb=inf\nc=2", parse_float=Decimal)); t(lambda: tomllib.loads("a=1.5", parse_float=lambda s: [s])); t(lambda: tomllib.loads("a=1.5", parse_float=str))
t(lambda: tomllib.load(io.BytesIO(b"a=1"))); t(lambda: tomllib.load(io.StringIO("a=1"))); t(lambda: tomllib.loads(b"a=1")); t(lambda: tomllib.loads(5)); t(lambda: tomllib.loads())
print(tomllib.TOMLDecodeError, tomllib.TOMLDecodeError.__mro__, tomllib.__all__)
