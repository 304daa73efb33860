# 3.13 names the parameter that may have been meant.
def pair(first, second=2, *, third=3):
    return first, second, third


try:
    pair(1, secnd=5)
except TypeError as error:
    print(error)
try:
    pair(1, thrid=5)
except TypeError as error:
    print(error)
try:
    [1].sort(revers=True)
except TypeError as error:
    print(error)
try:
    "a".split(maxsplt=1)
except TypeError as error:
    print(error)
print(1, sepp="")
