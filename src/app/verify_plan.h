/* The statements of a program, numbered as they stand in the file, for both sides of `verify`: what
 * begins at an instruction of CPython's, and what a statement event of the machine's is about.
 *
 * A docstring is no statement.  An `except` clause is one, as a tracer sees it. */
#ifndef PYVIZ_APP_VERIFY_PLAN_H
#define PYVIZ_APP_VERIFY_PLAN_H

#include <pyviz/base/buffer.h>
#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>

struct plan_statement {
    const char *kind; /* "def", "for", ...: what the observer's rules ask for; else "-" */
    struct pos pos;
    struct pos first; /* where its decorators begin, or as pos */
    int parent;       /* the statement around it, -1: none; a def's body has none */
    int final;        /* the innermost try in whose finally it stands, -1: none */
    int scope;        /* the def or class whose body it is part of, -1: the module */
    bool may_vanish;  /* CPython's compiler may leave nothing of it */
    bool has_code;    /* CPython has an instruction at which it begins, says the observer */
};

struct plan {
    struct plan_statement *statement;
    int count, cap;
    struct buffer imports; /* a line a module, or a module and what is taken from it */
};

void plan_make(struct plan *plan, const struct module *tree);
void plan_free(struct plan *plan);
/* The statement that begins there, or -1. */
int plan_find(const struct plan *plan, int line, int col);
/* A line a statement. */
void plan_write(const struct plan *plan, struct buffer *out);
/* The words of the text that could be names or parts of text, each once or oftener: a line a
 * word. */
void plan_write_words(const struct source *source, struct buffer *out);

#endif
