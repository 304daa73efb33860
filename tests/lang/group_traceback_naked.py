try:
    try:
        raise KeyError("inner")
    except* ValueError:
        print("no")
except* KeyError as e:
    print(repr(e))
    raise
