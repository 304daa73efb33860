/* From the syntax tree to bytecode: Python/compile.c.  Private to compile*.c.
 *
 * One unit is under way for each code object, innermost first.  A function that compiles returns
 * false when it cannot go on: then either compiler->error is filled in, or an exception is set.
 * The compiler runs before the first event or inside one instruction, and so may use the host's
 * memory. */
#ifndef PYVIZ_MACHINE_COMPILER_H
#define PYVIZ_MACHINE_COMPILER_H

#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>
#include <pyviz/lang/symtable.h>
#include <pyviz/machine/errors.h>

#include "code.h"

/* CPython's STACK_USE_GUIDELINE: displays longer than this are built piece by piece. */
enum { STACK_USE_GUIDELINE = 30 };

/* What is around the statement being compiled and has to be left properly: Python/compile.c: struct
 * fblockinfo. */
enum block_kind_around {
    AROUND_WHILE,
    AROUND_FOR,           /* its iterator is on the stack while the body runs */
    AROUND_TRY,           /* the body of a try with except clauses */
    AROUND_FINALLY_TRY,   /* what a finally follows: is compiled on the way out */
    AROUND_FINALLY,       /* the finally itself, when it runs because of an exception */
    AROUND_WITH,          /* __exit__ is called on the way out */
    AROUND_HANDLER,       /* the except clauses as a whole */
    AROUND_HANDLER_BODY,  /* one except clause: its name is deleted on the way out */
    AROUND_GROUP_HANDLER, /* the clauses of an except* */
    AROUND_VALUE,         /* a value to be returned lies on the stack meanwhile */
};
struct around {
    struct around *outer;
    enum block_kind_around kind;
    int continue_label, break_label; /* of loops */
    const struct stmt_list *finalbody;
    const char *name; /* AROUND_HANDLER_BODY: or NULL */
    struct pos pos;   /* AROUND_WITH: the manager's expression */
    bool async;       /* AROUND_WITH: what the exit gives is awaited */
};

/* A stretch of instructions with a handler, while it is compiled. */
struct protection {
    int outer;  /* index of the one around it, -1: none */
    int start;  /* the instruction at which the stack's depth is taken */
    int label;  /* the handler */
    int adjust; /* added to the depth: -1 where a value on top goes as well */
    bool push_lasti;
};

enum { LATE_CONST = 1 << 24 };

/* Where in an array of names each of them stands, by open addressing: compile_names.c. */
struct name_places {
    int *slot; /* the index plus 1, 0: free */
    int size;  /* a power of two, or 0 while the names are few and looked through */
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
    Object *consts; /* list */
    int *const_map; /* place among the module's constants -> index here, -1: not here */
    ssize_t const_map_size;
    int *const_order; /* by index: in which order they follow; from LATE_CONST on: made late */
    int consts_met;
    const char **names; /* of globals and attributes */
    int nnames, name_capacity;
    struct name_places name_places;
    const char **localsplus; /* interned in the tree; the free ones last once assembled */
    int nlocalsplus, localsplus_capacity, nfree;
    struct name_places local_places;
    bool *is_cell;
    struct around *around;
    struct protection *protections;
    int nprotections, protection_capacity;
    int protection;    /* the innermost open one, -1: none */
    int *protected_by; /* for each instruction, likewise */
    struct pos pos;    /* of what is being compiled */
    const struct expr
        *round;         /* the comprehension, of which a condition is being compiled, or NULL */
    int round_end;      /* where what the condition does not let through goes on */
    struct pos fstring; /* the outermost f-string around it; line 0: none */
    int flags, argcount, posonlyargcount, kwonlyargcount, firstlineno;
    Object *static_attributes; /* of a class body: set of the names assigned to self; else NULL */
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
    bool makes_text;         /* the constant is made here, of no constant in the tree */
    int nlate, late_capacity;
    Object *filename;
    const Object
        *cleaned;     /* the docstring that was made last, which the tree does not hold: borrowed */
    bool interactive; /* statements that are expressions show their values */
    const struct compile_options *options;
};

/* Room for one more behind the `count` items of an array. */
#define GROW(array, count, capacity)                                                               \
    do {                                                                                           \
        if ((count) == (capacity)) {                                                               \
            (capacity) = (capacity) ? (capacity)*2 : 16;                                           \
            (array) = base_realloc((array), (size_t)(capacity) * sizeof *(array));                 \
        }                                                                                          \
    } while (0)

/* ---- compiler.c: units, instructions, names ---- */
/* The slot of the class that is being made, in its body: another one than that of a __class__
 * around, since this is no interned name. */
extern const char class_cell_name[];
bool unit_enter(struct compiler *c, struct symtable_block *block, Object *name /* steals */,
                int line);
/* Assembles the innermost unit and leaves it: a new CodeObject, or NULL. */
Object *unit_leave(struct compiler *c);
bool emit_op(struct compiler *c, enum opcode op, int arg);
/* STATEMENT, unless the code is a library's. */
bool emit_statement(struct compiler *c, int line);
int label_new(struct compiler *c);
void label_place(struct compiler *c, int label);
/* The index of a constant (stolen; NULL passes an error on) among the unit's, merged with equal
 * ones. */
int const_index(struct compiler *c, Object *value);
bool emit_const(struct compiler *c, Object *value /* stolen */);
/* The same for one that stands in the place of a node of the tree: see fold_hold. */
bool emit_tree_const(struct compiler *c, Object *value /* stolen */);
/* The same for one that CPython makes of others only when the unit's code is complete. */
bool emit_late_const(struct compiler *c, Object *value /* stolen */);
/* Constants on the stack that become a tuple are one constant: Python/flowgraph.c:
 * fold_tuple_on_constants.  The single ones have had their places before; up to 3.11 they stay. */
bool emit_folded_tuple(struct compiler *c, Object *folded);
/* What the last n instructions have put on the stack becomes a tuple: one constant, if all of
 * that is constant.  No label lies between them. */
bool emit_tuple(struct compiler *c, int n);
/* Replaces the items of a new tuple by the module's equal constants. */
bool merge_items(struct compiler *c, Object *tuple);
int name_index(struct compiler *c, const char *name);
int local_index(struct compiler *c, const char *name); /* the slot; added if new */
bool emit_name(struct compiler *c, const char *name, enum expr_context context);
const char *mangled(struct compiler *c, const char *name);
Object *str_of(struct compiler *c, const char *name); /* a new interned str */
/* The name of what has none in the source, "<lambda>": CPython has those from the start. */
Object *str_of_nameless(struct compiler *c, const char *name);
/* Right Python that is not simulated: fills in the error, returns false. */
bool refuse(struct compiler *c, struct pos pos, const char *what);
bool syntax_error(struct compiler *c, struct pos pos, const char *message);
/* Sets the position of what is emitted from now on; returns the one before. */
struct pos emit_position(struct compiler *c, struct pos pos);
bool emit_annotations(struct compiler *c);
bool emit_docstring(struct compiler *c, struct stmt_list *body);

/* SETUP_FINALLY and its kind: from here on exceptions go to the label.  protection_end:
 * POP_BLOCK. */
void protection_begin(struct compiler *c, int label, bool push_lasti, int adjust);
void protection_end(struct compiler *c);

/* ---- compile_fold.c ---- */
/* The value of an expression that CPython's optimizer folds to a constant (a new reference); NULL
 * without an exception if it is none. */
Object *fold_constant(struct compiler *c, const struct expr *e);
/* What __doc__ becomes: compile_doc.c. */
Object *compile_docstring(struct compiler *c, const struct expr *e);
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
/* CALL of what is on the stack, with `before` arguments there already, and these behind them. */
bool compile_class_arguments(struct compiler *c, const struct expr_list *args,
                             const struct keyword_list *keywords, int before);
/* A display [..], (..), {..}: the items on top of `pushed` values already there. */
bool compile_display(struct compiler *c, const struct expr_list *items, enum opcode build,
                     enum opcode add, enum opcode extend, bool tuple);

/* ---- compile_function.c ---- */
bool compile_lambda(struct compiler *c, const struct expr *e);
/* The calls of what is above a def or a class, its value on top of them. */
bool compile_decorator_calls(struct compiler *c, const struct expr_list *decorators);
bool compile_function_def(struct compiler *c, const struct stmt *s);
bool enter_function(struct compiler *c, const void *node, Object *name /* stolen */, int line);
bool compile_comprehension(struct compiler *c, const struct expr *e);
/* The way back to the next round of a comprehension, to who is told of lines. */
bool emit_way_back(struct compiler *c, const struct expr *e);
/* Gives the free variables their slots, by name, and fills them from the closure. */
bool emit_free_variables(struct compiler *c);
bool make_function(struct compiler *c, Object *code /* stolen */, int flags);

/* ---- compile_warn.c: what goes to standard error as a SyntaxWarning ---- */
/* Of the whole source; text NULL: its lines cannot be shown. */
void warn_about_literals(Machine *m, const struct source *source, const char *filename,
                         const struct SourceText *text);
void warn_about_compare(struct compiler *c, const struct expr *e);
void warn_about_call(struct compiler *c, const struct expr *callee);
void warn_about_subscript(struct compiler *c, const struct expr *e);
void warn_about_assert(struct compiler *c, const struct stmt *s);

/* ---- compile_unparse.c ---- */
/* An annotation: its value, or under `from __future__ import annotations` its text. */
bool compile_annotation(struct compiler *c, const struct expr *e);

/* ---- compile_import.c ---- */
bool compile_import(struct compiler *c, const struct stmt *s);
bool compile_import_from(struct compiler *c, const struct stmt *s);

/* ---- compile_class.c ---- */
bool compile_class_def(struct compiler *c, const struct stmt *s);
/* An attribute is assigned to: if of self, its class gets to know. */
bool note_static_attribute(struct compiler *c, const struct expr *attribute);

/* ---- compile_generic.c ---- */
enum type_intrinsic {
    TYPE_VAR_NEW,
    TYPE_VAR_WITH_BOUND,
    TYPE_VAR_WITH_CONSTRAINTS,
    TYPE_PARAM_SPEC_NEW,
    TYPE_VAR_TUPLE_NEW,
    TYPE_SET_DEFAULT,
    TYPE_ALIAS_NEW,
    TYPE_SUBSCRIPT_GENERIC,
    TYPE_SET_PARAMS
};
/* The defaults are on the stack, as the flags say; pushes the function. */
bool compile_generic_function(struct compiler *c, const struct stmt *s, int flags);
bool compile_generic_class(struct compiler *c, const struct stmt *s);
bool compile_type_alias(struct compiler *c, const struct stmt *s);
/* compile_function.c: annotations and body; the defaults are on the stack; pushes the function.
 * compile_class.c: without decorators; pushes the class. */
bool compile_bare_function(struct compiler *c, const struct stmt *s, int flags);
bool compile_bare_class(struct compiler *c, const struct stmt *s, const struct expr_list *bases);

/* ---- compile_match.c ---- */
bool compile_match(struct compiler *c, const struct stmt *s);

/* ---- compile_stmt.c ---- */
bool compile_body(struct compiler *c, const struct stmt_list *body);

/* ---- compile_try.c ---- */
bool compile_try(struct compiler *c, const struct stmt *s);
bool compile_with(struct compiler *c, const struct stmt *s);
void around_push(struct compiler *c, struct around *block, enum block_kind_around kind);
/* The block, and what a failure has left inside of it. */
void around_pop(struct compiler *c, const struct around *block);
/* Leaves everything up to the function, or (until_loop) up to the innermost loop, which is returned
 * in *loop; keep_top: the value on top stays there.  The protections are left as they are at the
 * point of the jump; the caller puts c->unit->protection back after it. */
bool compile_unwind(struct compiler *c, bool keep_top, bool until_loop, struct around **loop);
bool compile_yield(struct compiler *c, const struct expr *e);
bool compile_await(struct compiler *c, const struct expr *e);
/* YIELD_VALUE of what is on the stack, as the kind of generator needs it. */
bool emit_yield(struct compiler *c);
/* Awaits what is on the stack; where: GET_AWAITABLE's argument. */
bool emit_await(struct compiler *c, int where);
/* iterator -> iterator, its next value; label: where its end goes, with the exception on the
 * stack. */
bool emit_async_next(struct compiler *c, int label);

#endif
