/* What hashlib and binascii have in C: the digests, and bytes as text. */
#include "builtins.h"
#include "digest.h"

#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>

/* digest(kind, data) */
BUILTIN(hashlib_digest)
{
    UNUSED_SELF;
    (void)nargs;
    (void)kwnames;
    uint8_t out[DIGEST_MOST_BYTES];
    for (int kind = 0; kind < DIGEST_COUNT; kind++) {
        if (!str_equals_ascii(args[0], digest_info[kind].name))
            continue;
        const BytesObject *b = (BytesObject *)args[1];
        digest((enum digest_kind)kind, b->data, (size_t)b->size, out);
        return bytes_new(m, (char *)out, (ssize_t)digest_info[kind].size);
    }
    return error_set(m, EXC_ValueError, "unsupported hash type %U", args[0]);
}

/* The remainder by x^32 + ... as zip and PNG have it: crc32(data, start) */
BUILTIN(hashlib_crc32)
{
    UNUSED_SELF;
    (void)nargs;
    (void)kwnames;
    const BytesObject *b = (BytesObject *)args[0];
    int overflow;
    uint32_t crc = ~(uint32_t)int_as_i64(args[1], &overflow);
    for (ssize_t i = 0; i < b->size; i++) {
        crc ^= (uint8_t)b->data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return int_from_u64(m, (uint32_t)~crc);
}

static const MethodDef hashlib_methods[] = {
    {"crc32", hashlib_crc32, METH_FASTCALL, NULL},
    {"digest", hashlib_digest, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec hashlib_core_module = {
    .name = "_hashlib",
    .doc = "Digests.",
    .methods = hashlib_methods,
};
const ModuleSpec hashlib_module = {
    .name = "hashlib",
    .doc = "Digests of bytes.",
    .python = true,
    .of_c = true,
    .missing = "blake2b blake2s file_digest pbkdf2_hmac scrypt sha3_224 sha3_256 sha3_384 sha3_512 "
               "shake_128 shake_256",
};
