# A failure with no frame of the program shows the exception alone.
import unittest


class T(unittest.TestCase):
    test_a = unittest.TestCase.fail

    def test_c(self):
        self.fail('c')


for name in 'test_a', 'test_c':
    result = unittest.TestResult()
    T(name).run(result)
    print(result.failures[0][1])
