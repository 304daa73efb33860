# unittest: assertions and their messages, results, runners.
import unittest, sys, re, io, logging, warnings
class Writer(io.StringIO):
    pass
class Math(unittest.TestCase):
    """Doc of class."""
    @classmethod
    def setUpClass(cls): print("setUpClass")
    @classmethod
    def tearDownClass(cls): print("tearDownClass")
    def setUp(self): self.x = 1; self.addCleanup(print, "cleanup", self._testMethodName)
    def tearDown(self): print("tearDown")
    def test_ok(self): self.assertEqual(self.x, 1)
    def test_fail(self):
        """The first line.

        More."""
        self.assertEqual(1 + 1, 3)
    def test_error(self): {}["k"]
    def test_msg(self): self.assertEqual([1, 2, 3], [1, 2, 4], "lists")
    def test_list_len(self): self.assertEqual([1, 2], [1, 2, 3])
    def test_dict(self): self.assertEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3], "c": 2})
    def test_set(self): self.assertEqual({1, 2}, {2, 3})
    def test_tuple(self): self.assertEqual((1,), (2,))
    def test_str(self): self.assertEqual("hello world", "hallo world")
    def test_multi(self): self.assertEqual("a\nb\nc", "a\nx\nc\n")
    def test_long(self): self.assertEqual("a" * 100 + "b" * 50, "a" * 100 + "c" * 60)
    def test_longlist(self): self.assertEqual(list(range(100)), list(range(50)) + [0] + list(range(51, 100)))
    def test_types(self): self.assertEqual(1, "1")
    def test_true(self): self.assertTrue(0)
    def test_false(self): self.assertFalse([1], "msg here")
    def test_in(self): self.assertIn(3, [1, 2])
    def test_notin(self): self.assertNotIn("a", "abc")
    def test_is(self): self.assertIs([], [])
    def test_none(self): self.assertIsNone(0)
    def test_notnone(self): self.assertIsNotNone(None)
    def test_instance(self): self.assertIsInstance("a", (int, float))
    def test_almost(self): self.assertAlmostEqual(1.0, 1.1)
    def test_almost_delta(self): self.assertAlmostEqual(1, 5, delta=2)
    def test_almost_ok(self): self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertNotAlmostEqual(1, 2)
    def test_notalmost(self): self.assertNotAlmostEqual(1.00000001, 1)
    def test_greater(self): self.assertGreater(1, 2)
    def test_le(self): self.assertLessEqual(3, 2)
    def test_regex(self): self.assertRegex("abc", r"\d+")
    def test_notregex(self): self.assertNotRegex("a12", r"\d+")
    def test_count(self): self.assertCountEqual([1, 2, 2], [2, 1, 1])
    def test_noteq(self): self.assertNotEqual(1, 1)
    def test_raises_ok(self):
        with self.assertRaises(ValueError) as cm: int("x")
        self.assertEqual(str(cm.exception), "invalid literal for int() with base 10: 'x'")
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)
        with self.assertRaisesRegex(TypeError, "unsupp"): 1 + "a"
    def test_raises_not(self):
        with self.assertRaises(ValueError): pass
    def test_raises_not_call(self): self.assertRaises((ValueError, KeyError), int, "3")
    def test_raises_other(self):
        with self.assertRaises(ValueError): [][0]
    def test_raises_regex(self):
        with self.assertRaisesRegex(ValueError, "nope"): int("z")
    def test_warns(self):
        with self.assertWarns(UserWarning) as cm: warnings.warn("careful")
        print(cm.warning)
        with self.assertWarns(DeprecationWarning): pass
    def test_logs(self):
        with self.assertLogs("foo", level="INFO") as cm: logging.getLogger("foo").info("hi"); logging.getLogger("foo.bar").error("bad")
        self.assertEqual(cm.output, ["INFO:foo:hi", "ERROR:foo.bar:bad"])
        with self.assertNoLogs(): pass
    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i): self.assertEqual(i % 2, 0)
        with self.subTest("message", a=1): 1 / 0
    def test_skip(self): self.skipTest("not now")
    @unittest.skip("why not")
    def test_skip2(self): pass
    @unittest.skipIf(True, "cond")
    def test_skip3(self): pass
    @unittest.skipUnless(True, "x")
    def test_unless(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.assertEqual(1, 2)
    @unittest.expectedFailure
    def test_unexpected(self): pass
    def test_chain(self):
        try: {}["a"]
        except KeyError as e: raise ValueError("chained") from e
    def helper(self, v): self.assertEqual(v, 1)
    def test_helper(self): self.helper(2)
    def test_assert(self): assert 1 == 2, "plain"
    def test_seq(self): self.assertSequenceEqual([1, 2], (1, 2)); self.assertSequenceEqual("ab", "ac")
    def test_fail_call(self): self.fail("explicit")
class Bad(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError("no class")
    def test_x(self): pass
class SetupBad(unittest.TestCase):
    def setUp(self): raise ValueError("setup")
    def test_y(self): print("not reached")
@unittest.skip("whole class")
class Skipped(unittest.TestCase):
    def test_z(self): pass
class TearBad(unittest.TestCase):
    def tearDown(self): raise ValueError("tear")
    def test_q(self): self.fail("both")
for verbosity in (0, 1, 2):
    out = io.StringIO()
    r = unittest.main(argv=["prog"], exit=False, verbosity=verbosity, testRunner=lambda **k: unittest.TextTestRunner(stream=out, verbosity=verbosity)) if 0 else unittest.TextTestRunner(stream=out, verbosity=verbosity).run(unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"]))
    print(re.sub(r"in \d+\.\d+s", "in 0s", out.getvalue())); print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), r.wasSuccessful(), r)
s = unittest.TestSuite(); s.addTest(Math("test_ok")); print(s.countTestCases(), s, Math("test_ok").id(), repr(Math("test_ok")), str(Math("test_ok")), Math("test_fail").shortDescription())
try: Math("nope")
except ValueError as e: print(e)
out = io.StringIO(); r = unittest.TextTestRunner(stream=out, failfast=True).run(unittest.TestLoader().loadTestsFromTestCase(Math)); print(re.sub(r"in \d+\.\d+s", "in 0s", out.getvalue()))
out = io.StringIO(); unittest.TextTestRunner(out).run(unittest.TestSuite()); print(re.sub(r"in \d+\.\d+s", "in 0s", out.getvalue()))
class Async(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): self.v = 3
    async def test_a(self):
        import asyncio; await asyncio.sleep(0); self.assertEqual(self.v, 3)
out = io.StringIO(); unittest.TextTestRunner(out).run(unittest.defaultTestLoader.loadTestsFromTestCase(Async)); print(re.sub(r"in \d+\.\d+s", "in 0s", out.getvalue()))
class Buf(unittest.TestCase):
    def test_o(self): print("hidden"); self.fail()
    def test_p(self): print("hidden too")
out = io.StringIO(); unittest.TextTestRunner(out, buffer=True).run(unittest.defaultTestLoader.loadTestsFromTestCase(Buf)); print(re.sub(r"in \d+\.\d+s", "in 0s", out.getvalue()))
