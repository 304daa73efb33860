/* The digests of hashlib: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4).
 *
 * All of them cut the message into blocks, the last one filled up with a bit 1, zeros, and the
 * message's length in bits; each block is mixed into a state, which at the end is the digest. */
#include "digest.h"

#include <string.h>

/* ---- constants ------------------------------------------------------------------------------- */

/* The first 64 bits behind the point of the cube roots of the first 80 primes; SHA-256 uses the
 * upper halves of the first 64. */
static const uint64_t sha2_k[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
    0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
    0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
    0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
    0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
    0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
    0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
    0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
    0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
    0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
    0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
    0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
    0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
    0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

/* The same of the square roots of the first eight primes, and of the next eight. */
static const uint64_t sha512_start[8] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};
static const uint64_t sha384_start[8] = {
    0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
    0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
};
static const uint32_t sha224_start[8] = {
    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
};

/* The first 32 bits behind the point of |sin(1)|, |sin(2)|, ... */
static const uint32_t md5_k[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};
static const uint32_t md5_start[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

/* ---- reading and writing words --------------------------------------------------------------- */

static uint64_t read_big(const uint8_t *p, size_t bytes)
{
    uint64_t v = 0;
    for (size_t i = 0; i < bytes; i++)
        v = v << 8 | p[i];
    return v;
}

static void write_big(uint8_t *p, uint64_t v, size_t bytes)
{
    for (size_t i = bytes; i-- > 0; v >>= 8)
        p[i] = (uint8_t)v;
}

static uint32_t rol32(uint32_t v, int n)
{
    return v << n | v >> (32 - n);
}
static uint32_t ror32(uint32_t v, int n)
{
    return v >> n | v << (32 - n);
}
static uint64_t ror64(uint64_t v, int n)
{
    return v >> n | v << (64 - n);
}

/* ---- MD5
 * ----------------------------------------------------------------------------------------- */

static uint32_t md5_mix(const uint32_t *s, int i)
{
    switch (i / 16) {
    case 0:
        return (s[1] & s[2]) | (~s[1] & s[3]);
    case 1:
        return (s[3] & s[1]) | (~s[3] & s[2]);
    case 2:
        return s[1] ^ s[2] ^ s[3];
    default:
        return s[2] ^ (s[1] | ~s[3]);
    }
}

static void md5_block(union digest_state *state, const uint8_t *block)
{
    static const uint8_t turn[4][4] = {
        {7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    static const uint8_t step[4] = {1, 5, 3, 7}, first[4] = {0, 1, 5, 0};
    uint32_t s[4];
    memcpy(s, state->w32, sizeof s);
    for (int i = 0; i < 64; i++) {
        const uint8_t *p = block + 4 * ((first[i / 16] + step[i / 16] * i) % 16);
        uint32_t word = p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
        uint32_t next = s[1] + rol32(s[0] + md5_mix(s, i) + md5_k[i] + word, turn[i / 16][i % 4]);
        s[0] = s[3];
        s[3] = s[2];
        s[2] = s[1];
        s[1] = next;
    }
    for (int i = 0; i < 4; i++)
        state->w32[i] += s[i];
}

/* ---- SHA-1
 * --------------------------------------------------------------------------------------- */

static void sha1_block(union digest_state *state, const uint8_t *block)
{
    uint32_t w[80], s[5];
    memcpy(s, state->w32, sizeof s);
    for (int i = 0; i < 80; i++)
        w[i] = i < 16 ? (uint32_t)read_big(block + 4 * i, 4)
                      : rol32(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
        uint32_t mix, k;
        if (i < 20) {
            mix = (s[1] & s[2]) | (~s[1] & s[3]);
            k = 0x5a827999;
        } else if (i >= 40 && i < 60) {
            mix = (s[1] & s[2]) | (s[1] & s[3]) | (s[2] & s[3]);
            k = 0x8f1bbcdc;
        } else {
            mix = s[1] ^ s[2] ^ s[3];
            k = i < 40 ? 0x6ed9eba1 : 0xca62c1d6;
        }
        uint32_t next = rol32(s[0], 5) + mix + s[4] + k + w[i];
        s[4] = s[3];
        s[3] = s[2];
        s[2] = rol32(s[1], 30);
        s[1] = s[0];
        s[0] = next;
    }
    for (int i = 0; i < 5; i++)
        state->w32[i] += s[i];
}

/* ---- SHA-2
 * --------------------------------------------------------------------------------------- */

static void sha256_block(union digest_state *state, const uint8_t *block)
{
    uint32_t w[64], s[8];
    memcpy(s, state->w32, sizeof s);
    for (int i = 0; i < 64; i++) {
        if (i < 16) {
            w[i] = (uint32_t)read_big(block + 4 * i, 4);
            continue;
        }
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (ror32(a, 7) ^ ror32(a, 18) ^ a >> 3) + w[i - 7] +
               (ror32(b, 17) ^ ror32(b, 19) ^ b >> 10);
    }
    for (int i = 0; i < 64; i++) {
        uint32_t t = s[7] + (ror32(s[4], 6) ^ ror32(s[4], 11) ^ ror32(s[4], 25)) +
                     ((s[4] & s[5]) ^ (~s[4] & s[6])) + (uint32_t)(sha2_k[i] >> 32) + w[i];
        uint32_t u = (ror32(s[0], 2) ^ ror32(s[0], 13) ^ ror32(s[0], 22)) +
                     ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof *s);
        s[4] += t;
        s[0] = t + u;
    }
    for (int i = 0; i < 8; i++)
        state->w32[i] += s[i];
}

static void sha512_block(union digest_state *state, const uint8_t *block)
{
    uint64_t w[80], s[8];
    memcpy(s, state->w64, sizeof s);
    for (int i = 0; i < 80; i++) {
        if (i < 16) {
            w[i] = read_big(block + 8 * i, 8);
            continue;
        }
        uint64_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (ror64(a, 1) ^ ror64(a, 8) ^ a >> 7) + w[i - 7] +
               (ror64(b, 19) ^ ror64(b, 61) ^ b >> 6);
    }
    for (int i = 0; i < 80; i++) {
        uint64_t t = s[7] + (ror64(s[4], 14) ^ ror64(s[4], 18) ^ ror64(s[4], 41)) +
                     ((s[4] & s[5]) ^ (~s[4] & s[6])) + sha2_k[i] + w[i];
        uint64_t u = (ror64(s[0], 28) ^ ror64(s[0], 34) ^ ror64(s[0], 39)) +
                     ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof *s);
        s[4] += t;
        s[0] = t + u;
    }
    for (int i = 0; i < 8; i++)
        state->w64[i] += s[i];
}

/* ---- the whole
 * ----------------------------------------------------------------------------------- */

static void start(union digest_state *s, enum digest_kind kind)
{
    switch (kind) {
    case DIGEST_MD5:
    case DIGEST_SHA1:
        memcpy(s->w32, md5_start, sizeof md5_start);
        break;
    case DIGEST_SHA224:
        memcpy(s->w32, sha224_start, sizeof sha224_start);
        break;
    case DIGEST_SHA256:
        for (int i = 0; i < 8; i++)
            s->w32[i] = (uint32_t)(sha512_start[i] >> 32);
        break;
    case DIGEST_SHA384:
        memcpy(s->w64, sha384_start, sizeof sha384_start);
        break;
    default:
        memcpy(s->w64, sha512_start, sizeof sha512_start);
        break;
    }
}

const struct digest_info digest_info[DIGEST_COUNT] = {
    [DIGEST_MD5] = {"md5", 16, 64, md5_block},
    [DIGEST_SHA1] = {"sha1", 20, 64, sha1_block},
    [DIGEST_SHA224] = {"sha224", 28, 64, sha256_block},
    [DIGEST_SHA256] = {"sha256", 32, 64, sha256_block},
    [DIGEST_SHA384] = {"sha384", 48, 128, sha512_block},
    [DIGEST_SHA512] = {"sha512", 64, 128, sha512_block},
};

/* The last blocks: what is left of the message, the bit, and the length at the end. */
static void finish(const struct digest_info *info, union digest_state *s, const uint8_t *rest,
                   size_t left, size_t total, bool little)
{
    uint8_t tail[2 * 128] = {0};
    size_t length_bytes = info->block_size / 8;
    size_t size =
        left + 1 + length_bytes <= info->block_size ? info->block_size : 2 * info->block_size;
    memcpy(tail, rest, left);
    tail[left] = 0x80;
    uint64_t bits = (uint64_t)total * 8;
    for (size_t i = 0; i < 8; i++)
        tail[little ? size - 8 + i : size - 1 - i] = (uint8_t)(bits >> (8 * i));
    for (size_t at = 0; at < size; at += info->block_size)
        info->block(s, tail + at);
}

void digest(enum digest_kind kind, const void *data, size_t n, uint8_t *out)
{
    const struct digest_info *info = &digest_info[kind];
    const uint8_t *p = data;
    union digest_state s;
    start(&s, kind);
    size_t at = 0;
    for (; n - at >= info->block_size; at += info->block_size)
        info->block(&s, p + at);
    finish(info, &s, p + at, n - at, n, kind == DIGEST_MD5);
    uint8_t whole[64];
    for (size_t i = 0; i < 8; i++) {
        if (kind >= DIGEST_SHA384)
            write_big(whole + 8 * i, s.w64[i], 8);
        else if (kind == DIGEST_MD5)
            for (int k = 0; k < 4; k++)
                whole[4 * i + (size_t)k] = (uint8_t)(s.w32[i] >> (8 * k));
        else
            write_big(whole + 4 * i, s.w32[i], 4);
    }
    memcpy(out, whole, info->size);
}
