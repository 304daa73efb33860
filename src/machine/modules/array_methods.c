/* array.array: its methods.  See array.h. */
#include "array.h"

#include "../objects/generic_alias.h"

#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/list.h>

#include <string.h>

static size_t bytes_of(const ArrayObject *a)
{
    return (size_t)(a->size * a->kind->itemsize);
}

static Object *done(Machine *m, int status)
{
    return status < 0 ? NULL : newref(m->none);
}

static void *only_of_text(Machine *m, const char *method)
{
    return error_set(m, EXC_ValueError, "%s() may only be called on unicode type arrays%s", method,
                     m->profile->array_has_w ? " ('u' or 'w')" : "");
}

/* ---- adding ---------------------------------------------------------------------------------- */

BUILTIN(array_append)
{
    ONE_ARG;
    return done(m, array_insert(m, as_array(self), as_array(self)->size, args[0]));
}

BUILTIN(array_method_insert)
{
    (void)kwnames;
    ssize_t i;
    if (!arg_check_positional(m, "insert", nargs, 2, 2) || !int_as_c_ssize(m, args[0], &i))
        return NULL;
    return done(m, array_insert(m, as_array(self), i, args[1]));
}

BUILTIN(array_method_extend)
{
    ONE_ARG;
    return done(m, array_extend(m, as_array(self), args[0]));
}

/* All, or none. */
BUILTIN(array_fromlist)
{
    ONE_ARG;
    ArrayObject *a = as_array(self);
    if (!is_list(args[0]))
        return error_set(m, EXC_TypeError, "arg must be list");
    ssize_t n = list_size(args[0]), at = a->size;
    if (n && array_resize(m, a, at + n) < 0)
        return NULL;
    for (ssize_t i = 0; i < n; i++) {
        int status = a->kind->set(m, array_at(a, at + i), list_item(args[0], i));
        if (status == 0 && list_size(args[0]) != n) {
            error_set(m, EXC_RuntimeError, "list changed size during iteration");
            status = -1;
        }
        if (status < 0) {
            a->size = at;
            return NULL;
        }
    }
    return newref(m->none);
}

BUILTIN(array_frombytes)
{
    ONE_ARG;
    MemoryLoan loan;
    if (!memory_peek(m, args[0], &loan))
        return error_occurred(m) ? NULL
                                 : error_set(m, EXC_TypeError,
                                             "a bytes-like object is required, not '%T'", args[0]);
    Object *copy = bytes_new(m, loan.data, loan.len); /* it may be the array's own memory */
    int status =
        copy ? array_add_bytes(m, as_array(self), ((BytesObject *)copy)->data, loan.len) : -1;
    xdecref(m, copy);
    return done(m, status);
}

BUILTIN(array_fromunicode)
{
    ONE_ARG;
    ArrayObject *a = as_array(self);
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "fromunicode() argument must be str, not %T", args[0]);
    if (!a->kind->text)
        return only_of_text(m, "fromunicode");
    ssize_t n = str_len(args[0]), at = a->size;
    if (n && array_resize(m, a, at + n) < 0)
        return NULL;
    for (ssize_t i = 0; i < n; i++) {
        uint32_t c = str_at(args[0], i);
        memcpy(array_at(a, at + i), &c, sizeof c);
    }
    return newref(m->none);
}

/* ---- taking out ------------------------------------------------------------------------------ */

BUILTIN(array_pop)
{
    (void)kwnames;
    ArrayObject *a = as_array(self);
    ssize_t i = -1;
    if (!arg_check_positional(m, "pop", nargs, 0, 1) || (nargs && !int_as_c_ssize(m, args[0], &i)))
        return NULL;
    if (!a->size)
        return error_set(m, EXC_IndexError, "pop from empty array");
    if (i < 0)
        i += a->size;
    if (i < 0 || i >= a->size)
        return error_set(m, EXC_IndexError, "pop index out of range");
    Object *value = array_get(m, a, i);
    if (value && array_delete(m, a, i, i + 1) < 0)
        clear_ref(m, value);
    return value;
}

/* The first place of a value in [start, stop): its index; size where there is none; -1. */
static ssize_t find(Machine *m, ArrayObject *a, Object *value, ssize_t start, ssize_t stop)
{
    for (ssize_t i = start; i < stop && i < a->size; i++) {
        Object *item = array_get(m, a, i);
        int equal = item ? object_richcompare_bool(m, item, value, COMPARE_EQ) : -1;
        xdecref(m, item);
        if (equal)
            return equal < 0 ? -1 : i;
    }
    return a->size;
}

BUILTIN(array_remove)
{
    ONE_ARG;
    ArrayObject *a = as_array(self);
    ssize_t i = find(m, a, args[0], 0, a->size);
    if (i >= 0 && i == a->size)
        return error_set(m, EXC_ValueError, "array.remove(x): x not in array");
    return i < 0 ? NULL : done(m, array_delete(m, a, i, i + 1));
}

BUILTIN(array_clear)
{
    NO_ARGS;
    return done(m, array_resize(m, as_array(self), 0));
}

/* ---- looking --------------------------------------------------------------------------------- */

static ssize_t clip(ssize_t i, ssize_t size)
{
    return i >= 0 ? i : i + size < 0 ? 0 : i + size;
}

BUILTIN(array_index)
{
    (void)kwnames;
    ArrayObject *a = as_array(self);
    ssize_t start = 0, stop = PTRDIFF_MAX;
    if (!arg_check_positional(m, "index", nargs, 1, 3))
        return NULL;
    if (nargs > 1 && (start = number_as_ssize(m, args[1], -1)) == -1 && error_occurred(m))
        return NULL;
    if (nargs > 2 && (stop = number_as_ssize(m, args[2], -1)) == -1 && error_occurred(m))
        return NULL;
    ssize_t i = find(m, a, args[0], clip(start, a->size), clip(stop, a->size));
    if (i >= 0 && i == a->size)
        return error_set(m, EXC_ValueError, "array.index(x): x not in array");
    return i < 0 ? NULL : int_from_i64(m, i);
}

BUILTIN(array_count)
{
    ONE_ARG;
    ArrayObject *a = as_array(self);
    ssize_t n = 0;
    for (ssize_t i = find(m, a, args[0], 0, a->size); i != a->size;
         i = find(m, a, args[0], i + 1, a->size)) {
        if (i < 0)
            return NULL;
        n++;
    }
    return int_from_i64(m, n);
}

BUILTIN(array_tolist)
{
    NO_ARGS;
    ArrayObject *a = as_array(self);
    Object *list = list_new(m, a->size);
    for (ssize_t i = 0; list && i < a->size; i++)
        if (!(((ListObject *)list)->item[i] = array_get(m, a, i)))
            clear_ref(m, list);
    return list;
}

BUILTIN(array_tobytes)
{
    NO_ARGS;
    ArrayObject *a = as_array(self);
    return bytes_new(m, a->data, (ssize_t)bytes_of(a));
}

BUILTIN(array_tounicode)
{
    NO_ARGS;
    ArrayObject *a = as_array(self);
    StrWriter w = {0};
    if (!a->kind->text)
        return only_of_text(m, "tounicode");
    for (ssize_t i = 0; i < a->size; i++) {
        Object *c = array_get(m, a, i);
        int status = c ? str_writer_char(m, &w, str_at(c, 0)) : -1;
        xdecref(m, c);
        if (status < 0) {
            str_writer_drop(m, &w);
            return NULL;
        }
    }
    return str_writer_finish(m, &w);
}

BUILTIN(array_buffer_info)
{
    NO_ARGS;
    ArrayObject *a = as_array(self);
    Object *address = int_from_u64(m, a->address), *n = int_from_i64(m, a->size);
    Object *pair = address && n ? tuple_pack(m, 2, address, n) : NULL;
    xdecref(m, address);
    xdecref(m, n);
    return pair;
}

/* ---- turning round --------------------------------------------------------------------------- */

/* The n blocks of so many bytes, in reverse. */
static void turn_round(char *data, size_t n, size_t size)
{
    char item[8];
    for (size_t i = 0; i < n / 2; i++) {
        memcpy(item, data + i * size, size);
        memcpy(data + i * size, data + (n - 1 - i) * size, size);
        memcpy(data + (n - 1 - i) * size, item, size);
    }
}

BUILTIN(array_reverse)
{
    NO_ARGS;
    ArrayObject *a = as_array(self);
    turn_round(a->data, (size_t)a->size, a->kind->itemsize);
    return newref(m->none);
}

BUILTIN(array_byteswap)
{
    NO_ARGS;
    ArrayObject *a = as_array(self);
    for (ssize_t i = 0; i < a->size; i++)
        turn_round(array_at(a, i), a->kind->itemsize, 1);
    return newref(m->none);
}

BUILTIN(array_copy)
{
    (void)args, (void)nargs, (void)kwnames;
    ArrayObject *a = as_array(self), *copy = array_make(m, m->types.array, a->kind, a->size);
    if (copy && a->size)
        memcpy(copy->data, a->data, bytes_of(a));
    return (Object *)copy;
}

/* ---- the tables ------------------------------------------------------------------------------ */

static Object *get_typecode(Machine *m, Object *o)
{
    return str_from_code_point(m, (uint32_t)as_array(o)->kind->code);
}

static Object *get_itemsize(Machine *m, Object *o)
{
    return int_from_i64(m, as_array(o)->kind->itemsize);
}

const GetSetDef array_getset[] = {
    {"typecode", get_typecode, NULL},
    {"itemsize", get_itemsize, NULL},
    {0},
};

const MethodDef array_methods[] = {
    {"append", array_append, METH_O, "Adds a value at the end."},
    {"buffer_info", array_buffer_info, METH_NOARGS,
     "The address of the memory, and how many items lie there."},
    {"byteswap", array_byteswap, METH_NOARGS, "Turns the bytes of every value round."},
    {"clear", array_clear, METH_NOARGS, "Takes all values out."},
    {"__copy__", array_copy, METH_NOARGS, NULL},
    {"count", array_count, METH_O, "How often a value occurs."},
    {"__deepcopy__", array_copy, METH_O, NULL},
    {"extend", array_method_extend, METH_O, "Adds all values of an iterable."},
    {"fromlist", array_fromlist, METH_O, "Adds the values of a list; all or none."},
    {"frombytes", array_frombytes, METH_O, "Adds the values that bytes hold."},
    {"fromunicode", array_fromunicode, METH_O, "Adds the characters of a str."},
    {"index", array_index, METH_FASTCALL, "The first place of a value."},
    {"insert", array_method_insert, METH_FASTCALL, "Adds a value before an index."},
    {"pop", array_pop, METH_FASTCALL, "Takes a value out."},
    {"remove", array_remove, METH_O, "Takes out the first of a value."},
    {"reverse", array_reverse, METH_NOARGS, "Turns the order round."},
    {"tobytes", array_tobytes, METH_NOARGS, "The memory as bytes."},
    {"tolist", array_tolist, METH_NOARGS, "The values as a list."},
    {"tounicode", array_tounicode, METH_NOARGS, "The characters as a str."},
    {"__class_getitem__", generic_alias_class_getitem, METH_O | METH_CLASS, NULL},
    {0},
};
