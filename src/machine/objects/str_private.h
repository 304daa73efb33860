/* What the files of str share. */
#ifndef PYVIZ_MACHINE_OBJECTS_STR_PRIVATE_H
#define PYVIZ_MACHINE_OBJECTS_STR_PRIVATE_H

#include <pyviz/base/utf8.h>
#include <pyviz/lang/identifier.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

enum { MAX_CODE_POINT = 0x10ffff };

static inline StrObject *as_str(const Object *o)
{
    return (StrObject *)(uintptr_t)o;
}

/* ---- code points in memory ------------------------------------------------------------------- */

static inline uint32_t unit_at(const void *data, int kind, ssize_t i)
{
    return kind == 1   ? ((const uint8_t *)data)[i]
           : kind == 2 ? ((const uint16_t *)data)[i]
                       : ((const uint32_t *)data)[i];
}
static inline void unit_put(void *data, int kind, ssize_t i, uint32_t c)
{
    if (kind == 1)
        ((uint8_t *)data)[i] = (uint8_t)c;
    else if (kind == 2)
        ((uint16_t *)data)[i] = (uint16_t)c;
    else
        ((uint32_t *)data)[i] = c;
}
static inline int kind_of(uint32_t max_char)
{
    return max_char < 0x100 ? 1 : max_char < 0x10000 ? 2 : 4;
}
/* Copies n code points from one array to another, of whatever kinds; they do not overlap. */
void units_copy(void *to, int to_kind, ssize_t at, const void *from, int from_kind, ssize_t start,
                ssize_t n);
void units_fill(void *to, int kind, ssize_t at, uint32_t c, ssize_t n);
/* The bitwise or of n code points: its kind is that of the widest. */
uint32_t units_max(const void *data, int kind, ssize_t start, ssize_t n);

static inline void str_copy(Object *to, ssize_t at, const Object *from, ssize_t start, ssize_t n)
{
    units_copy(as_str(to)->data, as_str(to)->kind, at, as_str(from)->data, as_str(from)->kind,
               start, n);
}
/* An upper bound for the code points of s that has its kind. */
static inline uint32_t str_bound(const Object *s)
{
    const StrObject *o = as_str(s);
    return o->ascii ? 0x7f : o->kind == 1 ? 0xff : o->kind == 2 ? 0xffff : MAX_CODE_POINT;
}

/* ---- results --------------------------------------------------------------------------------- */

/* s itself if it is exactly a str, else a str with its text: unicode_result_unchanged. */
Object *str_unchanged(Machine *m, Object *s);
/* A str of n code points as they lie in memory, of the smallest kind that fits. */
Object *str_from_units(Machine *m, const void *data, int kind, ssize_t n);
/* The argument if it is a str; else TypeError in the style of Argument Clinic, and NULL. */
Object *str_check_arg(Machine *m, Object *o, const char *function, const char *which);
/* An argument as a Py_ssize_t (max PTRDIFF_MAX) or a C int (INT_MAX); false: an exception. */
bool str_arg_number(Machine *m, Object *o, ssize_t max, ssize_t *value);

/* ---- str_search.c ---------------------------------------------------------------------------- */

/* The same for arrays of code points: str_search is made of it. */
ssize_t units_search(const void *data, int kind, ssize_t start, ssize_t end, const void *needle,
                     int needle_kind, ssize_t n, bool reverse);
/* Where needle begins in s[start:end], the first or (reverse) the last; -1: nowhere.  An empty
 * needle is found at once. */
ssize_t str_search(const Object *s, ssize_t start, ssize_t end, const Object *needle, bool reverse);
ssize_t str_search_char(const Object *s, ssize_t start, ssize_t end, uint32_t c, bool reverse);
/* How often needle stands in s[start:end] without overlap, at most max. */
ssize_t str_count_in(const Object *s, ssize_t start, ssize_t end, const Object *needle,
                     ssize_t max);
/* The number of arguments of find(sub[, start[, end]]) and its like, of str and bytes. */
bool check_search_arguments(Machine *m, const char *name, size_t nargs);
/* Objects/stringlib/find.h: a slice's bounds from optional arguments, None allowed; clipped as
 * slices are.  0 or -1. */
int parse_bounds(Machine *m, Object *start, Object *end, ssize_t length, ssize_t *from,
                 ssize_t *to);

/* ---- the type's slots, in str.c and str_intern.c ----------------------------------------------
 */

void str_dealloc(Machine *m, Object *s);
void str_forget_interned(Machine *m, Object *s); /* takes it out of the table */
Object *str_repeat(Machine *m, Object *s, ssize_t count);
Object *str_item(Machine *m, Object *s, ssize_t i);
Object *str_subscript(Machine *m, Object *s, Object *key);
/* A new instance of a type derived from str. */
Object *str_new_of_type(Machine *m, Type *type, const Object *text);
/* What CPython's allocator was asked for. */
size_t str_modelled_size(const Machine *m, const Object *s);

#endif
