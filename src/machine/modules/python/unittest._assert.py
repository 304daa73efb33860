# What a test can assert, and what it says when that is not so.

import difflib
import pprint
import re
import warnings
from sys import version_info as _version
from unittest.util import _common_shorten_repr, count_differences, safe_repr

_DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class Assertions:
    _no_message = object()
    _diffThreshold = 2 ** 16

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if msg is None or not self.longMessage:
            return msg or standardMsg
        try:
            return "%s : %s" % (standardMsg, msg)
        except UnicodeDecodeError:
            return "%s : %s" % (safe_repr(standardMsg), safe_repr(msg))

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + (_DIFF_OMITTED % len(diff))

    # ---- truth and identity ----------------------------------------------------------------------

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, "%s is not true" % safe_repr(expr))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, "%s is not false" % safe_repr(expr))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, "%s is not %s" % (safe_repr(expr1), safe_repr(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, "unexpectedly identical: %s" % (safe_repr(expr1),))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, "%s is not None" % (safe_repr(obj),))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            one = "any of " * (_version >= (3, 14) and isinstance(cls, tuple))
            self._fail(msg, "%s is not an instance of %s%r" % (safe_repr(obj), one, cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, "%s is an instance of %r" % (safe_repr(obj), cls))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, "%s not found in %s" % (safe_repr(member), safe_repr(container)))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, "%s unexpectedly found in %s" % (safe_repr(member), safe_repr(container)))

    # ---- order -----------------------------------------------------------------------------------

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, "%s not less than %s" % (safe_repr(a), safe_repr(b)))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, "%s not less than or equal to %s" % (safe_repr(a), safe_repr(b)))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, "%s not greater than %s" % (safe_repr(a), safe_repr(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, "%s not greater than or equal to %s" % (safe_repr(a), safe_repr(b)))

    # ---- equality --------------------------------------------------------------------------------

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        """By the type, if both have the same."""
        if type(first) is type(second):
            found = self._type_equality_funcs.get(type(first))
            if found is not None:
                return getattr(self, found) if isinstance(found, str) else found
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, "%s != %s" % _common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, "%s == %s" % (safe_repr(first), safe_repr(second)))

    def _difference(self, first, second, places, delta):
        """How far apart two numbers are; the text that says by what that is measured, or None."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            return diff, diff <= delta, "within %s delta" % safe_repr(delta)
        places = 7 if places is None else places
        return diff, round(diff, places) == 0, "within %r places" % places

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        diff, close, how = self._difference(first, second, places, delta)
        if not close:
            self._fail(msg, f"{safe_repr(first)} != {safe_repr(second)} {how} ({safe_repr(diff)} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None:
            diff, close, how = self._difference(first, second, places, delta)
            if first == second or close:
                self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)} {how} ({safe_repr(diff)} difference)")
            return
        diff, close, how = self._difference(first, second, places, None)
        if first == second or close:
            self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)} {how}")

    # ---- equality of containers ------------------------------------------------------------------

    def _pretty_diff(self, first, second):
        return "\n" + "\n".join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = "sequence"
        if seq_type is not None:
            name = seq_type.__name__
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException("%s sequence is not a %s: %s" % (which, name, safe_repr(seq)))
        differing = self._unmeasurable(seq1, seq2, name)
        if differing is None:
            if seq1 == seq2:
                return
            differing = "%ss differ: %s != %s\n" % (name.capitalize(), *_common_shorten_repr(seq1, seq2))
            found = self._first_difference(seq1, seq2, name)
            if found is None and len(seq1) == len(seq2) and seq_type is None and type(seq1) != type(seq2):
                return
            differing += found or ""
            differing += self._surplus(seq1, seq2, name)
        self.fail(self._formatMessage(msg, self._truncateMessage(differing, self._pretty_diff(seq1, seq2))))

    def _unmeasurable(self, seq1, seq2, name):
        for which, seq in (("First", seq1), ("Second", seq2)):
            try:
                len(seq)
            except (TypeError, NotImplementedError):
                return "%s %s has no length.    Non-sequence?" % (which, name)
        return None

    def _first_difference(self, seq1, seq2, name):
        for i in range(min(len(seq1), len(seq2))):
            try:
                item1 = seq1[i]
            except (TypeError, IndexError, NotImplementedError):
                return "\nUnable to index element %d of first %s\n" % (i, name)
            try:
                item2 = seq2[i]
            except (TypeError, IndexError, NotImplementedError):
                return "\nUnable to index element %d of second %s\n" % (i, name)
            if item1 != item2:
                return "\nFirst differing element %d:\n%s\n%s\n" % (i, *_common_shorten_repr(item1, item2))
        return None

    def _surplus(self, seq1, seq2, name):
        if len(seq1) == len(seq2):
            return ""
        which, longer, at = ("First", seq1, len(seq2)) if len(seq1) > len(seq2) else ("Second", seq2, len(seq1))
        text = "\n%s %s contains %d additional elements.\n" % (which, name, len(longer) - at)
        try:
            return text + "First extra element %d:\n%s\n" % (at, safe_repr(longer[at]))
        except (TypeError, IndexError, NotImplementedError):
            return text + "Unable to index element %d of %s %s\n" % (at, which.lower(), name)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for which, ours, theirs in (("first set but not the second", set1, set2),
                                    ("second set but not the first", set2, set1)):
            number = "first" if ours is set1 else "second"
            try:
                only = ours.difference(theirs)
            except TypeError as e:
                self.fail("invalid type when attempting set difference: %s" % e)
            except AttributeError as e:
                self.fail("%s argument does not support set difference: %s" % (number, e))
            if only:
                lines.append(f"Items in the {which}:")
                lines += [repr(item) for item in only]
        if lines:
            self._fail(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            text = "%s != %s" % _common_shorten_repr(d1, d2)
            self.fail(self._formatMessage(msg, self._truncateMessage(text, self._pretty_diff(d1, d2))))

    def assertCountEqual(self, first, second, msg=None):
        """The same items, each as often, in any order."""
        differences = count_differences(first, second)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % difference for difference in differences]
            text = self._truncateMessage("Element counts were not equal:\n", "\n".join(lines))
            self.fail(self._formatMessage(msg, text))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        text = "%s != %s" % _common_shorten_repr(first, second)
        diff = "\n" + "".join(difflib.ndiff(*_lines_of(first, second)))
        self.fail(self._formatMessage(msg, self._truncateMessage(text, diff)))

    # ---- texts -----------------------------------------------------------------------------------

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._fail(msg, "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            found = text[match.start():match.end()]
            self._fail(msg, "Regex matched: %r matches %r in %r" % (found, unexpected_regex.pattern, text))

    # ---- exceptions, warnings, logs --------------------------------------------------------------

    def assertRaises(self, expected_exception, *args, **kwargs):
        return Raises(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return Raises(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return Warns(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return Warns(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        from unittest._log import Logs
        return Logs(self, logger, level, True)

    def assertNoLogs(self, logger=None, level=None):
        from unittest._log import Logs
        return Logs(self, logger, level, False)


# How every test compares two of one type, until it is told otherwise.
BY_TYPE = ((dict, "assertDictEqual"), (list, "assertListEqual"), (tuple, "assertTupleEqual"),
           (set, "assertSetEqual"), (frozenset, "assertSetEqual"), (str, "assertMultiLineEqual"))


def _lines_of(first, second):
    """The lines of both; where one does not end with an end of line both get one more, which shows it."""
    if _version < (3, 12):
        lines, other = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(lines) == 1 and first.strip("\r\n") == first:
            lines, other = [first + "\n"], [second + "\n"]
        return lines, other
    if first and second:
        more = "\n" * (first[-1] != "\n" or second[-1] != "\n")
        first, second = first + more, second + more
    elif second and second[-1] != "\n":
        second += "\n"
    elif first and first[-1] != "\n":
        first += "\n"
    return first.splitlines(keepends=True), second.splitlines(keepends=True)


class Expectation:
    """What a with statement, or a call, is expected to raise."""

    _base, _complaint = BaseException, "an exception type or tuple of exception types"
    msg = obj_name = None

    def __init__(self, expected, test_case, expected_regex=None):
        self.expected, self.test_case = expected, test_case
        self.expected_regex = re.compile(expected_regex) if expected_regex is not None else None

    def handle(self, name, args, kwargs):
        """The context manager, or the call with its arguments."""
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self._base) for kind in kinds):
            raise TypeError("%s() arg 1 must be %s" % (name, self._complaint))
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError("%r is an invalid keyword argument for this function" % (next(iter(kwargs)),))
            return self
        function, *args = args
        self.obj_name = getattr(function, "__name__", None) or str(function)
        with self:
            function(*args, **kwargs)

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))

    def _name(self):
        return getattr(self.expected, "__name__", None) or str(self.expected)

    def _not_seen(self, what):
        by = " by {}".format(self.obj_name) if self.obj_name else ""
        self._fail("{} not {}{}".format(self._name(), what, by))

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class Raises(Expectation):
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self._not_seen("raised")
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(value)):
            self._fail('"{}" does not match "{}"'.format(self.expected_regex.pattern, str(value)))
        return True


class Warns(Expectation):
    _base, _complaint = Warning, "a warning type or tuple of warning types"

    def __enter__(self):
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, value, traceback):
        self._catcher.__exit__(kind, value, traceback)
        if kind is not None:
            return
        first = None
        for warning in self.warnings:
            if not isinstance(warning.message, self.expected):
                continue
            first = warning.message if first is None else first
            if self.expected_regex is not None and not self.expected_regex.search(str(warning.message)):
                continue
            self.warning, self.filename, self.lineno = warning.message, warning.filename, warning.lineno
            return
        if first is not None:
            self._fail('"{}" does not match "{}"'.format(self.expected_regex.pattern, str(first)))
        self._not_seen("triggered")
