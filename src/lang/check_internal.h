/* What check.c and check_match.c share. */
#ifndef PYVIZ_LANG_CHECK_INTERNAL_H
#define PYVIZ_LANG_CHECK_INTERNAL_H

#include <pyviz/lang/check.h>

enum check_scope_kind {
    CHECK_MODULE,
    CHECK_CLASS,
    CHECK_FUNCTION,
    CHECK_ASYNC_FUNCTION,
    CHECK_COMPREHENSION,
};

enum check_block_kind { CHECK_LOOP, CHECK_EXCEPT_STAR, CHECK_OTHER };

/* The blocks around a statement, within its function (struct fblockinfo). */
struct check_frame {
    enum check_block_kind kind;
    size_t depth; /* how many they are, this one included */
    const struct check_frame *outer;
};

struct check_scope {
    enum check_scope_kind kind;
    const struct check_frame *frames;   /* the innermost block */
    size_t around;                      /* blocks that CPython lays around the whole body */
    const struct symtable_block *block; /* of a def; otherwise NULL */
};

struct check {
    const struct source *src;
    const struct symtable *table;
    struct diagnostic *error;
    const struct check_options *options;
    struct check_scope scope;
    bool augmented; /* the target of an augmented assignment is being read */
    bool failed;
};

/* A SyntaxError at pos, unless there is one already; returns false. */
bool check_error(struct check *c, struct pos pos, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Refuses __debug__; name may be NULL. */
void check_stored_name(struct check *c, const char *name, struct pos pos);
void check_expr(struct check *c, const struct expr *e);
void check_statements(struct check *c, const struct stmt_list *body);

/* check_match.c */
void check_match(struct check *c, const struct stmt *s);

#endif
