/* What the two walks of the symbol table share. */
#ifndef PYVIZ_LANG_SYMTABLE_INTERNAL_H
#define PYVIZ_LANG_SYMTABLE_INTERNAL_H

#include <pyviz/lang/symtable.h>

/* Pointers to values by open addressing: names to positions, nodes to blocks. */
struct symtable_index {
    struct symtable_slot {
        const void *key; /* NULL: free */
        void *value;
    } * slots;
    size_t slot_count, used;
};

/* The value, or NULL. */
void *symtable_index_get(const struct symtable_index *index, const void *key);
void symtable_index_put(struct symtable_index *index, struct arena *arena, const void *key,
                        void *value);
void symtable_index_remove(struct symtable_index *index, const void *key);

/* A place that a global or nonlocal statement, or a := in a comprehension, declares a name at. */
struct directive {
    struct directive *next;
    const struct symtable_block *block;
    const char *name;
    struct pos pos;
};

/* The names that the walks compare with, interned. */
struct symtable_names {
    const char *top, *lambda, *listcomp, *setcomp, *dictcomp, *genexpr, *annotation;
    const char *dot_zero, *super, *class, *classdict, *type_params, *dot_type_params;
    const char *generic_base, *defaults, *kwdefaults;
};

struct symtable_walk {
    struct symtable *table;
    const struct source *src;
    struct arena *arena;
    struct arena *scratch; /* for what nobody needs after the build */
    const struct symtable_options *options;
    struct symtable_names names;
    struct symtable_block *current;
    /* of the current block, while it is walked */
    struct block_state *state;
    const char *private_class;
    struct directive *directives, **last_directive;
    struct diagnostic *error;
    bool failed;
};

/* A SyntaxError at pos; returns false. */
bool symtable_error(struct symtable_walk *w, struct pos pos, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

struct symbol *symtable_find(const struct symtable_block *block, const char *name);
struct symbol *symtable_add_symbol(struct symtable_walk *w, struct symtable_block *block,
                                   const char *name);

/* Does it begin with a str of its own? */
bool symtable_has_docstring(const struct stmt_list *body);

/* future.c: notes in the table what the __future__ imports ask for, and the line of the last.  Only
 * a docstring may stand before them. */
void symtable_find_future(struct symtable_walk *w, const struct module *module);

/* The second walk: decides the scope of every name. */
bool symtable_analyze(struct symtable_walk *w);

#endif
