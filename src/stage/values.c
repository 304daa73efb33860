#include "values.h"

#include <pyviz/base/ascii.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <stdio.h>
#include <string.h>

enum { TOKENS_MOST = 256 };

/* A token of the statement, and whether it is a name that means nothing yet. */
struct word {
    const struct scan_token *token;
    const char *text;
    int depth; /* brackets open */
    bool hidden;
};

struct statement {
    int count;
    struct word word[TOKENS_MOST];
};

static bool word_is(const struct word *w, const char *text)
{
    return w->token->len == strlen(text) && memcmp(w->text, text, w->token->len) == 0;
}

static bool same_text(const struct word *a, const struct word *b)
{
    return a->token->len == b->token->len && memcmp(a->text, b->text, a->token->len) == 0;
}

/* ---- what the statement binds ---------------------------------------------------------------- */

/* One `=`, as `x = 1` has and `x == 1` and `x += 1` have not; `end` is the text's. */
static bool is_assignment(const char *at, const char *begin, const char *end)
{
    char before = at > begin ? at[-1] : ' ', behind = at + 1 < end ? at[1] : ' ';
    return *at == '=' && behind != '=' && !strchr("=!<>+-*/%&|^@", before);
}

/* What stands between two words: brackets open and close; what was in front of `=` is bound. */
static void pass_gap(struct statement *s, const char *from, const char *to, int *depth)
{
    for (const char *at = from; at < to; at++) {
        *depth +=
            (*at == '(' || *at == '[' || *at == '{') - (*at == ')' || *at == ']' || *at == '}');
        if (!is_assignment(at, from, to))
            continue;
        bool last_only = *depth > 0 || (at > from && at[-1] == ':');
        for (int i = last_only ? s->count - 1 : 0; i >= 0 && i < s->count; i++)
            s->word[i].hidden |= s->word[i].depth == *depth;
    }
}

static void split(struct statement *s, const struct scan *scan, const struct source *source,
                  size_t line)
{
    size_t i = scan_first(scan, line), end = scan_first(scan, scan_last_line(scan, line) + 1), len;
    const char *behind = source_line(source, line, &len);
    int depth = 0;
    s->count = 0;
    for (; i < end && s->count < TOKENS_MOST; i++) {
        const struct scan_token *t = &scan->token[i];
        const char *text = source_line(source, t->line, &len) + t->start;
        pass_gap(s, behind, text, &depth);
        s->word[s->count++] = (struct word){t, text, depth, t->kind != SCAN_NAME || t->attribute};
        behind = text + t->len;
    }
}

/* A comprehension's or a lambda's own name: it means nothing anywhere in the statement. */
static void hide_everywhere(struct statement *s, int own)
{
    for (int i = 0; i < s->count; i++)
        s->word[i].hidden |= same_text(&s->word[i], &s->word[own]);
}

/* What stands between `for` and `in`, between `lambda` and its colon, behind `as`. */
static void hide_bound(struct statement *s)
{
    for (int i = 0; i < s->count; i++) {
        const struct word *w = &s->word[i];
        if (w->token->kind != SCAN_KEYWORD)
            continue;
        bool loop = word_is(w, "for"), lambda = word_is(w, "lambda");
        if (word_is(w, "as") && i + 1 < s->count)
            s->word[i + 1].hidden = true;
        for (int n = i + 1; loop && n < s->count && !word_is(&s->word[n], "in"); n++) {
            if (i > 0)
                hide_everywhere(s, n);
            s->word[n].hidden = true;
        }
        for (int n = i + 1; lambda && n < s->count; n++) {
            hide_everywhere(s, n);
            if (strchr(s->word[n].text, ':') == s->word[n].text + s->word[n].token->len)
                break;
        }
    }
}

/* Definitions and imports work nothing out of names. */
static bool is_definition(const struct statement *s)
{
    static const char *const first[] = {"def", "class", "async", "import", "from"};
    for (size_t i = 0; s->count && i < sizeof first / sizeof *first; i++)
        if (word_is(&s->word[0], first[i]))
            return true;
    return false;
}

/* ---- what the names mean --------------------------------------------------------------------- */

/* Does its repr say all that there is, in a few words? */
static bool is_plain(const Machine *m, const Object *o)
{
    if (!o)
        return false;
    if (is_int(o) || is_float(o) || is_str(o) || is_bytes(o) || o == m->none ||
        o->type == m->types.complex)
        return true;
    struct buffer text = {0};
    bool value = inspect_library_repr(m, o, &text);
    buffer_free(&text);
    return value;
}

static Object *lookup(const Machine *m, const char *text, size_t len)
{
    char name[VALUE_BYTES];
    if (len >= sizeof name)
        return NULL;
    memcpy(name, text, len);
    name[len] = '\0';
    return inspect_lookup(m, name);
}

/* An attribute in an object's own namespace, or in its slots. */
static Object *own_attribute(const Machine *m, const Object *o, const char *name)
{
    Object *found, *value;
    for (size_t at = 0; inspect_next_attribute(m, o, &at, &found, &value);)
        if (inspect_str_is(found, name))
            return value;
    for (size_t at = 0; !is_type(o) && inspect_next_slot(m, o, &at, &found, &value);)
        if (value && inspect_str_is(found, name))
            return value;
    return NULL;
}

/* What the first of the program's classes in the type's order has under that name. */
static Object *class_attribute(const Machine *m, const Type *type, const char *name)
{
    for (ssize_t i = 0; type->tp_mro && i < tuple_size(type->tp_mro); i++) {
        Object *base = tuple_item(type->tp_mro, i);
        bool of_program = ((const Type *)base)->tp_flags & TYPE_HEAP;
        Object *value = of_program ? own_attribute(m, base, name) : NULL;
        if (value)
            return value;
    }
    return NULL;
}

Object *value_of_attribute(const Machine *m, const Object *o, const char *text, size_t len)
{
    char name[VALUE_BYTES];
    if (!o || len >= sizeof name || is_type(o) || !(o->type->tp_flags & TYPE_HEAP))
        return NULL;
    memcpy(name, text, len);
    name[len] = '\0';
    Object *of_class = class_attribute(m, o->type, name);
    if (of_class && inspect_attribute_is_data(inspect_attribute_kind(m, of_class)) &&
        inspect_attribute_kind(m, of_class) != ATTRIBUTE_SLOT)
        return NULL;
    if (class_attribute(m, o->type, "__getattribute__"))
        return NULL;
    Object *own = own_attribute(m, o, name);
    return own ? own : is_plain(m, of_class) ? of_class : NULL;
}

/* The text of an index: `3`, `-1`, `j`, `j + 1`; *after: behind it.  False: it is another. */
static bool read_index(const Machine *m, const char *at, const char **after, ssize_t *index)
{
    ssize_t sum = 0, sign = 1;
    for (;;) {
        while (*at == ' ')
            at++;
        if (*at == '-' && at[1] != ' ')
            sign = -sign, at++;
        size_t n = 0;
        while (ascii_is_alnum(at[n]) || at[n] == '_')
            n++;
        if (n == 0 || n > 9)
            return false;
        if (ascii_is_digit(*at)) {
            ssize_t number = 0;
            for (size_t i = 0; i < n; i++)
                if (!ascii_is_digit(at[i]))
                    return false;
                else
                    number = number * 10 + (at[i] - '0');
            sum += sign * number;
        } else {
            Object *o = lookup(m, at, n);
            int overflow = 0;
            int64_t number = o && is_int(o) ? int_as_i64(o, &overflow) : 0;
            if (!o || !is_int(o) || overflow || number > INT32_MAX || number < INT32_MIN)
                return false;
            sum += sign * number;
        }
        for (at += n; *at == ' ';)
            at++;
        if (*at == ']')
            break;
        if (*at != '+' && *at != '-')
            return false;
        sign = *at++ == '-' ? -1 : 1;
    }
    *after = at + 1;
    *index = sum;
    return true;
}

static Object *item_of(const Machine *m, const Object *o, ssize_t index)
{
    bool list = o && o->type == m->types.list, tuple = o && o->type == m->types.tuple;
    ssize_t n = list ? list_size(o) : tuple ? tuple_size(o) : 0;
    index += index < 0 ? n : 0;
    return index < 0 || index >= n ? NULL : list ? list_item(o, index) : tuple_item(o, index);
}

static size_t name_length(const char *at)
{
    size_t n = 0;
    if (!ascii_is_digit(*at))
        while (ascii_is_alnum(at[n]) || at[n] == '_' || (unsigned char)at[n] >= 0x80)
            n++;
    return n;
}

/* Follows `.name` and `[index]` as far as they go, if the whole of it means something plain.  What
 * is called is not followed, but what it is called on: of `word.upper()` the word. */
static bool follow(const Machine *m, const struct word *w, struct value *out)
{
    const char *at = w->text + w->token->len;
    Object *o = lookup(m, w->text, w->token->len);
    while (o && (*at == '.' || *at == '[')) {
        const char *after;
        ssize_t index;
        size_t n = *at == '.' ? name_length(at + 1) : 0;
        if (n && at[1 + n] == '(')
            break;
        Object *next = n                                       ? value_of_attribute(m, o, at + 1, n)
                       : read_index(m, at + 1, &after, &index) ? item_of(m, o, index)
                                                               : NULL;
        if (!next)
            return false;
        at = n ? at + 1 + n : after;
        o = next;
    }
    size_t len = (size_t)(at - w->text);
    if (*at == '(' || !is_plain(m, o) || len >= sizeof out->text)
        return false;
    memcpy(out->text, w->text, len);
    out->text[len] = '\0';
    out->object = o;
    return true;
}

static bool is_known(const struct value *values, int count, const char *text)
{
    for (int i = 0; i < count; i++)
        if (strcmp(values[i].text, text) == 0)
            return true;
    return false;
}

static bool is_path(const struct word *w)
{
    char next = w->text[w->token->len];
    return next == '.' || next == '[';
}

int values_of(const Machine *m, const struct scan *scan, const struct source *source, size_t line,
              struct value out[VALUES_MOST])
{
    struct statement s;
    int n = 0;
    if (line < 1 || line > scan->lines)
        return 0;
    split(&s, scan, source, line);
    if (is_definition(&s))
        return 0;
    hide_bound(&s);
    for (int paths = 0; paths <= 1; paths++)
        for (int i = 0; i < s.count && n < VALUES_MOST; i++)
            if (!s.word[i].hidden && is_path(&s.word[i]) == paths &&
                follow(m, &s.word[i], &out[n]) && !is_known(out, n, out[n].text))
                n++;
    return n;
}
