# MagicMock as an iterator, with and without a class to be like.
import asyncio
from unittest.mock import MagicMock, Mock

mock = MagicMock()
print(type(next(mock)).__name__, list(mock), type(iter(mock)).__name__)
mock.__next__.return_value = 7
print(next(mock), next(mock), mock.__next__.call_count)


class Stream:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


stream = MagicMock(Stream)
stream.__iter__ = lambda self: self
print(iter(stream) is stream)
stream.__next__.side_effect = [1, 2, StopIteration]
print(list(stream), hasattr(stream, "__len__"))
try:
    len(stream)
except TypeError as error:
    print(error)
print(round(MagicMock(), 2).__class__.__name__, hasattr(Mock(), "__next__"), divmod(mock, 2).__class__.__name__)
for name in "__next__ __anext__ __round__ __rdivmod__ __reversed__ __missing__ __index__ __fspath__ __radd__".split():
    print(name, hasattr(mock, name), hasattr(stream, name))


async def main():
    mock.__anext__.return_value = 3
    print(await anext(mock))


asyncio.run(main())
