import collections
import functools
import itertools
import operator
import sys

for t in (itertools.count, itertools.product, functools.partial, functools._lru_cache_wrapper, operator.itemgetter, operator.attrgetter,
          operator.methodcaller, collections.deque, collections.OrderedDict, collections.defaultdict, type(functools.cmp_to_key(len)),
          collections._tuplegetter, type(itertools.tee([])[0]), type(iter(collections.deque()))):
    print(t.__name__, sys.getsizeof(t), t.__basicsize__)
