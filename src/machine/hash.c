/* Hashing of bytes: SipHash-c-d with a key of 128 bits, as Python/pyhash.c uses it for str and
 * bytes, and the key that PYTHONHASHSEED=N stands for, Python/bootstrap_hash.c: lcg_urandom. */
#include <pyviz/machine/str.h>

#include <string.h>

struct sip {
    uint64_t v0, v1, v2, v3;
};

static inline uint64_t rotate_left(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

static inline void sip_rounds(struct sip *s, int rounds)
{
    while (rounds-- > 0) {
        s->v0 += s->v1;
        s->v2 += s->v3;
        s->v1 = rotate_left(s->v1, 13) ^ s->v0;
        s->v3 = rotate_left(s->v3, 16) ^ s->v2;
        s->v0 = rotate_left(s->v0, 32);
        s->v2 += s->v1;
        s->v0 += s->v3;
        s->v1 = rotate_left(s->v1, 17) ^ s->v2;
        s->v3 = rotate_left(s->v3, 21) ^ s->v0;
        s->v2 = rotate_left(s->v2, 32);
    }
}

static inline uint64_t load_le64(const unsigned char *p)
{
    uint64_t v = 0;
    for (int i = 7; i >= 0; i--)
        v = v << 8 | p[i];
    return v;
}

static uint64_t siphash(const uint64_t key[2], int c, int d, const unsigned char *data, size_t n)
{
    struct sip s = {
        key[0] ^ 0x736f6d6570736575u, /* "somepseudorandomlygeneratedbytes" */
        key[1] ^ 0x646f72616e646f6du,
        key[0] ^ 0x6c7967656e657261u,
        key[1] ^ 0x7465646279746573u,
    };
    size_t whole = n & ~(size_t)7;
    for (size_t i = 0; i < whole; i += 8) {
        uint64_t word = load_le64(data + i);
        s.v3 ^= word;
        sip_rounds(&s, c);
        s.v0 ^= word;
    }
    uint64_t last = (uint64_t)n << 56;
    for (size_t i = whole; i < n; i++)
        last |= (uint64_t)data[i] << (8 * (i - whole));
    s.v3 ^= last;
    sip_rounds(&s, c);
    s.v0 ^= last;
    s.v2 ^= 0xff;
    sip_rounds(&s, d);
    return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

hash_t hash_bytes(Machine *m, const void *data, size_t n)
{
    if (n == 0)
        return 0;
    hash_t hash =
        (hash_t)siphash(m->hash_key, m->profile->siphash_c, m->profile->siphash_d, data, n);
    return hash == -1 ? -2 : hash;
}

void hash_seed_key(uint64_t seed, uint64_t key[2])
{
    unsigned char bytes[16] = {0};
    uint32_t x = (uint32_t)seed;
    for (size_t i = 0; seed && i < sizeof bytes; i++) {
        x = x * 214013 + 2531011;
        bytes[i] = (unsigned char)(x >> 16);
    }
    key[0] = load_le64(bytes);
    key[1] = load_le64(bytes + 8);
}
