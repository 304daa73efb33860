# unittest.mock: mocks, what they remember, patches.
from unittest.mock import *
from unittest import mock
import re, os, asyncio, json
def show(f):
    try: print(re.sub(r"id='\d+'", "id", repr(f())))
    except (Exception, AssertionError) as e: print(type(e).__name__, re.sub(r"id='\d+'", "id", str(e)))
m = Mock(); print(m.called, m.call_count, m.call_args); show(lambda: m); show(lambda: m.foo.bar); show(lambda: m()); show(lambda: m.foo(1).baz(2, k=3)); print(m.mock_calls, m.method_calls, m.call_args_list)
m = Mock(return_value=5, name="fn"); print(m(1, a=2), m.call_args, m.call_args.args, m.call_args.kwargs, m.called, m.call_args == call(1, a=2), m.call_args == ((1,), {"a": 2})); show(lambda: m)
for f in (lambda: m.assert_called_with(1), lambda: m.assert_called_with(1, a=2), lambda: m.assert_called_once(), lambda: m.assert_not_called(), lambda: m.assert_any_call(7), lambda: m.assert_has_calls([call(1, a=2)]), lambda: m.assert_has_calls([call(9)]), lambda: Mock().assert_called(), lambda: Mock().assert_called_once(), lambda: Mock().assert_called_with(3), lambda: m.assert_called_once_with(2), lambda: m.asert_foo, lambda: m.assert_foo()): show(f)
m(2); show(m.assert_called_once); show(lambda: m.assert_called_once_with(2)); show(lambda: m.assert_has_calls([call(2), call(1, a=2)], any_order=True)); show(lambda: m.assert_has_calls([call(3)], any_order=True)); m.reset_mock(); print(m.called, m.mock_calls)
m = Mock(side_effect=[1, ValueError("boom"), 3]); show(m); show(m); show(m); show(m); m.side_effect = KeyError("k"); show(m); m.side_effect = lambda x: x * 2; show(lambda: m(4)); m.side_effect = None; m.return_value = 9; show(m)
class Real:
    attr = 1
    def method(self, x): return x
s = Mock(spec=Real); print(isinstance(s, Real)); show(lambda: s.method(1)); show(lambda: s.nope); show(lambda: s); s.other = 3; ss = Mock(spec_set=Real); show(lambda: setattr(ss, "zzz", 1)); show(lambda: Mock(spec=["a", "b"]).c); show(lambda: Mock(spec=["a"]).a)
mm = MagicMock(); print(len(mm), bool(mm), int(mm), list(mm), 3 in mm, float(mm), mm == mm, mm == 3, mm != 3); mm.__len__.return_value = 7; mm.__getitem__.return_value = "item"; mm.__iter__.return_value = [1, 2]; print(len(mm), mm["k"], list(mm), mm.__getitem__.call_args); show(lambda: mm + 1); show(lambda: mm < 1)
mm.__str__.return_value = "text"; print(str(mm)); mm.__contains__.side_effect = lambda x: x == 5; print(5 in mm, 6 in mm)
with mm as v: pass
print(mm.__enter__.called, mm.__exit__.call_args); show(lambda: v); show(lambda: Mock() + 1); show(lambda: len(Mock())); mm[1] = 2; print(mm.__setitem__.mock_calls)
with patch("os.getcwd", return_value="/fake") as g: print(os.getcwd(), g.called); show(lambda: g)
print(os.getcwd() != "/fake")
@patch("os.listdir")
@patch("os.getcwd")
def deco(cwd, ls): cwd.return_value = "c"; ls.return_value = ["l"]; return os.getcwd(), os.listdir()
print(deco())
class Thing:
    value = 1
    def go(self): return "real"
with patch.object(Thing, "go", return_value="patched") as p: print(Thing().go(), p.call_count)
with patch.object(Thing, "value", 42): print(Thing.value)
print(Thing().go(), Thing.value, "go" in Thing.__dict__); show(lambda: patch.object(Thing, "nope").__enter__()); show(lambda: patch("nodots"))
with patch("builtins.input", side_effect=["a", "b"]): print(input("?"), input())
with patch("builtins.open", mock_open(read_data="l1\nl2\n")) as o:
    with open("x") as f: print(f.read())
    with open("x") as f: print([l for l in f])
    o.assert_called_with("x"); open("w", "w").write("data")
print(o.mock_calls[-1], o().write.mock_calls)
d = {"a": 1}
with patch.dict(d, {"b": 2}): print(d)
with patch.dict(d, clear=True, c=3): print(d)
print(d); patch.dict("os.environ", {"ZZ": "1"}).start(); print(os.environ["ZZ"]); patch.stopall(); print("ZZ" in os.environ)
p = patch.object(Thing, "go"); g = p.start(); g.return_value = "s"; print(Thing().go()); p.stop(); print(Thing().go())
print(call(1, 2), call.foo(3), call.a.b(c=1), call().x(), call == call, call(1) == call(1), call(1) in [call(1)], [call(1), call(2)] == [call(1), call(2)], ANY == 5, call(ANY) == call(7), sentinel.x, sentinel.x is sentinel.x)
m = Mock(); m.a(1); m.b.c(2); m(3); print(m.mock_calls, m.method_calls, m.mock_calls == [call.a(1), call.b.c(2), call(3)]); m.attach_mock(Mock(), "kid"); m.kid(5); print(m.mock_calls[-1])
m = Mock(**{"x.return_value": 3, "y.z": 4, "side_effect": None}); print(m.x(), m.y.z); m.configure_mock(q=9); print(m.q); del m.q; show(lambda: m.q)
class PT:
    @property
    def p(self): return 1
with patch.object(PT, "p", new_callable=PropertyMock) as pm: pm.return_value = 8; print(PT().p, pm.call_count)
am = AsyncMock(return_value=4)
async def main(): print(await am(1), am.await_count, am.await_args); am.assert_awaited_once_with(1); x = AsyncMock(side_effect=ValueError("x")); await x()
try: asyncio.run(main())
except ValueError as e: print(e)
async def co(): pass
show(lambda: am.assert_awaited_with(2)); w = Mock(wraps=Real()); print(w.method(6), w.method.call_args); se = Mock(); se.a; seal(se); show(lambda: se.b)
m = MagicMock(); m.method.return_value.attr = 3; print(m.method().attr); it = iter(m); print(next(it, "none")); print(hash(m) == hash(m), {m: 1}[m], m.__class__.__name__)
