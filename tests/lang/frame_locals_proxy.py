# test: from=3.13
# test: to=3.13.0
"""What f_locals of a function offers, and what it does not."""
import sys
def f(a, b=2):
    z = 1
    def g():
        return z
    l = sys._getframe().f_locals
    T = type(l)
    print(T, T.__module__, T.__name__, T.__mro__, sys.getsizeof(l))
    print([x for x in dir(l) if x not in dir(object)])
    def t(s, fn):
        try: print(s, fn())
        except BaseException as e: print(s, type(e).__name__, e)
    t("del", lambda: l.__delitem__("a"))
    t("del new", lambda: l.__delitem__("qq"))
    l["new"] = 1
    t("del new", lambda: l.__delitem__("new"))
    t("set 1", lambda: l.__setitem__(1, 2))
    t("get 1", lambda: l[1])
    t("get 2", lambda: l[2])
    t("get unh", lambda: l[[]])
    t("set unh", lambda: l.__setitem__([], 1))
    t("in unh", lambda: [] in l)
    t("hash", lambda: hash(l))
    t("keys", lambda: list(l.keys()))
    t("keys", lambda: type(l.keys()))
    t("iter", lambda: type(iter(l)))
    t("rev", lambda: list(reversed(l)))
    t("rev", lambda: type(reversed(l)))
    t("len", lambda: len(l))
    t("eq", lambda: l == l)
    t("eq2", lambda: l == sys._getframe(0).f_locals)
    t("eq2", lambda: l == sys._getframe(1).f_locals)
    t("eq3", lambda: l == dict(l))
    t("lt", lambda: l < l)
    t("copy", lambda: type(l.copy()))
    t("setdefault", lambda: l.setdefault("a"))
    t("setdefault", lambda: l.setdefault("nn"))
    t("setdefault", lambda: l.setdefault("mm", 5))
    t("get", lambda: l.get("mm"))
    t("get", lambda: l.get("m2"))
    t("get", lambda: l.get("m2", 7))
    t("get", lambda: l.get())
    t("upd", lambda: l.update({"a": 100}))
    t("upd", lambda: l.update([("a", 100)]))
    t("upd", lambda: l.update(5))
    t("upd", lambda: l.update(a=5))
    t("or", lambda: type(l | {"o": 1}))
    t("or", lambda: l | [1])
    t("ror", lambda: type({"o": 1} | l))
    def ior():
        q = l
        q |= {"io": 1}
        return type(q)
    t("ior", ior)
    def ior():
        q = l
        q |= [1]
        return type(q)
    t("ior", ior)
    t("bool", lambda: bool(l))
    t("new", lambda: T())
    t("new", lambda: T(1))
    t("new", lambda: T(sys._getframe())["T"] if 0 else len(T(sys._getframe())))
    t("clear", lambda: l.clear())
    t("popitem", lambda: l.popitem())
    l["z"] = 55
    print(g(), z)
    l["unb"] = 4
    import collections.abc
    t("unbound", lambda: unb)
    print("unb" in l, l["unb"])
    print("z" in l)
    unb = 3
f(1)
import collections.abc
view = (lambda: sys._getframe().f_locals)()
print(isinstance(view, collections.abc.Mapping), isinstance(view, collections.abc.MutableMapping), isinstance(view, dict))
match view:
    case {}:
        print("matches a mapping")
