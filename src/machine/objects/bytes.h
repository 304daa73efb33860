/* What the files of bytes share. */
#ifndef PYVIZ_MACHINE_OBJECTS_BYTES_H
#define PYVIZ_MACHINE_OBJECTS_BYTES_H

#include <pyviz/machine/str.h>

static inline BytesObject *as_bytes(const Object *o)
{
    return (BytesObject *)(uintptr_t)o;
}
/* b itself if it is exactly bytes, else bytes with its contents. */
Object *bytes_unchanged(Machine *m, Object *b);
/* A stretch of b: b itself if it is all of it. */
Object *bytes_substring(Machine *m, Object *b, ssize_t start, ssize_t end);

#define BYTES_SHARED_METHODS(X) /* bytearray has them too */                                       \
    X(capitalize, METH_NOARGS, "A copy with its first letter in upper case.")                      \
    X(center, METH_FASTCALL, "A copy padded on both sides to a width.")                            \
    X(count, METH_FASTCALL | METH_PACKED_ONCE, "How often a part occurs without overlap.")         \
    X(decode, METH_KEYWORDS, "The bytes as text.")                                                 \
    X(endswith, METH_FASTCALL | METH_PACKED_ONCE,                                                  \
      "Whether it ends with a suffix, or with one of a tuple.")                                    \
    X(expandtabs, METH_KEYWORDS, "A copy with tabs replaced by spaces.")                           \
    X(find, METH_FASTCALL | METH_PACKED_ONCE, "The first index of a part, or -1.")                 \
    X(fromhex, METH_O | METH_CLASS, "Bytes from a text of hexadecimal digits.")                    \
    X(hex, METH_KEYWORDS, "The bytes as hexadecimal digits.")                                      \
    X(index, METH_FASTCALL | METH_PACKED_ONCE, "As find(), but ValueError if it is missing.")      \
    X(isalnum, METH_NOARGS, "Whether all bytes are ASCII letters or digits.")                      \
    X(isalpha, METH_NOARGS, "Whether all bytes are ASCII letters.")                                \
    X(isascii, METH_NOARGS, "Whether all bytes are below 128.")                                    \
    X(isdigit, METH_NOARGS, "Whether all bytes are ASCII digits.")                                 \
    X(islower, METH_NOARGS, "Whether all letters are in lower case.")                              \
    X(isspace, METH_NOARGS, "Whether all bytes are white space.")                                  \
    X(istitle, METH_NOARGS, "Whether every word begins with its only capital.")                    \
    X(isupper, METH_NOARGS, "Whether all letters are in upper case.")                              \
    X(join, METH_O, "The bytes of an iterable, with these between them.")                          \
    X(ljust, METH_FASTCALL, "A copy padded on the right to a width.")                              \
    X(lower, METH_NOARGS, "A copy in lower case.")                                                 \
    X(lstrip, METH_FASTCALL, "A copy without leading white space or given bytes.")                 \
    X(maketrans, METH_FASTCALL | METH_STATIC, "A table for translate().")                          \
    X(partition, METH_O, "What is before a separator, the separator, and what is behind.")         \
    X(removeprefix, METH_O, "A copy without a prefix.")                                            \
    X(removesuffix, METH_O, "A copy without a suffix.")                                            \
    X(replace, METH_FASTCALL, "A copy with one part replaced by another.")                         \
    X(rfind, METH_FASTCALL | METH_PACKED_ONCE, "The last index of a part, or -1.")                 \
    X(rindex, METH_FASTCALL | METH_PACKED_ONCE, "As rfind(), but ValueError if it is missing.")    \
    X(rjust, METH_FASTCALL, "A copy padded on the left to a width.")                               \
    X(rpartition, METH_O, "As partition(), at the last separator.")                                \
    X(rsplit, METH_KEYWORDS, "As split(), counting from the right.")                               \
    X(rstrip, METH_FASTCALL, "A copy without trailing white space or given bytes.")                \
    X(split, METH_KEYWORDS, "The words, or what stands between separators.")                       \
    X(splitlines, METH_KEYWORDS, "The lines.")                                                     \
    X(startswith, METH_FASTCALL | METH_PACKED_ONCE,                                                \
      "Whether it begins with a prefix, or with one of a tuple.")                                  \
    X(strip, METH_FASTCALL, "A copy without white space or given bytes at both ends.")             \
    X(swapcase, METH_NOARGS, "A copy with upper and lower case exchanged.")                        \
    X(title, METH_NOARGS, "A copy with a capital at the start of every word.")                     \
    X(translate, METH_KEYWORDS, "A copy with bytes replaced by a table of 256, or deleted.")       \
    X(upper, METH_NOARGS, "A copy in upper case.")                                                 \
    X(zfill, METH_O, "A copy with zeros between its sign and its digits.")

#define BYTES_METHODS(X)                                                                           \
    BYTES_SHARED_METHODS(X)                                                                        \
    X(__bytes__, METH_NOARGS, "The bytes themselves.")                                             \
    X(__getnewargs__, METH_NOARGS, "What copying hands to __new__.")

#define BYTES_METHOD(name)                                                                         \
    Object *bytes_method_##name(Machine *m, Object *self, Object *const *args, size_t nargs,       \
                                Object *kwnames)

#define X(name, flags, doc) BYTES_METHOD(name);
BYTES_METHODS(X)
#undef X

#endif
