# The last lines of an exception group alone: what it is, and its notes, without what is inside.
import traceback

group = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2)]), OSError(5)])
print(traceback.format_exception_only(group))
group.add_note("first\nsecond")
print(traceback.format_exception_only(group))
print(list(traceback.TracebackException.from_exception(group).format_exception_only()))
print("".join(traceback.TracebackException.from_exception(group).format()))
print(traceback.format_exception_only(ExceptionGroup("a\nb", [KeyError("k")])))
print(traceback.format_exception_only(ValueError("a\nb\n")))
noted = KeyError("one\ntwo")
noted.add_note("three\nfour")
print(traceback.format_exception_only(noted))


class Mute(Exception):
    def __str__(self):
        raise ValueError("no")


print(traceback.format_exception_only(Mute("x")))
