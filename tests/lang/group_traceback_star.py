def f():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), IndexError(3)])
    except* ValueError:
        1 / 0
    except* KeyError as e:
        raise OSError("from key") from None


f()
