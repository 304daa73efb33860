# Complex literals and their arithmetic.
z = 3 + 4j
print(z, -z, z * 1j, z + 1, z == 3 + 4j)
print(1j, 0.5j, 1e3j, -2j)
print(type(z), abs(z), z.real, z.imag)
