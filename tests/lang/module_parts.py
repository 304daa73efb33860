"""Classes whose modules have parts are still found by name: pickle, copy, repr, inspect."""
import pickle, copy, datetime, decimal, enum, typing, asyncio, collections, contextlib, inspect, functools
class Colour(enum.Flag):
    RED = 1
    BLUE = 2
values = [datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 1, 2, 3, 4, datetime.timezone.utc), datetime.time(1, 2, fold=1),
          datetime.timedelta(1, 2, 3), datetime.timezone(datetime.timedelta(hours=2), "X"), decimal.Decimal("1.50"), decimal.Decimal("NaN"),
          decimal.Context(prec=5), decimal.DecimalTuple(0, (1,), 2), Colour.RED | Colour.BLUE, typing.List, asyncio.CancelledError("x"),
          asyncio.QueueEmpty("y"), decimal.Inexact("z")]
for v in values:
    for protocol in (0, 2, 4):
        w = pickle.loads(pickle.dumps(v, protocol))
    print(type(v).__module__, type(v).__qualname__, repr(w), repr(w) == repr(v), repr(copy.deepcopy(v)) == repr(v))
for o in (datetime.date, datetime.timezone, decimal.Decimal, decimal.Overflow, enum.EnumType, enum.auto, enum.property, typing.get_type_hints,
          typing.NamedTuple, typing.Protocol, typing.TypeVar, asyncio.Queue, asyncio.run, contextlib.ExitStack, functools.wraps):
    print(o.__module__, o.__qualname__, pickle.loads(pickle.dumps(o)) is o)
print(inspect.getmodule(datetime.date).__name__, inspect.getmodule(decimal.Decimal).__name__, inspect.getmodule(asyncio.Queue).__name__)
try:
    decimal.Decimal("x")
except decimal.InvalidOperation as e:
    print(repr(e), type(e).__mro__[1].__module__)
print([n for n in vars(enum) if n.startswith("is_")])
