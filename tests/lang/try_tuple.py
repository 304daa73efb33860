# A tuple of classes, nested ones too; the first clause that fits handles it.
for value in ("x", None, 5):
    try:
        print(int(value), {}[value])
    except (TypeError, (KeyError, LookupError)) as error:
        print("tuple", type(error).__name__)
    except ValueError:
        print("value")
for key in (1, []):
    try:
        {}[key]
    except LookupError as error:
        print("lookup", error.args)
    except TypeError as error:
        print(error)
