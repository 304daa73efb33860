# A function that becomes a generator by its code: 3.13 warns.
import types
import warnings


def count():
    yield 1


def plain():
    return "plain"


def other():
    return "other"


async def waits():
    pass

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    plain.__code__ = other.__code__
    print(plain(), len(caught))
    plain.__code__ = count.__code__
    print(list(plain()), [str(w.message) for w in caught])
    plain.__code__ = other.__code__
    plain.__code__ = waits.__code__
    print([w.category.__name__ for w in caught])


class Doc:
    @types.DynamicClassAttribute
    def spam(self):
        "the first"
        return 1

    @spam.getter
    def spam(self):
        "the second"
        return 2

    def silent(self):
        return 3
    spam2 = spam.getter(silent).setter(lambda self, v: None)


print(Doc.__dict__["spam"].__doc__, Doc.__dict__["spam2"].__doc__, Doc().spam, Doc().spam2)
print(types.DynamicClassAttribute(len, doc="given").getter(plain).__doc__)
