/* str and bytes: Objects/unicodeobject.c, Objects/bytesobject.c.
 *
 * A str is stored as PEP 393 has it: 1, 2 or 4 bytes a code point, by the widest one.  Invariants:
 * kind is the smallest that fits; ascii says that all are below 128; one NUL unit ends the data.
 * A str never changes once someone else can see it, except that str_append may extend one that
 * nobody else holds. */
#ifndef PYVIZ_MACHINE_STR_H
#define PYVIZ_MACHINE_STR_H

#include <pyviz/machine/machine.h>

#include <pyviz/base/buffer.h>

#include <stdarg.h>

typedef struct StrObject {
    Object ob_base;
    ssize_t length; /* code points */
    hash_t hash;    /* -1: not computed yet */
    uint8_t kind;   /* 1, 2, 4 */
    bool ascii;
    bool has_utf8; /* CPython has cached its UTF-8 form: sys.getsizeof counts it */
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
/* A new str of n NULs, to be filled with str_put, of the kind that max_char asks for: max_char must
 * be the widest that will be put, or at least of its kind.  n 0: the shared ''. */
Object *str_new(Machine *m, ssize_t n, uint32_t max_char);
void str_put(Object *s, ssize_t i, uint32_t code_point);    /* only while being made */
Object *str_from_ascii(Machine *m, const char *s);          /* NUL-terminated ASCII */
Object *str_from_utf8(Machine *m, const char *s, size_t n); /* WTF-8: lone surrogates allowed */
Object *str_from_code_point(Machine *m, uint32_t c);
Object *str_printf(Machine *m, const char *format, ...); /* error_set's format */
Object *str_vprintf(Machine *m, const char *format, va_list list);
Object *str_concat(Machine *m, Object *a, Object *b);
/* `*left += right` as the evaluation loop does it: Objects/unicodeobject.c: PyUnicode_Append.
 * Steals *left and puts the sum there, in the same object where nobody else holds it; on error
 * *left is NULL.  0 or -1. */
int str_append(Machine *m, Object **left, Object *right);
Object *str_substring(Machine *m, Object *s, ssize_t start, ssize_t end);
Object *str_join(Machine *m, Object *separator, Object *const *items,
                 size_t n); /* all must be str */
/* Spaces for tabs, up to the next column that is a multiple of size. */
Object *str_expand_tabs(Machine *m, Object *s, ssize_t size);
/* The interned copy.  Steals s, returns a new reference (often s itself). */
Object *str_intern(Machine *m, Object *s);
Object *str_intern_ascii(Machine *m, const char *s);
/* The same, of text that code or sys.intern() names: where CPython's start-up has interned it, as
 * a name that never dies, it is immortal. */
Object *str_intern_as_constant(Machine *m, Object *s);
/* The one interned already, borrowed; NULL without an exception if there is none. */
Object *str_find_interned(Machine *m, const Object *s);
bool str_equal(const Object *a, const Object *b);
bool str_equals_ascii(const Object *s, const char *ascii);
int str_compare(const Object *a, const Object *b); /* by code point: <0, 0, >0 */
hash_t str_hash(Machine *m, Object *o);
/* Appends UTF-8 (surrogates in three bytes). */
void str_to_utf8(const Object *s, struct buffer *out);
/* Somebody has asked for its UTF-8 form, which stays with it from now on; the ASCII ones' is their
 * text.  Objects/unicodeobject.c: PyUnicode_AsUTF8AndSize. */
void str_keep_utf8(Object *s);
/* Appends repr(s). */
void str_repr(const Object *s, struct buffer *out);
/* str.__mod__: Objects/unicodeobject.c: PyUnicode_Format. */
Object *str_format_percent(Machine *m, Object *format, Object *args);
/* Is it an identifier?  Interned as a constant?  (only ASCII letters, digits, underscore) */
bool str_is_identifier(const Object *s);
bool str_all_name_chars(const Object *s);

/* ---- building: Objects/unicodeobject.c: _PyUnicodeWriter --------------------------------------
 *
 * A str in the making.  Its memory lies in the region, so that events and Python code may come
 * between two writes, which a host buffer does not allow.  A zeroed StrWriter is an empty one.
 * After a failed write the writer is empty and every further write fails too; each path ends in
 * str_writer_finish or str_writer_drop. */
typedef struct StrWriter {
    Object
        *whole; /* all that was written, as long as it is one whole str: then finish returns it */
    char *data;
    ssize_t length, capacity; /* code points */
    uint32_t max_char;        /* bitwise or of everything written */
    uint8_t kind;             /* of data */
    bool last;                /* set by the caller before its last write: see str_writer_str */
    bool failed;
} StrWriter;

/* Each returns 0, or -1 with an exception. */
int str_writer_char(Machine *m, StrWriter *w, uint32_t code_point);
/* A str that is the first and, as `last` says, the only one is kept instead of copied. */
int str_writer_str(Machine *m, StrWriter *w, Object *s);
int str_writer_range(Machine *m, StrWriter *w, const Object *s, ssize_t start, ssize_t end);
int str_writer_ascii(Machine *m, StrWriter *w, const char *s);
int str_writer_latin1(Machine *m, StrWriter *w, const char *s, size_t n);
int str_writer_utf8(Machine *m, StrWriter *w, const char *s, size_t n);
int str_writer_fill(Machine *m, StrWriter *w, uint32_t code_point, ssize_t n);
int str_writer_repr(Machine *m, StrWriter *w, Object *o); /* repr(o); runs Python code */
/* repr(s) of a str, with what is not ASCII escaped too for ascii(). */
int str_writer_quoted(Machine *m, StrWriter *w, const Object *s, bool ascii);
/* Room for `more` code points up to max_char, so that the writes of these cannot fail. */
int str_writer_reserve(Machine *m, StrWriter *w, ssize_t more, uint32_t max_char);
/* The str; NULL if a write failed.  The writer is empty afterwards. */
Object *str_writer_finish(Machine *m, StrWriter *w);
void str_writer_drop(Machine *m, StrWriter *w);

/* ---- bytes ----------------------------------------------------------------------------------- */

/* n 0, or one byte of data: the shared ones. */
Object *bytes_new(Machine *m, const char *data /* NULL: zeroed */, ssize_t n);
/* Objects/unicodeobject.c: PyUnicode_Decode, PyUnicode_AsEncodedString.  encoding and errors are
 * str or NULL: utf-8 and strict. */
Object *str_decode(Machine *m, const char *data, ssize_t n, Object *encoding, Object *errors);
Object *str_encode(Machine *m, Object *s, Object *encoding, Object *errors);
hash_t bytes_hash(Machine *m, Object *o);
void bytes_repr(const Object *o, struct buffer *out);

/* Python/pyhash.c: SipHash with the profile's rounds and the machine's key. */
hash_t hash_bytes(Machine *m, const void *data, size_t n);
/* The 16 bytes of key for PYTHONHASHSEED=seed: Python/bootstrap_hash.c: lcg_urandom. */
void hash_seed_key(uint64_t seed, uint64_t key[2]);

void str_boot(Machine *m); /* the interned table, latin-1 characters, '' and identifiers */
void bytes_boot(Machine *m);

#endif
