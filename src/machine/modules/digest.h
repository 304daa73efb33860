/* Message digests, as pure functions: for random.seed(str) and hashlib. */
#ifndef PYVIZ_MACHINE_MODULES_DIGEST_H
#define PYVIZ_MACHINE_MODULES_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum digest_kind {
    DIGEST_MD5,
    DIGEST_SHA1,
    DIGEST_SHA224,
    DIGEST_SHA256,
    DIGEST_SHA384,
    DIGEST_SHA512,
    DIGEST_COUNT
};
enum { DIGEST_MOST_BYTES = 64 };

union digest_state {
    uint32_t w32[8];
    uint64_t w64[8];
};
struct digest_info {
    const char *name;
    size_t size, block_size; /* bytes */
    void (*block)(union digest_state *state, const uint8_t *block);
};
extern const struct digest_info digest_info[DIGEST_COUNT];

/* Writes the digest of n bytes, digest_info[kind].size of them. */
void digest(enum digest_kind kind, const void *data, size_t n, uint8_t *out);

#endif
