# Methods of float.
print((1.5).is_integer(), (3.0).is_integer(), (0.1).as_integer_ratio(), (1e20).as_integer_ratio())
print((1.0).hex(), float.fromhex("0x1p-3"), float.fromhex("1.8"), (255.5).hex())
x = -3.7
print(x.__abs__(), x.real, x.imag, int(x), round(x), x.__neg__(), x // 1)
print(1.5.__class__ is float, (2.5).__int__(), (2.5).__eq__(2.5))
