from collections import *
print(type(iter(deque())), type(reversed(deque())), type(namedtuple("P", "x").x), type(deque()), type(defaultdict()))
