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
NUMBER(argcount)
NUMBER(posonlyargcount)
NUMBER(kwonlyargcount)
NUMBER(firstlineno)
#undef TEXT
#undef NUMBER

static Object *get_varnames(Machine *m, Object *o)
{
    CodeObject *code = (CodeObject *)o;
    return tuple_from_array(m, ((TupleObject *)code->localsplusnames)->item,
                            code->nlocalsplus - code->nfreevars);
}

static const GetSetDef code_getset[] = {
    {"co_name", get_name, NULL},
    {"co_qualname", get_qualname, NULL},
    {"co_filename", get_filename, NULL},
    {"co_argcount", get_argcount, NULL},
    {"co_posonlyargcount", get_posonlyargcount, NULL},
    {"co_kwonlyargcount", get_kwonlyargcount, NULL},
    {"co_firstlineno", get_firstlineno, NULL},
    {"co_varnames", get_varnames, NULL},
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
