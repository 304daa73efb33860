/* From the syntax tree to bytecode: Python/compile.c.  Private to compile*.c.
 *
 * One unit is under way for each code object, innermost first.  A function that compiles returns
 * false when it cannot go on: then either compiler->error is filled in, or an exception is set.  The
 * compiler runs before the first event or inside one instruction, and so may use the host's memory. */
#ifndef PYVIZ_MACHINE_COMPILER_H
#define PYVIZ_MACHINE_COMPILER_H

#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>
#include <pyviz/lang/symtable.h>
#include <pyviz/machine/errors.h>

#include "code.h"

/* CPython's STACK_USE_GUIDELINE: displays longer than this are built piece by piece. */
enum { STACK_USE_GUIDELINE = 30 };

struct loop {
    struct loop *outer;
    int continue_label, break_label;
    bool has_iterator; /* a for: its iterator is on the stack while the body runs */
};

struct unit {
    struct unit *outer;
    struct symtable_block *block;
    /* comprehensions inlined into this unit that are being compiled, innermost last (PEP 709) */
    struct symtable_block **inlined;
    int ninlined;
    Object *name, *qualname;
    instruction *code; /* jumps carry label numbers until the unit is assembled */
    struct pos *positions;
    int size, capacity;
    int *labels; /* instruction indices; -1 while not placed */
    int nlabels, label_capacity;
    Object *consts;          /* list */
    int *const_map;          /* place among the module's constants -> index here, -1: not here */
    ssize_t const_map_size;
    const char **names;      /* of globals and attributes */
    int nnames, name_capacity;
    const char **localsplus; /* interned in the tree; the free ones last once assembled */
    int nlocalsplus, localsplus_capacity, nfree;
    bool *is_cell;
    struct loop *loop;
    struct pos pos; /* of what is being compiled */
    struct pos fstring; /* the outermost f-string around it; line 0: none */
    int flags, argcount, posonlyargcount, kwonlyargcount, firstlineno;
    Object *docstring; /* or NULL */
    bool in_function;
};

struct compiler {
    Machine *m;
    const struct source *source;
    const struct symtable *symtable;
    struct arena *arena;
    struct unit *unit;
    struct diagnostic *error;
    Object *const_cache; /* list: every constant of the module, merged across functions */
    struct const_table *const_table;
    struct fold_table *folded;
    struct late_const *late; /* tuples that CPython makes when it optimizes the unit's code */
    int nlate, late_capacity;
    Object *filename;
};

/* ---- compiler.c: units, instructions, names ---- */
bool unit_enter(struct compiler *c, struct symtable_block *block, Object *name /* steals */, int line);
/* Assembles the innermost unit and leaves it: a new CodeObject, or NULL. */
Object *unit_leave(struct compiler *c);
void unit_abandon(struct compiler *c);
bool emit_op(struct compiler *c, enum opcode op, int arg);
int label_new(struct compiler *c);
void label_place(struct compiler *c, int label);
/* The index of a constant (stolen; NULL passes an error on) among the unit's, merged with equal ones. */
int const_index(struct compiler *c, Object *value);
bool emit_const(struct compiler *c, Object *value /* stolen */);
/* The same for one that stands in the place of a node of the tree: see fold_hold. */
bool emit_tree_const(struct compiler *c, Object *value /* stolen */);
/* The same for one that CPython makes of others only when the unit's code is complete. */
bool emit_late_const(struct compiler *c, Object *value /* stolen */);
/* Its place among the module's constants (stolen), -1 on error. */
ssize_t const_place(struct compiler *c, Object *value, bool in_tree);
/* Replaces the items of a new tuple by the module's equal constants. */
bool merge_items(struct compiler *c, Object *tuple);
int name_index(struct compiler *c, const char *name);
int local_index(struct compiler *c, const char *name); /* the slot; added if new */
bool emit_name(struct compiler *c, const char *name, enum expr_context context);
const char *mangled(struct compiler *c, const char *name);
Object *str_of(struct compiler *c, const char *name); /* a new interned str */
/* Right Python that is not simulated: fills in the error, returns false. */
bool refuse(struct compiler *c, struct pos pos, const char *what);
bool syntax_error(struct compiler *c, struct pos pos, const char *message);
/* Sets the position of what is emitted from now on; returns the one before. */
struct pos at(struct compiler *c, struct pos pos);

/* ---- compile_fold.c ---- */
/* The value of an expression that CPython's optimizer folds to a constant (a new reference); NULL
 * without an exception if it is none. */
Object *fold_constant(struct compiler *c, const struct expr *e);
bool is_constant(struct compiler *c, const struct expr *e);
/* What is known of the nodes, from the first question on. */
void fold_begin(struct compiler *c);
void fold_end(struct compiler *c);
/* Notes that CPython's tree holds a value that takes this node's place. */
bool fold_hold(struct compiler *c, const struct expr *e, Object *value);
/* A tuple of the constants' values, or NULL without an exception if one is not constant. */
Object *fold_all(struct compiler *c, const struct expr_list *items);
bool const_equal(Machine *m, Object *a, Object *b);
uint64_t const_hash(Machine *m, Object *o);

/* ---- compile_expr.c ---- */
bool compile_expr(struct compiler *c, const struct expr *e);
bool compile_iterable(struct compiler *c, const struct expr *e); /* of for, or right of `in` */
bool compile_store(struct compiler *c, const struct expr *target);
bool compile_jump_if(struct compiler *c, const struct expr *test, int label, bool condition);
/* Where an attribute, or a call of it, stands if it does not end on its first line: at its name.
 * Python/compile.c: update_start_location_to_match_attr. */
struct pos attribute_pos(struct pos pos, const struct expr *attribute);
enum number_op number_op_of(enum operator op);

/* ---- compile_call.c ---- */
bool compile_call(struct compiler *c, const struct expr *e);
/* A display [..], (..), {..}: the items on top of `pushed` values already there. */
bool compile_display(struct compiler *c, const struct expr_list *items, enum opcode build,
                     enum opcode add, enum opcode extend, bool tuple);

/* ---- compile_function.c ---- */
bool compile_lambda(struct compiler *c, const struct expr *e);
bool compile_function_def(struct compiler *c, const struct stmt *s);
bool compile_comprehension(struct compiler *c, const struct expr *e);
bool make_function(struct compiler *c, Object *code /* stolen */, int flags);

/* ---- compile_warn.c: what goes to standard error as a SyntaxWarning ---- */
void warn_about_literals(struct compiler *c); /* of the whole source */
void warn_about_compare(struct compiler *c, const struct expr *e);
void warn_about_call(struct compiler *c, const struct expr *callee);
void warn_about_subscript(struct compiler *c, const struct expr *e);
void warn_about_assert(struct compiler *c, const struct stmt *s);

/* ---- compile_stmt.c ---- */
bool compile_body(struct compiler *c, const struct stmt_list *body);

#endif
