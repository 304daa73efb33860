# An augmented assignment of types that do not go together.
n = 1
n += "x"
