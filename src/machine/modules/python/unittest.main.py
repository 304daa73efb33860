# unittest.main(): the tests of a module, from the command line.

import argparse as _argparse
import os as _os
import sys as _sys
from unittest import loader as _loader, runner as _runner

_NO_TESTS_EXITCODE = 5


class TestProgram:
    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=_loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            module = _sys.modules[module]
        argv = _sys.argv if argv is None else argv
        self.module, self.defaultTest, self.testRunner, self.testLoader = module, defaultTest, testRunner, testLoader
        self.exit, self.verbosity, self.failfast, self.catchbreak = exit, verbosity, failfast, catchbreak
        self.buffer, self.tb_locals, self.durations = buffer, tb_locals, durations
        self.warnings = "default" if warnings is None else warnings
        self.progName = _os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        parser = _argparse.ArgumentParser(prog=self.progName)
        parser.add_argument("-v", "--verbose", dest="verbosity", action="store_const", const=2)
        parser.add_argument("-q", "--quiet", dest="verbosity", action="store_const", const=0)
        parser.add_argument("-f", "--failfast", action="store_true")
        parser.add_argument("-c", "--catch", dest="catchbreak", action="store_true")
        parser.add_argument("-b", "--buffer", action="store_true")
        parser.add_argument("-k", dest="testNamePatterns", action="append")
        parser.add_argument("tests", nargs="*")
        given = parser.parse_args(argv[1:])
        if given.verbosity is not None:
            self.verbosity = given.verbosity
        self.failfast, self.buffer = self.failfast or given.failfast, self.buffer or given.buffer
        if given.testNamePatterns:
            self.testLoader.testNamePatterns = [p if "*" in p else f"*{p}*" for p in given.testNamePatterns]
        self.createTests(given.tests or self.defaultTest)

    def createTests(self, names=None):
        if not names:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            names = (names,) if isinstance(names, str) else names
            self.test = self.testLoader.loadTestsFromNames(names, self.module)

    def runTests(self):
        runner = _runner.TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                            warnings=self.warnings)
        self.result = runner.run(self.test)
        if not self.exit:
            return
        if self.result.testsRun == 0 and not self.result.skipped and _sys.version_info >= (3, 12):
            _sys.exit(_NO_TESTS_EXITCODE)
        _sys.exit(not self.result.wasSuccessful())


main = TestProgram
