# The only clause that matches raises: in the first releases of 3.11 the new exception came in a group.
for group in (ExceptionGroup("a", [OSError(1), ValueError(2)]), ExceptionGroup("b", [OSError(3)]), OSError(4)):
    try:
        try:
            raise group
        except* ValueError as e:
            print("value:", repr(e))
        except* OSError as e:
            print("os", repr(e))
            raise RuntimeError("while handling")
        finally:
            print("finally")
    except BaseException as left:
        print("left:", repr(left), repr(left.__context__), repr(left.__cause__))
