# Sorting longer lists: runs, reversed runs, many equals.
def scrambled(n):
    x, out = 12345, []
    for i in range(n):
        x = (x * 1103515245 + 12345) % 2 ** 31
        out.append(x % 1000)
    return out


a = scrambled(300)
b = sorted(a)
print(all(b[i] <= b[i + 1] for i in range(len(b) - 1)), b[:10], b[-5:], sum(a) == sum(b))
up_down = list(range(100)) + list(range(100, 0, -1)) + [50] * 30
up_down.sort()
print(up_down[::10])
keyed = sorted(enumerate(a), key=str)
print(keyed[:3], sorted([str(x) for x in a])[::60])
def tens(p): return p[1] // 100
stable = sorted(enumerate(a), key=tens)
print([i for i, x in stable][:20], sorted(a, reverse=True)[:5])
