# Keys that meet in one slot: the probe sequence with its perturbation.
eights, huge, negative, powers = {}, {}, {}, {}
for i in range(12):
    eights[i * 8] = i
    huge[i << 40] = i
    negative[-i] = i
    powers[2 ** (i * 9)] = i
floats = {i / 8: i for i in range(20)}
tuples = {(i, i * 8): i for i in range(20)}
same_hash = {-1: "minus one", -2: "minus two", 2 ** 61 - 1: "modulus", 0: "zero"}
