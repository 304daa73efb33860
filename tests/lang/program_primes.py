# A teaching program: primes.
from math import isqrt, gcd


def sieve(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    for i in range(2, isqrt(n) + 1):
        if flags[i]:
            flags[i * i :: i] = [False] * len(range(i * i, n + 1, i))
    return [i for i, p in enumerate(flags) if p]


def primes():
    composites = {}
    n = 2
    while True:
        if n not in composites:
            yield n
            composites[n * n] = [n]
        else:
            for p in composites.pop(n):
                composites.setdefault(p + n, []).append(p)
        n += 1


def factor(n):
    result, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            result[p] = result.get(p, 0) + 1
            n //= p
        p += 1 + (p > 2)
    if n > 1:
        result[n] = result.get(n, 0) + 1
    return result


def is_prime(n, bases=(2, 3, 5, 7, 11, 13)):
    if n < 2:
        return False
    for p in bases:
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in bases:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def perfect(limit):
    return [n for n in range(2, limit) if sum(d for d in range(1, n) if n % d == 0) == n]


print(sieve(100))
gen = primes()
print([next(gen) for _ in range(20)])
print(len(sieve(10000)), sum(sieve(1000)))
for n in (360, 97, 2**16, 999983 * 2, 1001):
    f = factor(n)
    print(n, "=", " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in f.items()))
print([n for n in range(2, 60) if is_prime(n)], is_prime(2**61 - 1), is_prime(2**67 - 1))
print(perfect(500), gcd(48, 180), [pow(3, -1, p) for p in (5, 7, 11)])


def collatz(n):
    steps = [n]
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps.append(n)
    return steps


print(collatz(27)[:10], len(collatz(27)), max(collatz(27)))
print(max(range(1, 300), key=lambda n: len(collatz(n))))
triples = [(a, b, c) for c in range(1, 30) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(triples)
pascal = [[1]]
for _ in range(7):
    row = pascal[-1]
    pascal.append([1] + [a + b for a, b in zip(row, row[1:])] + [1])
for row in pascal:
    print(" ".join(map(str, row)).center(30).rstrip())
