# Augmented assignment with every operator.
n = 20
n += 3
n -= 1
n *= 4
n //= 3
n %= 17
print(n)
n **= 2
n <<= 3
n >>= 1
n |= 3
n &= 0xfe
n ^= 5
print(n)
n /= 4
print(n)
s = "a"
s += "b"
s *= 3
print(s)
t = (1,)
u = t
t += (2,)
print(t, u)
