/* unittest, in Python alone: modules/python/unittest*.py.  Its modules are CPython's, but for two
 * parts. */
#include "pure.h"

PURE_PACKAGE(unittest_module, "unittest", "Tests, and what runs them.",
             "findTestCases getTestCaseNames installHandler load_tests makeSuite "
             "registerResult removeHandler removeResult signals");
PURE(unittest_async_case_module, "unittest.async_case", NULL, NULL);
PURE(unittest_case_module, "unittest.case", NULL, NULL);
PURE(unittest_loader_module, "unittest.loader", NULL, NULL);
PURE(unittest_main_module, "unittest.main", NULL, NULL);
PURE(unittest_result_module, "unittest.result", NULL, NULL);
PURE(unittest_runner_module, "unittest.runner", NULL, NULL);
PURE(unittest_suite_module, "unittest.suite", NULL, NULL);
PURE(unittest_util_module, "unittest.util", NULL, NULL);
PURE_PART(unittest_assert_module, "unittest._assert");
PURE_PART(unittest_log_module, "unittest._log");
PURE(unittest_mock_module, "unittest.mock", NULL, "InvalidSpecError ThreadingMixin ThreadingMock");
PURE_PART(unittest_call_module, "unittest._call");
PURE_PART(unittest_patch_module, "unittest._patch");
