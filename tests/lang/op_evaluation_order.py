# Operands are evaluated left to right; the right side of an assignment comes first.
def e(n):
    print("e%d" % n, end=" ")
    return n


print(e(1) + e(2) * e(3) - e(4))
print([e(1), e(2), (e(3), e(4))])
print({e(1): e(2), e(3): e(4)})
a = [0, 0]
a[e(0)] = e(5)
print(a)
print(e(1) < e(2) <= e(2))
print("%d %d" % (e(1), e(2)))
a[e(1)], b = e(8), e(9)
print(a, b)
