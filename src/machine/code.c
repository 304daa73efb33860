#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "code.h"
#include "specs.h"

const char *opcode_name(enum opcode op)
{
    static const char *const names[] = {
#define OPCODE(name, effect) #name,
#include "opcode.def"
#undef OPCODE
    };
    return op < OPCODE_COUNT ? names[op] : "?";
}

static Object **code_field(CodeObject *code, int i)
{
    Object **const fields[] = {&code->name,  &code->qualname, &code->filename,       &code->consts,
                               &code->names, &code->localsplusnames, &code->docstring};
    return i < (int)(sizeof fields / sizeof *fields) ? fields[i] : NULL;
}

static int code_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    Object **field;
    for (int i = 0; (field = code_field((CodeObject *)o, i)); i++) {
        int r = *field ? visit(m, *field, arg) : 0;
        if (r)
            return r;
    }
    return 0;
}

static void code_dealloc(Machine *m, Object *o)
{
    CodeObject *code = (CodeObject *)o;
    Object **field;
    for (int i = 0; (field = code_field(code, i)); i++)
        clear_ref(m, *field);
    heap_free(m, code->code);
    heap_free(m, code->positions);
    heap_free(m, code->handlers);
    heap_free(m, code->hints);
    object_free(m, o, 192 + (size_t)code->size * 4);
}

static Object *code_repr(Machine *m, Object *o)
{
    CodeObject *code = (CodeObject *)o;
    return str_printf(m, "<code object %U at 0x%llx, file \"%U\", line %d>", code->name,
                      (unsigned long long)o->address, code->filename, code->firstlineno);
}

#define TEXT(field)                                                                                \
    static Object *get_##field(Machine *m, Object *o)                                              \
    {                                                                                              \
        (void)m;                                                                                   \
        return newref(((CodeObject *)o)->field);                                                   \
    }
#define NUMBER(field)                                                                              \
    static Object *get_##field(Machine *m, Object *o)                                              \
    {                                                                                              \
        return int_from_i64(m, ((CodeObject *)o)->field);                                          \
    }
TEXT(name)
TEXT(qualname)
TEXT(filename)
TEXT(consts)
TEXT(names)
NUMBER(argcount)
NUMBER(posonlyargcount)
NUMBER(kwonlyargcount)
NUMBER(firstlineno)
#undef TEXT
#undef NUMBER

static Object *get_stacksize(Machine *m, Object *o)
{
    return int_from_i64(m, ((CodeObject *)o)->co_stacksize);
}

static Object *get_flags(Machine *m, Object *o)
{
    return int_from_i64(m, ((CodeObject *)o)->flags & ~CODE_LIBRARY);
}

/* ---- which names are locals, cells and free ---------------------------------------------------- */

enum { NAME_LOCAL = 1, NAME_CELL = 2, NAME_FREE = 4 };

/* A cell is made by an instruction; a parameter that is one is a local as well. */
static int name_kind(const CodeObject *code, int slot)
{
    int parameters = code->argcount + code->kwonlyargcount + !!(code->flags & CODE_VARARGS) +
                     !!(code->flags & CODE_VARKEYWORDS);
    if (slot >= code->nlocalsplus - code->nfreevars)
        return NAME_FREE;
    for (int i = 0; i < code->size && INSTRUCTION_OP(code->code[i]) == OP_MAKE_CELL; i++)
        if ((int)INSTRUCTION_ARG(code->code[i]) == slot)
            return slot < parameters ? NAME_LOCAL | NAME_CELL : NAME_CELL;
    return NAME_LOCAL;
}

static Object *names_of_kind(Machine *m, const CodeObject *code, int kind)
{
    int n = 0;
    for (int i = 0; i < code->nlocalsplus; i++)
        n += (name_kind(code, i) & kind) != 0;
    Object *tuple = tuple_new(m, n);
    for (int i = 0, k = 0; tuple && k < n; i++)
        if (name_kind(code, i) & kind)
            ((TupleObject *)tuple)->item[k++] = newref(tuple_item(code->localsplusnames, i));
    return tuple;
}

static Object *get_varnames(Machine *m, Object *o)
{
    return names_of_kind(m, (CodeObject *)o, NAME_LOCAL);
}

static Object *get_cellvars(Machine *m, Object *o)
{
    return names_of_kind(m, (CodeObject *)o, NAME_CELL);
}

static Object *get_freevars(Machine *m, Object *o)
{
    return names_of_kind(m, (CodeObject *)o, NAME_FREE);
}

static Object *get_nlocals(Machine *m, Object *o)
{
    Object *names = get_varnames(m, o), *n = names ? int_from_i64(m, tuple_size(names)) : NULL;
    xdecref(m, names);
    return n;
}

static const GetSetDef code_getset[] = {
    {"co_name", get_name, NULL},
    {"co_qualname", get_qualname, NULL},
    {"co_filename", get_filename, NULL},
    {"co_argcount", get_argcount, NULL},
    {"co_posonlyargcount", get_posonlyargcount, NULL},
    {"co_kwonlyargcount", get_kwonlyargcount, NULL},
    {"co_firstlineno", get_firstlineno, NULL},
    {"co_stacksize", get_stacksize, NULL},
    {"co_flags", get_flags, NULL},
    {"co_consts", get_consts, NULL},
    {"co_names", get_names, NULL},
    {"co_varnames", get_varnames, NULL},
    {"co_cellvars", get_cellvars, NULL},
    {"co_freevars", get_freevars, NULL},
    {"co_nlocals", get_nlocals, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec code_spec = {
    .name = "code",
    .flags = TYPE_NO_NEW,
    .basicsize = 192,
    .size = sizeof(CodeObject),
    .getset = code_getset,
    .slots = {
        .tp_dealloc = code_dealloc,
        .tp_repr = code_repr,
        .tp_traverse = code_traverse,
    },
};
