# An integer with too many digits to print.
n = 10 ** 4299
print(len(str(n)))
str(n * 10)
