# Copies of what is nested too deep.
import copy
import sys

def nested(n, wrap):
    x = 0
    for _ in range(n):
        x = wrap(x)
    return x

class Box:
    def __init__(self, x):
        self.x = x
class Hook(Box):
    def __deepcopy__(self, memo):
        return Hook(copy.deepcopy(self.x, memo))

def deepest(wrap):
    low, high = 1, 1000
    while high - low > 1:
        middle = (low + high) // 2
        x = nested(middle, wrap)
        try:
            copy.deepcopy(x)
            low = middle
        except RecursionError as e:
            high, text = middle, str(e)
        while isinstance(x, Box):
            x = x.x
    return low, text

for limit in 200, 333, 1000:
    sys.setrecursionlimit(limit)
    for wrap in (lambda x: [x], lambda x: {1: x}, lambda x: (x, []), lambda x: [[x], 1], Box, Hook,
                 lambda x: {x: 1} if type(x) is int else (x, {})):
        print(limit, *deepest(wrap))
sys.setrecursionlimit(20000)
x = nested(3000, lambda x: [x])
y = copy.deepcopy(x)
depth = 0
while y:
    y, depth = y[0], depth + 1
print(depth)
