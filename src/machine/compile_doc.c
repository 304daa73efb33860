/* Docstrings lose their indentation since CPython 3.13 (Python/compile.c: _PyCompile_CleanDoc):
 * tabs become spaces, the first line loses all of its leading ones, the others as many as they all
 * have, but for blank lines.  What has nothing to lose stays the object that it is. */
#include <pyviz/machine/profile.h>
#include <pyviz/machine/str.h>

#include "compiler.h"

static ssize_t line_end(const Object *doc, ssize_t at)
{
    while (at < str_len(doc) && str_at(doc, at) != '\n')
        at++;
    return at < str_len(doc) ? at + 1 : at;
}

static ssize_t indentation(const Object *doc, ssize_t start)
{
    ssize_t at = start;
    while (at < str_len(doc) && str_at(doc, at) == ' ')
        at++;
    return at - start;
}

/* What all lines from `start` on are indented by. */
static ssize_t common_indentation(const Object *doc, ssize_t start)
{
    ssize_t margin = -1;
    for (ssize_t at = start; at < str_len(doc); at = line_end(doc, at)) {
        ssize_t n = indentation(doc, at);
        bool is_blank = at + n == str_len(doc) || str_at(doc, at + n) == '\n';
        if (!is_blank && (margin < 0 || n < margin))
            margin = n;
    }
    return margin < 0 ? 0 : margin;
}

/* The reference to doc goes over. */
static Object *without_indentation(Machine *m, Object *doc)
{
    ssize_t first = indentation(doc, 0), rest = line_end(doc, 0);
    ssize_t margin = common_indentation(doc, rest);
    if (first == 0 && margin == 0)
        return doc;
    StrWriter w = {0};
    int status = str_writer_range(m, &w, doc, first, rest);
    for (ssize_t at = rest; status == 0 && at < str_len(doc); at = line_end(doc, at)) {
        ssize_t n = indentation(doc, at);
        status = str_writer_range(m, &w, doc, at + (n < margin ? n : margin), line_end(doc, at));
    }
    decref(m, doc);
    return str_writer_finish(m, &w);
}

Object *compile_docstring(struct compiler *c, const struct expr *e)
{
    Machine *m = c->m;
    Object *doc = fold_constant(c, e);
    if (!doc || !m->profile->docstrings_cleaned)
        return doc;
    Object *expanded = str_expand_tabs(m, doc, 8);
    Object *cleaned = expanded ? without_indentation(m, expanded) : NULL;
    if (cleaned != doc)
        c->cleaned = cleaned;
    decref(m, doc);
    return cleaned;
}
