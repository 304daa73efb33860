# A sieve.
def primes(n):
    sieve = [True] * (n + 1)
    sieve[0] = sieve[1] = False
    i = 2
    while i * i <= n:
        if sieve[i]:
            sieve[i * i::i] = [False] * len(sieve[i * i::i])
        i += 1
    return [i for i, is_prime in enumerate(sieve) if is_prime]


print(primes(100))
print(len(primes(2000)))
