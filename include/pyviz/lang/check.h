/* The syntax errors that neither the grammar nor the scopes of names show, and that CPython finds
 * while it compiles: 'return' outside function, 'break' outside loop, 'await' outside async
 * function, two starred targets, default 'except:' must be last, an unreachable case ...
 * (Python/codegen.c, Python/compile.c, Python/ast.c). */
#ifndef PYVIZ_LANG_CHECK_H
#define PYVIZ_LANG_CHECK_H

#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>
#include <pyviz/lang/symtable.h>

#include <stdbool.h>

/* How many blocks may lie in each other (Include/cpython/code.h: CO_MAXBLOCKS). */
struct check_options {
    size_t max_blocks;     /* 20 up to 3.12, 21 since 3.13 */
    bool generator_block;  /* since 3.13 the body of a generator or coroutine lies in one */
    bool names_yield_from; /* since 3.13: 'yield from' outside function, not 'yield' */
};

/* True if the tree has none of them; otherwise *error is the first that CPython would meet.  The
 * table is the one that symtable_build made of the module. */
bool check_module(const struct module *module, const struct symtable *table,
                  const struct source *src, const struct check_options *options,
                  struct diagnostic *error);

#endif
