/* The methods of str, one function each, named str_method_NAME; the table is in str_type.c. */
#ifndef PYVIZ_MACHINE_OBJECTS_STR_METHODS_H
#define PYVIZ_MACHINE_OBJECTS_STR_METHODS_H

#include <pyviz/machine/type.h>

#define STR_METHODS(X)                                                                             \
    X(capitalize, METH_NOARGS, "A copy with its first character in upper case.")                   \
    X(casefold, METH_NOARGS, "A copy for comparisons that ignore case.")                           \
    X(center, METH_FASTCALL, "A copy padded on both sides to a width.")                            \
    X(count, METH_FASTCALL | METH_PACKED_ONCE, "How often a substring occurs without overlap.")    \
    X(encode, METH_KEYWORDS, "The text as bytes.")                                                 \
    X(endswith, METH_FASTCALL | METH_PACKED_ONCE,                                                  \
      "Whether it ends with a suffix, or with one of a tuple.")                                    \
    X(expandtabs, METH_KEYWORDS, "A copy with tabs replaced by spaces.")                           \
    X(find, METH_FASTCALL | METH_PACKED_ONCE, "The first index of a substring, or -1.")            \
    X(format, METH_KEYWORDS | METH_PACKED, "A copy with its replacement fields filled in.")        \
    X(format_map, METH_O, "As format(**mapping), without copying the mapping.")                    \
    X(index, METH_FASTCALL | METH_PACKED_ONCE, "As find(), but ValueError if it is missing.")      \
    X(isalnum, METH_NOARGS, "Whether all characters are letters or numerals.")                     \
    X(isalpha, METH_NOARGS, "Whether all characters are letters.")                                 \
    X(isascii, METH_NOARGS, "Whether all characters are ASCII.")                                   \
    X(isdecimal, METH_NOARGS, "Whether all characters are decimal digits.")                        \
    X(isdigit, METH_NOARGS, "Whether all characters are digits.")                                  \
    X(isidentifier, METH_NOARGS, "Whether it could be a name in a program.")                       \
    X(islower, METH_NOARGS, "Whether all cased characters are in lower case.")                     \
    X(isnumeric, METH_NOARGS, "Whether all characters are numerals.")                              \
    X(isprintable, METH_NOARGS, "Whether repr() would escape none of it.")                         \
    X(isspace, METH_NOARGS, "Whether all characters are white space.")                             \
    X(istitle, METH_NOARGS, "Whether every word begins with its only capital.")                    \
    X(isupper, METH_NOARGS, "Whether all cased characters are in upper case.")                     \
    X(join, METH_O, "The strings of an iterable, with this one between them.")                     \
    X(ljust, METH_FASTCALL, "A copy padded on the right to a width.")                              \
    X(lower, METH_NOARGS, "A copy in lower case.")                                                 \
    X(lstrip, METH_FASTCALL, "A copy without leading white space or given characters.")            \
    X(maketrans, METH_FASTCALL | METH_STATIC, "A table for translate().")                          \
    X(partition, METH_O, "What is before a separator, the separator, and what is behind.")         \
    X(removeprefix, METH_O, "A copy without a prefix.")                                            \
    X(removesuffix, METH_O, "A copy without a suffix.")                                            \
    X(replace, METH_KEYWORDS, "A copy with one substring replaced by another.")                    \
    X(rfind, METH_FASTCALL | METH_PACKED_ONCE, "The last index of a substring, or -1.")            \
    X(rindex, METH_FASTCALL | METH_PACKED_ONCE, "As rfind(), but ValueError if it is missing.")    \
    X(rjust, METH_FASTCALL, "A copy padded on the left to a width.")                               \
    X(rpartition, METH_O, "As partition(), at the last separator.")                                \
    X(rsplit, METH_KEYWORDS, "As split(), counting from the right.")                               \
    X(rstrip, METH_FASTCALL, "A copy without trailing white space or given characters.")           \
    X(split, METH_KEYWORDS, "The words of the text, or what stands between separators.")           \
    X(splitlines, METH_KEYWORDS, "The lines of the text.")                                         \
    X(startswith, METH_FASTCALL | METH_PACKED_ONCE,                                                \
      "Whether it begins with a prefix, or with one of a tuple.")                                  \
    X(strip, METH_FASTCALL, "A copy without white space or given characters at both ends.")        \
    X(swapcase, METH_NOARGS, "A copy with upper and lower case exchanged.")                        \
    X(title, METH_NOARGS, "A copy with a capital at the start of every word.")                     \
    X(translate, METH_O, "A copy with characters replaced by a table.")                            \
    X(upper, METH_NOARGS, "A copy in upper case.")                                                 \
    X(zfill, METH_O, "A copy with zeros between its sign and its digits.")                         \
    X(__format__, METH_O, "The text laid out by a format specification.")                          \
    X(__getnewargs__, METH_NOARGS, "What copying hands to __new__.")

#define STR_METHOD(name)                                                                           \
    Object *str_method_##name(Machine *m, Object *self, Object *const *args, size_t nargs,         \
                              Object *kwnames)
#define STR_UNUSED_ARGS ((void)args, (void)nargs, (void)kwnames)

#define X(name, flags, doc) STR_METHOD(name);
STR_METHODS(X)
#undef X

#endif
