/* The generator behind the module random: the Mersenne Twister MT19937 of Matsumoto and Nishimura,
 * seeded and read as Modules/_randommodule.c does, so that a seed gives CPython's sequence.
 *
 * The rest of the module is Python: python/random.py.  Where CPython would ask the operating system
 * for a seed, the machine takes the hash seed and how many generators were seeded so before: two
 * runs see the same numbers. */
#include "builtins.h"
#include "digest.h"

#include "../frame.h"
#include "../objects/int_limbs.h"
#include "../specs.h"

#include <pyviz/machine/float.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

enum { WORDS = 624, MIDDLE = 397, RANDOM_SIZE = 16 + 4 * (WORDS + 1) + 4 };

typedef struct RandomObject {
    Object ob_base;
    uint32_t at; /* words used of this generation */
    uint32_t word[WORDS];
} RandomObject;

/* ---- the twister ----------------------------------------------------------------------------- */

static void next_generation(RandomObject *r)
{
    for (size_t i = 0; i < WORDS; i++) {
        uint32_t y = (r->word[i] & 0x80000000) | (r->word[(i + 1) % WORDS] & 0x7fffffff);
        r->word[i] = r->word[(i + MIDDLE) % WORDS] ^ y >> 1 ^ (y & 1 ? 0x9908b0df : 0);
    }
    r->at = 0;
}

static uint32_t next_word(RandomObject *r)
{
    if (r->at >= WORDS)
        next_generation(r);
    uint32_t y = r->word[r->at++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >> 18;
}

/* 53 bits. */
static double next_double(RandomObject *r)
{
    uint32_t high = next_word(r) >> 5, low = next_word(r) >> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

static void seed_with_word(RandomObject *r, uint32_t seed)
{
    r->word[0] = seed;
    for (uint32_t i = 1; i < WORDS; i++)
        r->word[i] = 1812433253 * (r->word[i - 1] ^ r->word[i - 1] >> 30) + i;
    r->at = WORDS;
}

/* The word at i mixed with the one before it; i then stands on the next. */
static size_t mix(RandomObject *r, size_t i, uint32_t factor, uint32_t add)
{
    uint32_t before = r->word[i - 1];
    r->word[i] = (r->word[i] ^ (before ^ before >> 30) * factor) + add;
    if (++i == WORDS) {
        r->word[0] = r->word[WORDS - 1];
        i = 1;
    }
    return i;
}

/* key(i) for i below n are the words of the seed, the lowest first. */
static void seed_with_words(RandomObject *r, const uint32_t *key, size_t n)
{
    seed_with_word(r, 19650218);
    size_t i = 1, j = 0;
    for (size_t k = n > WORDS ? n : WORDS; k > 0; k--) {
        i = mix(r, i, 1664525, key[j] + (uint32_t)j);
        j = j + 1 < n ? j + 1 : 0;
    }
    for (size_t k = WORDS - 1; k > 0; k--)
        i = mix(r, i, 1566083941, 0u - (uint32_t)i);
    r->word[0] = 0x80000000;
}

/* ---- seeds ----------------------------------------------------------------------------------- */

static void seed_with_nothing(Machine *m, RandomObject *r)
{
    bool imported = frame_of_library_import(m); /* the generator that `random` has itself */
    uint64_t count = imported ? 0 : ++m->unseeded_randoms;
    uint32_t key[WORDS] = {(uint32_t)m->hash_seed, (uint32_t)(m->hash_seed >> 32), (uint32_t)count,
                           0x70797669};
    seed_with_words(r, key, WORDS); /* as many as CPython asks the system for */
}

static void seed_with_int(RandomObject *r, const Object *o)
{
    const uint64_t *limb = int_data(o);
    size_t n = int_limbs(o), words = 2 * n;
    if (n && limb[n - 1] >> 32 == 0)
        words--;
    static const uint32_t zero;
    /* limbs lie lowest first, and so do their halves on the little-endian hosts there are */
    seed_with_words(r, words ? (const uint32_t *)(const void *)limb : &zero, words ? words : 1);
}

static int seed(Machine *m, RandomObject *r, Object *arg)
{
    if (!arg || arg == m->none) {
        seed_with_nothing(m, r);
        return 0;
    }
    if (is_int(arg)) {
        seed_with_int(r, arg);
        return 0;
    }
    hash_t hash = object_hash(m, arg);
    Object *o = hash == -1 && error_occurred(m) ? NULL : int_from_u64(m, (uint64_t)hash);
    if (!o)
        return -1;
    seed_with_int(r, o);
    decref(m, o);
    return 0;
}

static int random_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    if (o->type == m->types.random && !arg_no_keywords(m, "Random", kwnames))
        return -1;
    if (nargs > 1) {
        error_set(m, EXC_TypeError, "Random() requires 0 or 1 argument");
        return -1;
    }
    return seed(m, (RandomObject *)o, nargs ? args[0] : NULL);
}

/* ---- methods --------------------------------------------------------------------------------- */

BUILTIN(random_random)
{
    (void)args;
    (void)nargs;
    (void)kwnames;
    return float_from_double(m, next_double((RandomObject *)self));
}

BUILTIN(random_seed)
{
    (void)kwnames;
    if (!arg_check_positional(m, "seed", nargs, 0, 1))
        return NULL;
    return seed(m, (RandomObject *)self, nargs ? args[0] : NULL) < 0 ? NULL : newref(m->none);
}

/* So many bits, the words lowest first, the last one cut from above. */
static Object *random_bits(Machine *m, RandomObject *r, size_t bits)
{
    if (bits == 0)
        return int_from_i64(m, 0);
    if (bits <= 32)
        return int_from_i64(m, next_word(r) >> (32 - bits));
    size_t words = (bits - 1) / 32 + 1, limbs = (words + 1) / 2;
    IntObject *z = int_alloc(m, limbs, digits_for_bits(bits));
    if (!z)
        return NULL;
    for (size_t i = 0; i < words; i++, bits -= 32) {
        uint64_t word = next_word(r);
        if (bits < 32)
            word >>= 32 - bits;
        z->limb[i / 2] |= word << (i % 2 * 32);
    }
    z->size = (ssize_t)limbs;
    return int_finish(m, z, false);
}

BUILTIN(random_getrandbits)
{
    (void)nargs;
    (void)kwnames;
    Object *k = number_index(m, args[0]);
    if (!k)
        return NULL;
    int overflow;
    int64_t bits = int_as_i64(k, &overflow);
    decref(m, k);
    if (overflow || (bits != (int)bits && m->profile->random_bits_are_int))
        return error_set(m, EXC_OverflowError, "Python int too large to convert to C int");
    if (bits < 0)
        return error_set(m, EXC_ValueError, "number of bits must be non-negative");
    return random_bits(m, (RandomObject *)self, (size_t)bits);
}

BUILTIN(random_getstate)
{
    (void)args;
    (void)nargs;
    (void)kwnames;
    const RandomObject *r = (RandomObject *)self;
    Object *state = tuple_new(m, WORDS + 1);
    for (ssize_t i = 0; state && i <= WORDS; i++) {
        Object *o = int_from_u64(m, i < WORDS ? r->word[i] : r->at);
        if (!o)
            clear_ref(m, state);
        else
            ((TupleObject *)state)->item[i] = o;
    }
    if (state)
        gc_track(m, state);
    return state;
}

BUILTIN(random_setstate)
{
    (void)nargs;
    (void)kwnames;
    RandomObject *r = (RandomObject *)self;
    uint32_t word[WORDS + 1];
    if (!is_tuple(args[0]))
        return error_set(m, EXC_TypeError, "state vector must be a tuple");
    if (tuple_size(args[0]) != WORDS + 1)
        return error_set(m, EXC_ValueError, "state vector is the wrong size");
    for (ssize_t i = 0; i <= WORDS; i++) {
        Object *o = tuple_item(args[0], i);
        if (!is_int(o))
            return error_set(m, EXC_TypeError, "an integer is required");
        if (int_negative(o))
            return error_set(m, EXC_OverflowError, "can't convert negative value to unsigned int");
        word[i] = (uint32_t)int_limb_at(o, 0);
    }
    if (word[WORDS] > WORDS)
        return error_set(m, EXC_ValueError, "invalid state");
    memcpy(r->word, word, sizeof r->word);
    r->at = word[WORDS];
    return newref(m->none);
}

static void random_dealloc(Machine *m, Object *o)
{
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static const MethodDef random_methods[] = {
    {"random", random_random, METH_NOARGS, "The next float from 0 up to, not including, 1."},
    {"seed", random_seed, METH_FASTCALL, "Starts the sequence that belongs to a seed."},
    {"getstate", random_getstate, METH_NOARGS, "Where the generator stands, as a tuple."},
    {"setstate", random_setstate, METH_O, "Puts the generator where it stood."},
    {"getrandbits", random_getrandbits, METH_O, "An int of so many random bits."},
    {NULL, NULL, 0, NULL},
};

const TypeSpec random_spec = {
    .name = "_random.Random",
    .flags = TYPE_BASETYPE,
    .basicsize = RANDOM_SIZE,
    .size = sizeof(RandomObject),
    .methods = random_methods,
    .doc = "A Mersenne Twister.",
    .slots =
        {
            .tp_new = type_generic_new,
            .tp_init = random_init,
            .tp_dealloc = random_dealloc,
        },
};

/* ---- the modules ----------------------------------------------------------------------------- */

/* What random.seed makes of text: the bytes, and behind them their SHA-512, as an int. */
BUILTIN(random_seed_of_bytes)
{
    UNUSED_ONE;
    const BytesObject *b = (BytesObject *)args[0];
    Object *whole = bytes_new(m, NULL, b->size + 64);
    if (!whole)
        return NULL;
    char *data = ((BytesObject *)whole)->data;
    memcpy(data, b->data, (size_t)b->size);
    digest(DIGEST_SHA512, b->data, (size_t)b->size, (uint8_t *)data + b->size);
    return whole;
}

static const MethodDef core_functions[] = {
    {"_seed_of_bytes", random_seed_of_bytes, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static int core_exec(Machine *m, Object *dict)
{
    return module_add_type(m, dict, m->types.random);
}

const ModuleSpec random_core_module = {
    .name = "_random",
    .doc = "The Mersenne Twister.",
    .methods = core_functions,
    .exec = core_exec,
};

const ModuleSpec random_module = {
    .name = "random",
    .doc = "Random numbers, the same ones in every run.",
    .python = true,
};
