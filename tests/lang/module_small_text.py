# html, urllib.parse, reprlib, uuid, secrets, platform, codecs, ast.literal_eval, sched, linecache.
import html, urllib.parse as u, reprlib, uuid, secrets, platform, codecs, ast, sched, time, linecache, collections, random
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
print(html.escape("<a href=\"x\">'&"), html.escape("\"'", quote=False), html.unescape("&lt;b&gt; &amp;amp; &#65;&#x42; &eacute; &copy 5 &notit; &#128; &nope &euro;&apos; &#0; &Alpha;x & y"))
for url in ("http://user:pw@Host.com:8080/a/b;p?q=1&r=2#frag", "//h/x", "mailto:a@b", "/only/path?x", "", "https://[::1]:80/", "file:///etc/x", "HTTP://A", "a:b:c", "http://h:99999/", "http://h:x/", "x;y;z", " http://q "):
    show(lambda: u.urlparse(url)); show(lambda: u.urlsplit(url)); p = u.urlsplit(url); show(lambda: (p.hostname, p.username, p.password, p.geturl())); show(lambda: p.port); show(lambda: u.urlparse(url).geturl()); show(lambda: u.urldefrag(url))
for b, r in [("http://a/b/c/d;p?q", x) for x in ("g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x", "", ".", "./", "..", "../g", "../..", "../../../g", "g:h", "/./g", "g..", "./g/.", "http:g")]: print(r, u.urljoin(b, r))
print(u.quote("a b/c?é&=~"), u.quote("a/b", safe=""), u.quote_plus("a b&c/d+"), u.unquote("a%20b%C3%A9%zz%"), u.unquote_plus("a+b%2B"), u.unquote_to_bytes("a%20%ff"), u.quote(b"\xff a"), u.quote_from_bytes(b"x y"))
print(u.urlencode({"a": 1, "b c": "d&e", "l": [1, 2]}), u.urlencode({"l": [1, 2], "s": "xy"}, doseq=True), u.urlencode([("k", "v"), ("k", "w")]), u.parse_qs("a=1&b=2&a=3&c=&d"), u.parse_qsl("a=1&b=%20x+y&c=", keep_blank_values=True)); show(lambda: u.urlencode("abc")); show(lambda: u.parse_qs("a", strict_parsing=True)); show(lambda: u.quote(5)); show(lambda: u.urlunsplit(("http", "h", "p", "q", "f")))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(set(range(10))), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(10 ** 100), reprlib.repr((1,)), reprlib.repr(collections.deque(range(20))), reprlib.repr(frozenset("abc")), reprlib.repr(b"y" * 60), reprlib.repr(()), reprlib.repr("a\n'" * 20))
class Rec(list):
    @reprlib.recursive_repr()
    def __repr__(self): return "<" + ", ".join(map(repr, self)) + ">"
r = Rec("ab"); r.append(r); print(r, Rec.__repr__.__name__); R = reprlib.Repr(); R.maxlist = 2; print(R.repr([1, 2, 3]))
x = uuid.UUID("12345678-1234-5678-1234-567812345678"); print(x, repr(x), x.hex, x.int, x.bytes, x.fields, x.version, x.variant, x.urn, x.time, x.clock_seq, x.node, x.bytes_le, x == uuid.UUID(int=x.int), x < uuid.UUID(int=5), hash(x) == hash(x.int))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid4().version, uuid.uuid1().version, len(str(uuid.uuid4())), uuid.UUID(bytes=b"\x01" * 16), uuid.UUID("{urn:uuid:" + "a" * 32 + "}"), uuid.SafeUUID.safe)
for f in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(bytes=b"1"), lambda: uuid.UUID(int=-1), lambda: setattr(x, "int", 3), lambda: uuid.UUID(int=1, version=9), lambda: x < 3): show(f)
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe(9)), 0 <= secrets.randbelow(10) < 10, secrets.choice("a"), secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"), 0 <= secrets.randbits(4) < 16); show(lambda: secrets.randbelow(0)); show(lambda: secrets.compare_digest("é", "a")); show(lambda: secrets.compare_digest("a", b"a"))
s = random.SystemRandom(); print(0 <= s.random() < 1, 1 <= s.randint(1, 6) <= 6); show(s.getstate)
print(platform.system(), platform.machine(), platform.python_implementation(), platform.python_version_tuple()[:2] == tuple(platform.python_version().split(".")[:2]), platform.architecture()[0], platform.uname().system, len(platform.uname()))
print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"), codecs.encode(b"ab", "hex"), codecs.decode("6162", "hex") if 0 else codecs.decode(b"6162", "hex"), codecs.encode("é"), codecs.BOM_UTF8, codecs.decode(b"YWI=", "base64"), codecs.encode(b"ab", "base64")); show(lambda: codecs.encode("x", "nope"))
for t in ("[1, 2.5, 'a']", "{'k': (1,), 3: None}", "{1, 2}", " 5", "-3", "+4", "1+2j", "-1-2j", "b'x'", "'''m'''", "set()", "(True, ...)", "'a' 'b'", "1_000", "[", "a", "f(1)", "1+1", "x.y", "{'a': b}", "0x1f", "()", "'\\n'", "[1,]", "- 5", "not 1", "lambda: 0", "[x for x in y]"):
    try: print(t, repr(ast.literal_eval(t)))
    except SyntaxError as e: print(t, "SyntaxError", e)
    except ValueError as e: print(t, "ValueError", str(e)[:33])
t = [0]; q = sched.scheduler(lambda: t[0], lambda d: t.__setitem__(0, t[0] + d)); q.enter(5, 1, print, ("five",)); q.enter(1, 2, print, ("one-b",)); q.enter(1, 1, print, ("one-a",), {"end": "!\n"}); e = q.enter(3, 1, print); q.cancel(e); print([x.time for x in q.queue], q.empty(), q.run(blocking=False)); q.run(); print(t, q.empty())
print(linecache.getline(__file__, 1)[:11], linecache.getline("nope", 3), linecache.getline(__file__, 99999))
