# The copy module's own names may be replaced: its functions look them up each time, but for deepcopy's defaults.
import copy
import copyreg

saved = dict(copy._deepcopy_dispatch)
original = copy.deepcopy
copy.deepcopy = None
print(original([1, [2], (3, [4]), {"k": [5]}]))
class Part:
    def m(self):
        return 1
try:
    original(Part().m)
except TypeError as e:
    print(e)
copy.deepcopy = lambda x, memo=None: "patched"
print(original(Part().m.__self__) is None, original([[1]]))
try:
    original(Part().m)()
except AttributeError as e:
    print(e)
copy.deepcopy = original

copy._deepcopy_dispatch.clear()
try:
    print(original([1]))
except RecursionError as e:
    print("RecursionError")
copy._deepcopy_dispatch[int] = lambda x, memo: x + 1
copy._deepcopy_dispatch[list] = saved[list]
print(original([1, [2]]))
copy._deepcopy_dispatch.update(saved)
print(original([1, [2]]))

copy._copy_dispatch[list] = None
print(copy.copy([1, [2]]), copy.copy([]))
copy._copy_dispatch[list] = lambda x: x * 2
print(copy.copy([1]))
copy._copy_dispatch = {list: len}
print(copy.copy([1, 2]), copy.copy({1: 2}))

keep = copy._keep_alive
calls = []
def noisy(x, memo):
    calls.append(type(x).__name__)
    return keep(x, memo)
copy._keep_alive = noisy
original([1, (2, []), {}])
print(calls)
rebuild = copy._reconstruct
def show(x, memo, *parts, **kw):
    print(type(x).__name__, memo is None, len(parts), list(kw))
    return rebuild(x, memo, *parts, **kw)
copy._reconstruct = show
print(type(original(Part())).__name__, type(copy.copy(Part())).__name__)
del copy._keep_alive
try:
    original([1])
except NameError as e:
    print(e)
copy._keep_alive = keep
table = copy.dispatch_table
copy.dispatch_table = {Part: lambda x: "name"}
p = Part()
print(original(p) is p, copy.copy(p) is p)
del copy.dispatch_table
try:
    copy.copy(p)
except NameError as e:
    print(e)
copy.dispatch_table = table
print(copy._deepcopy_tuple((1, [2]), {}), copy._deepcopy_atomic(5, None), copy._copy_immutable("x"),
      copy._reconstruct([], {}, list, ((1, 2),), listiter=iter([[3]])), copy._keep_alive(1, {}))
for call in (lambda: copy._deepcopy_list(5, {}), lambda: copy._deepcopy_list([1], 5), lambda: copy._deepcopy_dict([1], {}),
             lambda: copy._deepcopy_tuple([[1]], {}), lambda: copy._reconstruct(1, None, list), lambda: copy._deepcopy_method(5, {})):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
original.__defaults__ = ({}, [])
a = original([1])
print(len(original.__defaults__[0]), original.__kwdefaults__)
