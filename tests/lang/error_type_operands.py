# Operands of types that do not go together: the carets mark the operator.
a = 1
b = "2"
print(a + b)
