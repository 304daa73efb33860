/* Which names each block binds, and where each name that it uses lives (Python/symtable.c).
 *
 * A block is whatever gets a frame or a scope of its own: the module, a function, a lambda, a
 * class, a comprehension, a generator expression, and the annotation scopes of PEP 695 (type
 * parameters, the value of a `type` statement, bounds and defaults of type variables).  A first
 * walk notes what each block does with its names, a second decides: bound here, in a function
 * around it, global.
 *
 * Invariants of a finished table: each symbol's scope is decided; a FREE symbol of a block is CELL
 * or FREE in the block around it, up to the function that binds it (`__class__` and
 * `__classdict__` excepted, which a class provides without binding them).  Symbols stand in the
 * order in which the walk met them.  varnames holds the parameters only, in the order of
 * co_varnames: positional, keyword-only, *args, **kwargs (a comprehension's is ".0"); the locals
 * behind them are numbered by the compiler as it meets them, as CPython does.
 *
 * Everything lies in the arena; names are interned and compare as pointers. */
#ifndef PYVIZ_LANG_SYMTABLE_H
#define PYVIZ_LANG_SYMTABLE_H

#include <pyviz/base/arena.h>
#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>

#include <stdbool.h>
#include <stddef.h>

enum symtable_scope {
    SCOPE_UNKNOWN, /* symtable_scope's answer for a name that the block does not mention */
    SCOPE_LOCAL,
    SCOPE_GLOBAL_EXPLICIT, /* a global statement says so */
    SCOPE_GLOBAL_IMPLICIT, /* bound in no function around: global or builtin */
    SCOPE_FREE,            /* a cell of a block around this one */
    SCOPE_CELL,            /* local, and free in a block inside */
};

/* What a block does with a name; CPython's DEF_ flags (symtable.h: DEF_GLOBAL ...). */
enum symbol_flag {
    SYMBOL_GLOBAL = 1 << 0,     /* global statement */
    SYMBOL_LOCAL = 1 << 1,      /* assigned in the block */
    SYMBOL_PARAM = 1 << 2,      /* a parameter */
    SYMBOL_NONLOCAL = 1 << 3,   /* nonlocal statement */
    SYMBOL_USE = 1 << 4,        /* read */
    SYMBOL_FREE_CLASS = 1 << 6, /* free in a method, and bound in this class too */
    SYMBOL_IMPORT = 1 << 7,     /* bound by an import */
    SYMBOL_ANNOT = 1 << 8,      /* annotated */
    SYMBOL_COMP_ITER = 1 << 9,  /* a comprehension's target */
    SYMBOL_TYPE_PARAM = 1 << 10,
    SYMBOL_COMP_CELL = 1 << 11, /* a cell of a comprehension that is inlined here (PEP 709) */
    SYMBOL_BOUND = SYMBOL_LOCAL | SYMBOL_PARAM | SYMBOL_IMPORT | SYMBOL_TYPE_PARAM,
};

struct symbol {
    const char *name;
    unsigned flags; /* enum symbol_flag, or-ed */
    enum symtable_scope scope;
};

enum symtable_block_kind {
    BLOCK_MODULE,
    BLOCK_FUNCTION, /* def, lambda, comprehension, generator expression */
    BLOCK_CLASS,
    BLOCK_ANNOTATION, /* an annotation under `from __future__ import annotations`: it is found by
                         its node, but is no child of its parent, and no scope is decided */
    BLOCK_TYPE_ALIAS, /* the value of a `type` statement */
    BLOCK_TYPE_PARAMETERS, /* [T] of a def, a class or a `type` statement */
    BLOCK_TYPE_VARIABLE,   /* the bound or the default of one type parameter */
};

enum symtable_comprehension {
    COMPREHENSION_NONE,
    COMPREHENSION_LIST,
    COMPREHENSION_DICT,
    COMPREHENSION_SET,
    COMPREHENSION_GENERATOR,
};

struct symtable_block {
    enum symtable_block_kind kind;
    const char *name; /* "top", the def's or class's name, "lambda", "listcomp", "genexpr" ... */
    const void *node; /* what symtable_block finds it by */
    struct pos pos;   /* of that node */
    struct symtable_block *parent;    /* NULL for the module */
    struct symtable_block **children; /* in source order */
    size_t child_count;
    struct symbol *symbols; /* in order of first mention */
    size_t symbol_count;
    struct symtable_index *index; /* of symbols by name */
    const char **varnames; /* of a function-like block: parameters, in order of co_varnames */
    size_t varname_count;
    /* what inlined comprehensions bind, at whatever depth; with repetitions */
    const char **inlined;
    size_t inlined_count;
    enum symtable_comprehension comprehension;
    bool nested;      /* inside a function, at whatever distance */
    bool has_free;    /* has free variables */
    bool child_free;  /* a block inside has free variables */
    bool generator;   /* has a yield: a generator, or with coroutine an async generator */
    bool coroutine;   /* async def, or an await in an asynchronous comprehension */
    bool varargs;     /* has *args */
    bool varkeywords; /* has **kwargs */
    bool returns_value;
    bool needs_class_closure; /* a class some method of which uses super() or __class__ */
    bool needs_classdict;     /* a class with an annotation scope inside: __classdict__ */
    bool can_see_class_scope; /* an annotation scope directly in a class */
    bool comp_inlined;        /* PEP 709: CPython 3.12 and later run it in the block around it */
    bool annotates;           /* has a statement `target: annotation` */
    bool declares;            /* names as global or nonlocal */
    bool has_docstring;       /* a def or a class whose body begins with one */
    /* how many parameters of each kind (co_posonlyargcount ...): argcount includes posonlyargcount
     */
    int argcount, posonlyargcount, kwonlyargcount;
    /* the class whose private names are mangled here, or NULL; if only_mangled is set, no names but
     * those (the type parameters of a generic class) */
    const char *private_class;
    struct identifier_list *only_mangled;
};

struct symtable {
    struct symtable_block *top;
    struct identifier_table *identifiers;
    bool future_annotations;      /* from __future__ import annotations */
    unsigned future;              /* enum symtable_future: what is imported from there */
    int future_line;              /* of the last future statement that may be one; 0: none */
    struct symtable_index *index; /* of blocks by node */
    size_t blocks, declaring;     /* how many there are; with names declared global or nonlocal */
};

/* The features of __future__ that code keeps a mark of in co_flags: Include/cpython/code.h. */
enum symtable_future {
    FUTURE_DIVISION = 0x20000,
    FUTURE_ABSOLUTE_IMPORT = 0x40000,
    FUTURE_WITH_STATEMENT = 0x80000,
    FUTURE_PRINT_FUNCTION = 0x100000,
    FUTURE_UNICODE_LITERALS = 0x200000,
    FUTURE_BARRY_AS_FLUFL = 0x400000,
    FUTURE_GENERATOR_STOP = 0x800000,
    FUTURE_ANNOTATIONS = 0x1000000,
    FUTURE_ALL = 0x1fe0000,
};

struct symtable_options {
    /* PEP 709, CPython 3.12 and later: the names of a list, set or dict comprehension are merged
     * into the block around it, its children become that block's, and comp_inlined is set. */
    bool inline_comprehensions;
    /* Before 3.13 the else of a try is walked before its handlers: names are met in that order. */
    bool else_before_handlers;
    /* Before 3.12 decorators are walked after annotations and bases. */
    bool decorators_last;
    unsigned future; /* enum symtable_future: as if they were imported from __future__ */
};

/* Builds the table of a module.  On failure *error holds the SyntaxError in CPython's words and the
 * result is false.  options NULL: as CPython 3.13. */
bool symtable_build(const struct module *module, const struct source *src, struct arena *arena,
                    const struct symtable_options *options, struct symtable **out,
                    struct diagnostic *error);

/* The block of a node; NULL if it has none.  The node is: the struct module; the struct stmt of a
 * def or class; the struct expr of a lambda, comprehension or generator expression; the struct stmt
 * of a `type` statement for its value; for the type parameters of any of them the address of their
 * list (`&stmt->u.function_def.type_params`); the struct type_param for its bound, the address of
 * its default_value field for its default. */
struct symtable_block *symtable_block(const struct symtable *table, const void *node);

/* The symbol of an interned, mangled name in a block, or NULL. */
const struct symbol *symtable_symbol(const struct symtable_block *block, const char *name);
/* Its scope, SCOPE_UNKNOWN if the block does not mention it. */
enum symtable_scope symtable_scope(const struct symtable_block *block, const char *name);
/* The name as a block knows it: private names are mangled with the innermost class around it. */
const char *symtable_mangle(const struct symtable *table, const struct symtable_block *block,
                            const char *name);

#endif
