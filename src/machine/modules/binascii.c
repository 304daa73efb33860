/* The loops of binascii, which is Python (python/binascii.py): Modules/binascii.c. */
#include "builtins.h"

#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>

static const uint8_t *bytes_of(const Object *o)
{
    return (const uint8_t *)((const BytesObject *)o)->data;
}

static ssize_t size_of(const Object *o)
{
    return ((const BytesObject *)o)->size;
}

/* ---- base 64: three bytes are four letters --------------------------------------------------- */

enum { PAD = '=', NO_LETTER = -1 };

/* encode64(bytes): no newline behind it */
BUILTIN(binascii_encode64)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    UNUSED_ONE;
    ssize_t size = size_of(args[0]);
    Object *text = bytes_new(m, NULL, (size + 2) / 3 * 4);
    if (!text)
        return NULL;
    const uint8_t *data = bytes_of(args[0]);
    char *out = ((BytesObject *)text)->data;
    for (ssize_t i = 0; i < size; i += 3) {
        ssize_t left = size - i;
        uint32_t bits = (uint32_t)data[i] << 16;
        bits |= left > 1 ? (uint32_t)data[i + 1] << 8 : 0;
        bits |= left > 2 ? data[i + 2] : 0;
        for (int k = 0; k < 4; k++)
            *out++ = k <= left ? letters[bits >> (18 - 6 * k) & 63] : PAD;
    }
    return text;
}

static int letter_value(uint8_t c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : NO_LETTER;
}

/* A text that is being read.  Its letters come in fours; `bits` are those of the present four. */
struct decoding {
    const uint8_t *at, *end;
    char *out;
    uint32_t bits;
    ssize_t count; /* letters so far */
    ssize_t pads;  /* since the last of them */
    bool strict;   /* nothing but fours, the last one padded */
    bool done;     /* nothing of what follows counts */
    const Profile *profile;
};

static bool is_padded(const struct decoding *d)
{
    ssize_t letters = d->count % 4;
    return letters >= 2 && letters + d->pads >= 4;
}

/* A pad has been read.  NULL or what is wrong. */
static const char *take_pad(struct decoding *d)
{
    ssize_t letters = d->count % 4;
    d->pads++;
    if (d->strict && letters == 0 && d->profile->base64_refuses_excess)
        return "Excess padding not allowed";
    if (!d->profile->base64_reads_on) {
        d->done = is_padded(d);
        return d->done && d->strict && d->at < d->end ? "Excess data after padding" : NULL;
    }
    if (d->strict && letters > 1 && letters + d->pads > 4)
        return "Excess padding not allowed";
    d->done = d->strict && letters == 1;
    return NULL;
}

/* Another character has been read.  NULL or what is wrong. */
static const char *take_character(struct decoding *d, uint8_t c)
{
    int value = letter_value(c);
    if (value == NO_LETTER)
        return d->strict ? "Only base64 data is allowed" : NULL;
    if (d->strict && d->pads)
        return is_padded(d) ? "Excess data after padding" : "Discontinuous padding not allowed";
    d->pads = 0;
    d->count++;
    d->bits = d->bits << 6 | (uint32_t)value;
    if (d->count % 4 != 1)
        *d->out++ = (char)(d->bits >> d->count % 4 * 6 % 8);
    return NULL;
}

/* NULL or what is wrong. */
static const char *decode64(struct decoding *d)
{
    const char *wrong = NULL;
    if (d->strict && d->at < d->end && *d->at == PAD)
        return "Leading padding not allowed";
    while (d->at < d->end && !wrong && !d->done) {
        uint8_t c = *d->at++;
        wrong = c == PAD ? take_pad(d) : take_character(d, c);
    }
    if (wrong || d->count % 4 == 0 || is_padded(d))
        return wrong;
    return d->count % 4 == 1 ? "Invalid base64-encoded string: number of data characters (%zd) "
                               "cannot be 1 more than a multiple of 4"
                             : "Incorrect padding";
}

/* decode64(bytes, strict): bytes, or a str that says what is wrong */
BUILTIN(binascii_decode64)
{
    UNUSED_SELF;
    (void)nargs;
    (void)kwnames;
    ssize_t size = size_of(args[0]);
    Object *whole = bytes_new(m, NULL, (size + 3) / 4 * 3);
    if (!whole)
        return NULL;
    char *start = ((BytesObject *)whole)->data;
    struct decoding d = {.at = bytes_of(args[0]),
                         .end = bytes_of(args[0]) + size,
                         .out = start,
                         .strict = args[1] == m->true_,
                         .profile = m->profile};
    const char *wrong = decode64(&d);
    Object *result =
        wrong ? str_printf(m, wrong, d.count) : bytes_new(m, start, (ssize_t)(d.out - start));
    decref(m, whole);
    return result;
}

/* ---- checks ---------------------------------------------------------------------------------- */

/* The remainder by x^32 + ... as zip and PNG have it: crc32(bytes, start) */
BUILTIN(binascii_crc32)
{
    UNUSED_SELF;
    (void)nargs;
    (void)kwnames;
    const uint8_t *data = bytes_of(args[0]), *end = data + size_of(args[0]);
    int overflow;
    uint32_t crc = ~(uint32_t)int_as_i64(args[1], &overflow);
    for (; data < end; data++) {
        crc ^= *data;
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return int_from_u64(m, (uint32_t)~crc);
}

static const MethodDef binascii_methods[] = {
    {"crc32", binascii_crc32, METH_FASTCALL, NULL},
    {"decode64", binascii_decode64, METH_FASTCALL, NULL},
    {"encode64", binascii_encode64, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec binascii_core_module = {
    .name = "_binascii", .hidden = true, .methods = binascii_methods};
const ModuleSpec binascii_module = {
    .name = "binascii",
    .doc = "Bytes as text, and back.",
    .python = true,
    .of_c = true,
    .missing = "a2b_qp a2b_uu b2a_qp b2a_uu crc_hqx",
};
