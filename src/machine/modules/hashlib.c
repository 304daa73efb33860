/* What hashlib, which is Python (python/hashlib.py), has in C. */
#include "builtins.h"
#include "digest.h"

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

static const MethodDef hashlib_methods[] = {
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
