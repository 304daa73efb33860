def f(exc):
    print("--", repr(exc))
    try:
        try:
            raise exc
        except* ValueError as e:
            print("value:", repr(e), repr(e.__context__))
        except* (TypeError, KeyError) as e:
            print("type or key:", repr(e))
        except* OSError:
            print("os")
            raise RuntimeError("while handling")
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as left:
        print("left:", repr(left), repr(left.__context__), repr(left.__cause__))
    else:
        print("nothing left")


G = ExceptionGroup
f(ValueError(1))
f(IndexError(1))
f(OSError("disk"))
f(G("a", [ValueError(1), ValueError(2)]))
f(G("a", [ValueError(1), TypeError(2), KeyError(3)]))
f(G("a", [ValueError(1), IndexError(2), G("b", [IndexError(3), KeyError(4)])]))
f(G("a", [OSError(1), IndexError(2), G("n", [ZeroDivisionError(3)])]))
f(BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(5)]))


def reraise():
    try:
        raise G("r", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError:
        raise
    except* KeyError as e:
        raise e
    except* OSError as e:
        raise LookupError("new") from e


try:
    reraise()
except Exception as e:
    print(repr(e), [repr(x) for x in e.exceptions], [repr(x.__cause__) for x in e.exceptions])

for bad in (ExceptionGroup, 5, (ValueError, BaseExceptionGroup), (ValueError, 1)):
    try:
        try:
            raise ValueError("x")
        except* bad:
            print("caught")
    except BaseException as e:
        print(type(e).__name__, e)

try:
    print("no exception")
except* ValueError:
    print("never")
else:
    print("else runs")


def name_is_gone():
    try:
        raise G("g", [KeyError()])
    except* KeyError as e:
        pass
    try:
        e
    except NameError as n:
        print(n)


name_is_gone()
for i in range(3):
    try:
        if i == 1:
            raise G("loop", [ValueError(i)])
    except* ValueError as e:
        for x in e.exceptions:
            print("loop", x)


def nested():
    try:
        try:
            raise G("outer", [ValueError("v"), TypeError("t")])
        except* ValueError as e:
            try:
                raise G("inner", [KeyError("k")])
            except* KeyError as k:
                print(repr(k.exceptions[0]), repr(k.__context__))
    except* TypeError as e:
        print("type", repr(e))
    import sys
    print(sys.exception())


nested()
