"""The iterators of itertools that cannot be copied."""
import itertools, copy, pickle, sys
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
p = itertools.pairwise([1,2,3])
for f in (lambda: copy.copy(p), lambda: copy.deepcopy(p), lambda: pickle.dumps(p), lambda: p.__reduce_ex__(2), lambda: pickle.dumps(p, 0), lambda: p.__reduce__()): t(f)
if sys.version_info >= (3, 12):
    b = itertools.batched([1], 2)
    for f in (lambda: copy.copy(b), lambda: pickle.dumps(b), lambda: b.__reduce__()): t(f)
class P(itertools.pairwise): pass
t(lambda: copy.copy(P([1])))
