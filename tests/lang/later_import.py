# Modules of the standard library.
import math
import itertools as it
from collections import deque, Counter
from functools import reduce
print(math.sqrt(16), math.gcd(12, 18), math.floor(-0.5), list(it.islice(it.count(3), 3)))
d = deque([1, 2], maxlen=2)
d.append(3)
print(d, Counter("abca").most_common(1), reduce(int.__add__, [1, 2, 3]))
