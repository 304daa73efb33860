/* str and bytes: Objects/unicodeobject.c, Objects/bytesobject.c.
 *
 * A str is stored as PEP 393 has it: 1, 2 or 4 bytes a code point, by the widest one.  Invariants:
 * kind is the smallest that fits; ascii says that all are below 128; one NUL unit ends the data. */
#ifndef PYVIZ_MACHINE_STR_H
#define PYVIZ_MACHINE_STR_H

#include <pyviz/machine/machine.h>

#include <pyviz/base/buffer.h>

typedef struct StrObject {
    Object ob_base;
    ssize_t length; /* code points */
    hash_t hash;    /* -1: not computed yet */
    uint8_t kind;   /* 1, 2, 4 */
    bool ascii;
    char data[] __attribute__((aligned(8)));
} StrObject;

typedef struct BytesObject {
    Object ob_base;
    ssize_t size;
    hash_t hash;
    char data[]; /* with a NUL behind */
} BytesObject;

static inline ssize_t str_len(const Object *s)
{
    return ((const StrObject *)s)->length;
}
static inline uint32_t str_at(const Object *o, ssize_t i)
{
    const StrObject *s = (const StrObject *)o;
    return s->kind == 1   ? ((const uint8_t *)s->data)[i]
           : s->kind == 2 ? ((const uint16_t *)(const void *)s->data)[i]
                          : ((const uint32_t *)(const void *)s->data)[i];
}
/* An uninitialised str for n code points up to max_char (n 0 and single latin-1: the shared ones). */
Object *str_new(Machine *m, ssize_t n, uint32_t max_char);
void str_put(Object *s, ssize_t i, uint32_t code_point); /* only while being made */
Object *str_from_ascii(Machine *m, const char *s);       /* NUL-terminated ASCII */
Object *str_from_utf8(Machine *m, const char *s, size_t n); /* WTF-8: lone surrogates allowed */
Object *str_from_code_point(Machine *m, uint32_t c);
Object *str_printf(Machine *m, const char *format, ...); /* error_set's format */
Object *str_concat(Machine *m, Object *a, Object *b);
Object *str_substring(Machine *m, Object *s, ssize_t start, ssize_t end);
Object *str_join(Machine *m, Object *separator, Object *const *items, size_t n); /* all must be str */
/* The interned copy.  Steals s, returns a new reference (often s itself). */
Object *str_intern(Machine *m, Object *s);
Object *str_intern_ascii(Machine *m, const char *s);
bool str_equal(const Object *a, const Object *b);
bool str_equals_ascii(const Object *s, const char *ascii);
int str_compare(const Object *a, const Object *b); /* by code point: <0, 0, >0 */
hash_t str_hash(Machine *m, Object *s);
/* Appends UTF-8 (surrogates in three bytes). */
void str_to_utf8(const Object *s, struct buffer *out);
/* Appends repr(s). */
void str_repr(const Object *s, struct buffer *out);
/* str.__mod__ and str.format: Objects/unicodeobject.c, Objects/stringlib/unicode_format.h */
Object *str_format_percent(Machine *m, Object *format, Object *args);
Object *str_format_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                          Object *kwnames);
/* Is it an identifier?  Interned as a constant?  (only ASCII letters, digits, underscore) */
bool str_is_identifier(const Object *s);
bool str_all_name_chars(const Object *s);

Object *bytes_new(Machine *m, const char *data /* NULL: zeroed */, ssize_t n);
hash_t bytes_hash(Machine *m, Object *b);
void bytes_repr(const Object *b, struct buffer *out);

/* Python/pyhash.c: SipHash with the profile's rounds and the machine's key. */
hash_t hash_bytes(Machine *m, const void *data, size_t n);
/* The 16 bytes of key for PYTHONHASHSEED=seed: Python/bootstrap_hash.c: lcg_urandom. */
void hash_seed_key(uint64_t seed, uint64_t key[2]);

void str_boot(Machine *m); /* the interned table, latin-1 characters, '' and identifiers */
void bytes_boot(Machine *m);

#endif
