# Mocks with a spec compare calls as the spec would take them; async ones are called before they are awaited.
import asyncio
import inspect
from unittest.mock import AsyncMock, MagicMock, Mock, call, patch


def area(width, height, unit=4):
    pass


class Box:
    def __init__(self, size, colour="red"):
        pass

    def put(self, what, where):
        pass

    async def fetch(self, what):
        return 3


def tell(check, *args, **kwargs):
    try:
        check(*args, **kwargs)
        print("ok")
    except AssertionError as error:
        print(error, "|", repr(error.__cause__))


m = Mock(spec=area)
m(1, 2, 3)
tell(m.assert_called_with, width=1, height=2, unit=3)
tell(m.assert_called_once_with, 1, 2, unit=3)
tell(m.assert_any_call, 1, height=2, unit=3)
tell(m.assert_has_calls, [call(1, 2, unit=3)])
tell(m.assert_called_with, 1)
tell(m.assert_called_with, 1, 2)
tell(m.assert_any_call, 5)
tell(m.assert_has_calls, [call(1), call(2, 3)])
tell(m.assert_has_calls, [call(1, 2), call(9, 9)], any_order=True)

m = Mock(spec=Box)
m(1, colour="blue")
tell(m.assert_called_with, size=1, colour="blue")
m.put(1, 2)
tell(m.put.assert_called_with, what=1, where=2)
print(type(m.put).__name__, type(m.fetch).__name__)

m = Mock()
m.__class__ = dict
print(isinstance(m, dict), isinstance(m, Mock))

box = MagicMock(Box)
box.fetch.return_value = 7
print(asyncio.run(box.fetch("key")), box.fetch.await_count)

answer = AsyncMock(return_value=3)
waiting = answer(1)
print(waiting.__qualname__, inspect.iscoroutine(waiting), inspect.iscoroutinefunction(answer),
      asyncio.iscoroutinefunction(answer), inspect.iscoroutinefunction(Mock()))
print(answer.called, answer.await_count, answer.call_args)
tell(answer.assert_awaited)
print(asyncio.run(waiting))
tell(answer.assert_awaited_once_with, 1)


async def ask_three_times(mock):
    for i in range(3):
        try:
            print(await mock(i))
        except Exception as error:
            print(repr(error))
    print(mock.await_count, mock.await_args_list)

asyncio.run(ask_three_times(AsyncMock(side_effect=[1, KeyError("x")])))


class Shelf:
    """A mapping without copy() and update()."""

    def __init__(self, **items):
        self.items = items

    def __getitem__(self, name):
        return self.items[name]

    def __setitem__(self, name, value):
        self.items[name] = value

    def __delitem__(self, name):
        del self.items[name]

    def __iter__(self):
        return iter(self.items)


shelf = Shelf(one=1)
with patch.dict(shelf, one=2, two=3):
    print(shelf.items)
print(shelf.items)
