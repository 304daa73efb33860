# Numbers of bytearrays; complex powers with a modulus.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


for base in (0, 2, 8, 10, 36):
    attempt(int, bytearray(b"5"), base)
    attempt(int, bytearray(b" 1_0 "), base)
attempt(int, memoryview(b"5"), 10)
for other in (1, 2.5, 1j, True, "a", None, [], object):
    attempt(pow, 2j, other, 7)
    attempt(pow, other, 2j, 7)
