# What conditions and cases were: with operations in between, calls, exceptions, rounds of loops.
from contextlib import suppress
d = {"a": 1}
for k in ["a", "b"]:
    if k in d:
        print("in")
    elif len(k) == 1 and k > "a":
        print("elif")
with suppress(ZeroDivisionError):
    if 1 / 0:
        print("never")
print("after")
try:
    if d["zz"]:
        print("no")
except KeyError:
    print("key")
else:
    print("else")
i = 0
while i < 3:
    i += 1
    if i == 2:
        continue
    if i % 2:
        pass
    else:
        print("even")
def f(n):
    if n > 0:
        return f(n - 1)
    return 0
if f(2) == 0:
    print("zero")
if i: print("one line")
print("end")
def kind(v):
    match v:
        case []:
            return "empty"
        case [x] if x > 2:
            return "big"
        case int():
            return "int"
    return "else"
print(kind([1]), kind(3))
