/* What the comments and the docstring of a program tell its audience.
 *
 * Every Python file is a scenario; what is added for the audience stands where python3 ignores it:
 *
 *     """The title
 *     The introduction, shown before the first step.
 *     """
 *     # %% A chapter
 *     # The narration of the statement directly below: whole-line comments, no blank line between.
 *     d = {}
 *     # pyviz: show d
 *
 * What is narration: the comment lines directly above a logical line, without directives, shebang,
 * coding line, rulers (`# -----`) and marks for other tools (`# noqa`, `# type: ignore`, `# fmt:
 * off`
 * ...).  A chapter mark cuts the block in two.  A block above an `else:` or a `finally:`, which are
 * never executed themselves, belongs to the first statement inside; one above a decorator to the
 * def below, too.  A block with a blank line behind it is none: so are licences, and code that was
 * taken out.  A copyright or licence notice at the head of the file is none either way.
 *
 * A directive holds from its line on, in the order of the text, whatever is called from where.
 *
 * Comments are the lexer's: a '#' inside a string is none.  Everything lies in the arena. */
#ifndef PYVIZ_LANG_SCENARIO_H
#define PYVIZ_LANG_SCENARIO_H

#include <pyviz/base/arena.h>
#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>

#include <stdbool.h>
#include <stddef.h>

enum scenario_detail {
    SCENARIO_DETAIL_UNSET, /* no directive says */
    SCENARIO_DETAIL_STATEMENTS,
    SCENARIO_DETAIL_OPERATIONS,
    SCENARIO_DETAIL_EVERYTHING,
};

struct scenario_chapter {
    int line;          /* of its mark, from 1 */
    const char *title; /* "" if the mark has none */
};

/* A run of lines that Python reads as one: a statement or the header of one. */
struct scenario_line {
    int first, last;       /* lines from 1 */
    const char *narration; /* without '#', lines joined by '\n'; "" if there is none */
};

/* `# pyviz: show NAME...`, `# pyviz: detail LEVEL` or `# pyviz: view NAME` */
struct scenario_directive {
    int line;
    enum scenario_detail detail; /* SCENARIO_DETAIL_UNSET: it is another one */
    struct identifier_list show; /* interned in module->identifiers; empty: it is another one */
    const char *view;            /* one of scenario_views; NULL: it is another one */
};

struct scenario {
    const char *title;        /* first line of the docstring; "" without one */
    const char *introduction; /* the rest of it, without common indentation; "" without one */
    struct scenario_line *lines;
    size_t line_count;
    struct scenario_chapter *chapters;
    size_t chapter_count;
    struct scenario_directive *directives;
    size_t directive_count;
    const char **inputs; /* what `# pyviz: input TEXT` answers to input(), in order */
    size_t input_count;
};

/* Reads the comments of a source that has been parsed.  An unknown or malformed directive is an
 * error (DIAGNOSTIC_DIRECTIVE), with its place. */
bool scenario_read(const struct source *src, const struct module *module, struct arena *arena,
                   struct scenario **out, struct diagnostic *error);

/* What the author says at the statement of this line, which may be any line of it; "" if nothing.
 */
const char *scenario_narration(const struct scenario *scenario, int line);
/* The chapter that the line stands in, from 0; -1 before the first. */
int scenario_chapter_at(const struct scenario *scenario, int line);
/* The names on stage at this line; NULL where no directive says. */
const struct identifier_list *scenario_show_at(const struct scenario *scenario, int line);
/* The view that is wanted at this line; NULL where no directive says. */
const char *scenario_view_at(const struct scenario *scenario, int line);
/* The views that can be asked for; ends with NULL. */
extern const char *const scenario_views[];
/* What the first `# pyviz: detail LEVEL` says. */
enum scenario_detail scenario_first_detail(const struct scenario *scenario);

#endif
