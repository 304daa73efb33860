# Limits that a program can read and change.
# test: stderr=last
import sys

print(sys.getrecursionlimit(), sys.get_int_max_str_digits())
sys.set_int_max_str_digits(640)
print(sys.get_int_max_str_digits(), len(str(10**639)))
sys.set_int_max_str_digits(0)
print(len(str(7**10000)), int("1" * 5000) % 9)
sys.setrecursionlimit(200)
print(sys.getrecursionlimit())


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(100))
depth(500)
