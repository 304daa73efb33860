"""A test that returns something is run, and told about."""
import unittest
import warnings


class Odd(unittest.TestCase):
    def test_returns(self):
        return 1

    def test_yields(self):
        yield 1

    def test_fine(self):
        self.assertTrue(True)


with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(Odd).run(result)
for w in told:
    print(w.category.__name__, str(w.message).partition(" of <")[0])
print(result.testsRun, result.wasSuccessful())
