/* Frames, as those see them who tell of calls and statements. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/tuple.h>

#include "frame.h"

enum inspect_frame_kind inspect_frame_kind(const struct Frame *frame)
{
    int flags = frame->code->flags;
    return flags & CODE_ASYNC_GENERATOR ? FRAME_ASYNC_GENERATOR
           : flags & CODE_COROUTINE     ? FRAME_COROUTINE
           : flags & CODE_GENERATOR     ? FRAME_GENERATOR
                                        : FRAME_PLAIN;
}

/* Is it an instruction that changes what a local slot, or the cell in it, holds? */
static bool is_store(enum opcode op)
{
    return op == OP_STORE_FAST || op == OP_DELETE_FAST || op == OP_STORE_DEREF ||
           op == OP_DELETE_DEREF;
}

/* Functions inside it can bind a name by `nonlocal`; they know it as a free variable. */
static bool code_rebinds(const Machine *m, const CodeObject *code, const Object *name)
{
    for (int i = 0; i < code->size; i++)
        if (is_store(INSTRUCTION_OP(code->code[i])) &&
            tuple_item(code->localsplusnames, INSTRUCTION_ARG(code->code[i])) == name)
            return true;
    for (ssize_t i = 0; i < tuple_size(code->consts); i++) {
        const Object *o = tuple_item(code->consts, i);
        const CodeObject *inner = o->type == m->types.code ? (const CodeObject *)o : NULL;
        for (int n = inner ? inner->nlocalsplus - inner->nfreevars : 0;
             inner && n < inner->nlocalsplus; n++)
            if (tuple_item(inner->localsplusnames, n) == name && code_rebinds(m, inner, name))
                return true;
    }
    return false;
}

bool inspect_frame_rebinds(const Machine *m, const struct Frame *frame, size_t i)
{
    return code_rebinds(m, frame->code, tuple_item(frame->code->localsplusnames, (ssize_t)i));
}

bool inspect_frame_has_cell(const Machine *m, const struct Frame *frame, size_t i)
{
    return !frame->locals && frame->slot[i] && frame->slot[i]->type == m->types.cell;
}

/* Does a module's namespace bind it?  Names of code are interned: an object is enough. */
static Object *find_global(const Frame *frame, const Object *name)
{
    Object *key, *value;
    hash_t hash;
    for (ssize_t i = 0; dict_next(frame->globals, &i, &key, &value, &hash);)
        if (key == name)
            return value;
    return NULL;
}

bool inspect_next_global(const struct Frame *frame, size_t *at, Object **name, Object **value)
{
    const CodeObject *code = frame->code;
    while (*at < (size_t)code->size) {
        instruction i = code->code[(*at)++];
        if (INSTRUCTION_OP(i) != OP_LOAD_GLOBAL)
            continue;
        *name = tuple_item(code->names, INSTRUCTION_ARG(i));
        *value = find_global(frame, *name);
        if (*value)
            return true;
    }
    return false;
}

bool inspect_has_defaults(const Machine *m, const Object *function, const Object *tuple)
{
    return function->type == m->types.function &&
           ((const FunctionObject *)function)->defaults == tuple;
}

bool inspect_frame_has_default(const struct Frame *frame, size_t i)
{
    const FunctionObject *f = frame->function;
    const CodeObject *code = frame->code;
    if (!f || !frame->slot[i])
        return false;
    ssize_t defaults = f->defaults ? tuple_size(f->defaults) : 0;
    ssize_t at = (ssize_t)i - (code->argcount - defaults);
    if ((ssize_t)i < code->argcount)
        return at >= 0 && tuple_item(f->defaults, at) == frame->slot[i];
    Object *name, *value;
    hash_t hash;
    for (ssize_t n = 0; f->kwdefaults && dict_next(f->kwdefaults, &n, &name, &value, &hash);)
        if (name == tuple_item(code->localsplusnames, (ssize_t)i))
            return value == frame->slot[i];
    return false;
}

bool inspect_next_enclosed(const struct Frame *frame, size_t *at, Object **name, Object **value)
{
    const CodeObject *code = frame->code;
    const Object *closure = frame->function ? frame->function->closure : NULL;
    while (closure && *at < (size_t)tuple_size(closure)) {
        ssize_t i = (ssize_t)(*at)++;
        *name = tuple_item(code->localsplusnames, code->nlocalsplus - code->nfreevars + i);
        *value = ((const CellObject *)tuple_item(closure, i))->value;
        if (*value)
            return true;
    }
    return false;
}

uint64_t inspect_statements(const Machine *m)
{
    return (uint64_t)m->history.count * m->history.stride + m->history.waiting;
}

uint64_t inspect_news(const Machine *m)
{
    return m->history.early;
}
