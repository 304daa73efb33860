# A class method of C, called as it stands in the class's dict: the class comes first.
cases = [
    (float.__dict__["fromhex"], []),
    (float.__dict__["fromhex"], ["1"]),
    (float.__dict__["fromhex"], [int, "1"]),
    (float.__dict__["fromhex"], [float, "1.8"]),
    (dict.__dict__["fromkeys"], [[]]),
    (dict.__dict__["fromkeys"], [int, []]),
    (dict.__dict__["fromkeys"], [dict, [1]]),
    (bytes.__dict__["fromhex"], [b""]),
]
for method, args in cases:
    try:
        print(method(*args))
    except TypeError as e:
        print(e)
