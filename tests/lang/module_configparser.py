# configparser; what threading has for one thread.
import configparser, io, threading, pickle
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, str(e), e.args)
text = """
# comment
[DEFAULT]
base = /home
Debug: yes

[server]
host=localhost
port = 8080
path = %(base)s/www
multi = one
    two

    three
ratio=1.5
; another
flag = off
[empty]
[other section]
key with spaces = value = with = eq
pct = 100%%
"""
c = configparser.ConfigParser(); c.read_string(text)
print(c.sections(), "server" in c, "DEFAULT" in c, len(c), list(c), c["server"], dict(c["server"]), c.defaults(), c.options("server"), c.items("server"))
print(c["server"]["host"], c.getint("server", "port"), c.getfloat("server", "ratio"), c.getboolean("server", "flag"), c["server"].getboolean("debug"), c["server"]["PATH"], repr(c["server"]["multi"]), c["server"].get("nope"), c["server"].get("nope", "fb"), c.get("server", "nope", fallback="x"), c["server"].getint("port"), c.get("other section", "pct"), c.get("other section", "key with spaces"), c.get("server", "path", raw=True), c.get("server", "path", vars={"base": "B"}))
for f in (lambda: c["nope"], lambda: c["server"]["nope"], lambda: c.get("nope", "x"), lambda: c.get("server", "nope"), lambda: c.getint("server", "host"), lambda: c.getboolean("server", "host"), lambda: c.add_section("server"), lambda: c.add_section("DEFAULT"), lambda: c.set("nope", "a", "b"), lambda: c.set("server", "a", 5), lambda: c.set("server", "a", "%bad"), lambda: c.options("zz"), lambda: c.items("zz")): show(f)
c.set("server", "new", "v"); c["added"] = {"k": "1", "l": 2}; c["server"]["more"] = "m"; print(c.remove_option("server", "host"), c.remove_option("server", "host"), c.remove_section("empty"), c.has_option("server", "debug"), c.has_section("DEFAULT")); del c["server"]["port"]
o = io.StringIO(); c.write(o); print(o.getvalue()); o = io.StringIO(); c.write(o, space_around_delimiters=False); print(o.getvalue())
for bad in ("a = 1", "[s]\na=1\na=2", "[s]\n[s]", "[s]\nnovalue", "[s]\n= x", "[s]\na = %(b)s", "[s]\na = %(a)s", "[s]\na = %x", "[s]\na = %(b"):
    p = configparser.ConfigParser()
    show(lambda: (p.read_string(bad), p.get("s", "a")))
p = configparser.ConfigParser(allow_no_value=True, delimiters=":", comment_prefixes="!", inline_comment_prefixes="#", strict=False); p.read_string("[a]\nx\ny : 1 # c\n! note\ny:2\n"); print(dict(p["a"]))
p = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation()); p.read_string("[a]\nx=1\ny=${x}2\nz=${b:w}\n[b]\nw=$$5 ${a:y}\n"); print(p["a"]["y"], p["a"]["z"], p["b"]["w"]); p = configparser.RawConfigParser(); p.read_string("[a]\nx=%(y)s\n"); print(p["a"]["x"])
p = configparser.ConfigParser({"d": "1"}, converters={"list": lambda s: s.split(",")}); p.read_dict({"s": {"l": "a,b", "N": 3}}); print(p["s"].getlist("l"), p.getlist("s", "l"), p["s"]["n"], p["s"]["d"], p["s"].parser is p, p["s"].name)
p = configparser.ConfigParser(); p.optionxform = str; p.read_string("[S]\nCamel=1"); print(list(p["S"])); print(p.read(["nope.ini"]), configparser.ConfigParser().sections())
with open("x.ini", "w") as f: p.write(f)
q = configparser.ConfigParser(); print(q.read("x.ini"), q["S"]["camel"]); q.clear() if 0 else q.pop("S"); print(q.sections())
l = threading.Lock(); print(l.acquire(), l.locked(), l.acquire(False), l.acquire(timeout=0.01)); l.release(); show(l.release)
with l: print(l.locked())
r = threading.RLock()
with r:
    with r: print("nested")
show(r.release); e = threading.Event(); print(e.is_set(), e.wait(0.01)); e.set(); print(e.wait(), e.is_set()); s = threading.Semaphore(2); print(s.acquire(), s.acquire(), s.acquire(blocking=False)); s.release(); b = threading.BoundedSemaphore(1); show(b.release); show(lambda: threading.Semaphore(-1))
t = threading.current_thread(); print(t.name, t is threading.main_thread(), threading.active_count(), t.daemon, t.is_alive(), threading.get_ident() == t.ident, len(threading.enumerate())); loc = threading.local(); loc.x = 1; print(loc.x, hasattr(loc, "y"))
th = threading.Thread(target=print, args=("ran",), daemon=True); print(th.name, th.daemon, th.is_alive(), th.ident, th); th.run(); show(th.join); c = threading.Condition()
with c: c.notify_all(); print(c.wait(0.01), c.wait_for(lambda: True))
show(c.notify); show(lambda: pickle.dumps(l)); show(lambda: threading.Lock().acquire(False, 3))
class My(threading.Thread):
    def run(self): print("my run", self.name)
My(name="N").run()
