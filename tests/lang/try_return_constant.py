# Constants, tuples and calls returned through finally; nothing is left on the stack.
def f(n):
    for x in (1, 2):
        for y in [3, 4]:
            try:
                if n == 0:
                    return
                if n == 1:
                    return "constant"
                if n == 2:
                    return x, y
                if n == 3:
                    return [x].append(y)
                return max(x, y)
            finally:
                print(x, y, end=" ")


for n in range(5):
    print(f(n))
