"""__text_signature__ of the methods of builtin types, of slot wrappers and of functions in C."""
import bisect
import builtins
import collections
import functools
import itertools
import math
import operator
import types

KINDS = (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
         types.ClassMethodDescriptorType)


def tell(owner, names):
    for name in names:
        value = vars(owner)[name]
        if isinstance(value, KINDS):
            print(owner.__name__, name, value.__text_signature__)


for kind in (object, type, int, float, complex, bool, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset,
             range, slice, property, staticmethod, classmethod, super, enumerate, zip, map, filter, reversed,
             BaseException, Exception, OSError, StopIteration, ExceptionGroup, types.FunctionType, types.MethodType,
             types.GeneratorType, types.CoroutineType, types.MappingProxyType, types.SimpleNamespace, types.CodeType,
             types.CellType, types.FrameType, collections.deque, collections.defaultdict, collections.OrderedDict,
             functools.partial, itertools.chain, itertools.count, itertools.product, itertools.islice,
             itertools.groupby, operator.itemgetter, operator.attrgetter, operator.methodcaller):
    print(kind.__name__, kind.__text_signature__)
    tell(kind, sorted(kind.__dict__))
for module in math, operator, bisect:
    tell(module, [name for name in sorted(vars(module)) if not name.startswith("_")])
tell(builtins, """abs all any ascii bin callable chr compile delattr dir divmod eval exec format getattr globals
    hasattr hash hex id input isinstance issubclass iter len locals max min next oct open ord pow print repr round
    setattr sorted sum vars __build_class__ __import__""".split())
