/* bytearray, memoryview and the memory that they share with others: Objects/bytearrayobject.c,
 * Objects/memoryobject.c, Include/cpython/object.h: Py_buffer.
 *
 * An object that can lend its memory has bf_getbuffer.  What is lent for the moment of one C
 * function is asked for with memory_peek and needs no giving back; a memoryview keeps what it has
 * borrowed, and until it is released a bytearray cannot change its size. */
#ifndef PYVIZ_MACHINE_BYTEARRAY_H
#define PYVIZ_MACHINE_BYTEARRAY_H

#include <pyviz/machine/machine.h>

typedef struct ByteArrayObject {
    Object ob_base;
    ssize_t size,
        alloc;       /* alloc: of the block, the NUL behind the last byte included; 0: no block */
    ssize_t start;   /* how many bytes are given up at the front of the block */
    ssize_t exports; /* how many views there are */
    char *block;     /* NULL if alloc is 0 */
} ByteArrayObject;

/* Memory that an object lends. */
typedef struct MemoryLoan {
    char *data;
    ssize_t len, itemsize; /* bytes */
    char format[4];        /* as in struct: "B" */
    bool readonly;
} MemoryLoan;

#define is_bytearray(m, o) type_is_subtype(((Object *)(o))->type, (m)->types.bytearray)

static inline char *bytearray_data(const ByteArrayObject *a)
{
    static const char nothing[1] = ""; /* of which nobody writes a byte */
    return a->block ? a->block + a->start : (char *)(uintptr_t)nothing;
}
Object *bytearray_new(Machine *m, const char *data, ssize_t n);

/* Whether o lends its memory; *loan holds until anything else can run.  No exception is set. */
bool memory_peek(Machine *m, Object *o, MemoryLoan *loan);
/* The same of an object of the library's in Python, whose _lend() says where its memory lies. */
bool memory_peek_lent(Machine *m, Object *o, MemoryLoan *loan);
/* Whether there is any to peek at; nothing runs. */
bool memory_is_lent(Machine *m, const Object *o);
/* Everything that o lends, as bytes, also where it does not lie in one piece.  NULL: it lends
 * nothing, or an exception is set. */
Object *memory_bytes(Machine *m, Object *o);

#endif
