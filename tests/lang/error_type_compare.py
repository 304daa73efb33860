# Values without an order.
a = [1, "two"]
print(a[0] == a[1])
print(a[0] < a[1])
