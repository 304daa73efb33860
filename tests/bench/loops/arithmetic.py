# Numbers in a plain loop.
x = 0
for i in range(2000000):
    x = (x * 3 + i) % 1000003
print(x)
