# The operators as functions are those of _operator, where pickle finds them again.
import copy
import operator
import pickle

import _operator

for function in operator.add, operator.contains, operator.index, len, sorted:
    made = pickle.loads(pickle.dumps(function))
    print(made is function, function.__module__, copy.deepcopy({"f": function})["f"] is function)
for getter in operator.itemgetter(1, 2), operator.attrgetter("x.y"), operator.methodcaller("m", 1, k=2):
    print(pickle.loads(pickle.dumps(getter)))
print(_operator.mul is operator.mul, _operator.__name__, _operator, hasattr(_operator, "__add__"))
print({0, "zero", operator.add} == pickle.loads(pickle.dumps({0, "zero", operator.add})))
