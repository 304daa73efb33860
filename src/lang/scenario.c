#include <pyviz/lang/scenario.h>

#include "lexer.h"

#include <pyviz/base/ascii.h>
#include <pyviz/base/utf8.h>

#include <stdio.h>
#include <string.h>

/* ---- Asking -------------------------------------------------------------------------------- */

/* The last element at or before the line; NULL if there is none.  All arrays are sorted by line. */
static const struct scenario_line *line_at(const struct scenario *scenario, int line)
{
    size_t low = 0, high = scenario->line_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (scenario->lines[middle].first <= line)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &scenario->lines[low - 1] : NULL;
}

const char *scenario_narration(const struct scenario *scenario, int line)
{
    const struct scenario_line *found = line_at(scenario, line);
    return found && line <= found->last ? found->narration : "";
}

int scenario_chapter_at(const struct scenario *scenario, int line)
{
    int chapter = -1;
    while ((size_t)(chapter + 1) < scenario->chapter_count &&
           scenario->chapters[chapter + 1].line <= line)
        chapter++;
    return chapter;
}

const struct identifier_list *scenario_show_at(const struct scenario *scenario, int line)
{
    const struct identifier_list *show = NULL;
    for (size_t i = 0; i < scenario->directive_count; i++)
        if (scenario->directives[i].line <= line && scenario->directives[i].show.len)
            show = &scenario->directives[i].show;
    return show;
}

const char *const scenario_views[] = {"references", "mro",    "class", "instance", "gc",     "copy",
                                      "names",      "frames", "heap",  "history",  "output", NULL};

const char *scenario_view_at(const struct scenario *scenario, int line)
{
    const char *view = NULL;
    for (size_t i = 0; i < scenario->directive_count; i++)
        if (scenario->directives[i].line <= line && scenario->directives[i].view)
            view = scenario->directives[i].view;
    return view;
}

enum scenario_detail scenario_first_detail(const struct scenario *scenario)
{
    for (size_t i = 0; i < scenario->directive_count; i++)
        if (scenario->directives[i].detail)
            return scenario->directives[i].detail;
    return SCENARIO_DETAIL_UNSET;
}

/* ---- Reading: common ground ---------------------------------------------------------------- */

/* A piece of the source. */
struct text {
    const char *s;
    size_t n;
};

struct reader {
    const struct source *src;
    const struct module *module;
    struct arena *arena;
    struct token_list tokens;
    struct scenario *scenario;
    size_t line_cap, chapter_cap, directive_cap, input_cap;
    struct diagnostic *error;
};

/* Room for one more element in an array in the arena. */
static void *push(struct arena *arena, void *array_pointer, size_t *len, size_t *cap, size_t size)
{
    char **array = array_pointer;
    if (*len == *cap) {
        *cap = *cap ? *cap * 2 : 8;
        char *grown = arena_alloc(arena, *cap * size);
        if (*len)
            memcpy(grown, *array, *len * size);
        *array = grown;
    }
    return *array + (*len)++ * size;
}

static struct text trim(struct text t)
{
    while (t.n && ascii_is_space(t.s[0])) {
        t.s++;
        t.n--;
    }
    while (t.n && ascii_is_space(t.s[t.n - 1]))
        t.n--;
    return t;
}

static bool starts_with(struct text t, const char *prefix)
{
    size_t n = strlen(prefix);
    return t.n >= n && memcmp(t.s, prefix, n) == 0;
}

static bool contains(struct text t, const char *word)
{
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= t.n; i++)
        if (ascii_alike(t.s + i, word, n))
            return true;
    return false;
}

/* The comment without its '#'s and the space behind them. */
static struct text comment_text(const struct reader *r, const struct comment *c)
{
    struct text t = {r->src->text + c->start, c->end - c->start};
    while (t.n && t.s[0] == '#') {
        t.s++;
        t.n--;
    }
    if (t.n && t.s[0] == ' ') {
        t.s++;
        t.n--;
    }
    while (t.n && ascii_is_space(t.s[t.n - 1]))
        t.n--;
    return t;
}

/* ---- Directives and chapters --------------------------------------------------------------- */

static bool is_directive(struct text t)
{
    return starts_with(trim(t), "pyviz:");
}

static bool is_chapter(struct text t)
{
    return starts_with(trim(t), "%%");
}

static bool refuse(struct reader *r, const struct comment *c, struct text at, const char *format,
                   ...) __attribute__((format(printf, 4, 5)));

static bool refuse(struct reader *r, const struct comment *c, struct text at, const char *format,
                   ...)
{
    char message[sizeof r->error->message];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    int col = lexer_column(r->src, c->line, (uint32_t)(at.s - r->src->text));
    source_diagnose(r->src, r->error, DIAGNOSTIC_DIRECTIVE, c->line, col, c->line,
                    at.n ? col + (int)at.n : -1, "%s", message);
    return false;
}

/* Cuts the first word off *t. */
static struct text next_word(struct text *t)
{
    *t = trim(*t);
    struct text word = {t->s, 0};
    while (word.n < t->n && !ascii_is_space(t->s[word.n]) && t->s[word.n] != ',')
        word.n++;
    t->s += word.n;
    t->n -= word.n;
    if (t->n && t->s[0] == ',') {
        t->s++;
        t->n--;
    }
    return word;
}

static bool is_name(struct text t)
{
    for (size_t i = 0; i < t.n;) {
        int32_t c;
        size_t size = utf8_decode(t.s + i, t.n - i, false, &c);
        if (!(i == 0 ? identifier_is_start : identifier_is_continue)(c))
            return false;
        i += size;
    }
    return t.n > 0;
}

static bool is_ascii(struct text t)
{
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.s[i] >= 0x80)
            return false;
    return true;
}

static struct scenario_directive *add_directive(struct reader *r, const struct comment *c)
{
    struct scenario_directive *d =
        push(r->arena, &r->scenario->directives, &r->scenario->directive_count, &r->directive_cap,
             sizeof *d);
    *d = (struct scenario_directive){.line = c->line};
    return d;
}

static bool word_is(struct text word, const char *name)
{
    return word.n == strlen(name) && starts_with(word, name);
}

static bool read_show(struct reader *r, const struct comment *c, struct text rest)
{
    struct identifier_list show = {0};
    size_t cap = 0;
    if (trim(rest).n == 0)
        return refuse(r, c, rest, "'show' needs one name at least");
    while (trim(rest).n) {
        struct text word = next_word(&rest);
        if (!is_name(word))
            return refuse(r, c, word, "'%.*s' is no name", (int)word.n, word.s);
        if (is_ascii(word) && !identifier_find(r->module->identifiers, word.s, word.n))
            return refuse(r, c, word, "nothing in this program is called '%.*s'", (int)word.n,
                          word.s);
        const char *name = identifier_intern_source(r->module->identifiers, word.s, word.n);
        *(const char **)push(r->arena, &show.items, &show.len, &cap, sizeof *show.items) = name;
    }
    add_directive(r, c)->show = show;
    return true;
}

static bool read_detail(struct reader *r, const struct comment *c, struct text rest)
{
    static const char *const names[] = {
        [SCENARIO_DETAIL_STATEMENTS] = "statements",
        [SCENARIO_DETAIL_OPERATIONS] = "operations",
        [SCENARIO_DETAIL_EVERYTHING] = "everything",
    };
    struct text level = trim(rest);
    for (int i = SCENARIO_DETAIL_STATEMENTS; i <= SCENARIO_DETAIL_EVERYTHING; i++) {
        if (!word_is(level, names[i]))
            continue;
        add_directive(r, c)->detail = (enum scenario_detail)i;
        return true;
    }
    return refuse(r, c, level, "'detail' is one of statements, operations, everything");
}

static bool read_input(struct reader *r, struct text rest)
{
    if (rest.n && rest.s[0] == ' ') {
        rest.s++;
        rest.n--;
    }
    const char **input = push(r->arena, &r->scenario->inputs, &r->scenario->input_count,
                              &r->input_cap, sizeof *r->scenario->inputs);
    *input = arena_copy(r->arena, rest.s, rest.n);
    return true;
}

static bool read_view(struct reader *r, const struct comment *c, struct text rest)
{
    struct text name = trim(rest);
    for (const char *const *view = scenario_views; *view; view++) {
        if (!word_is(name, *view))
            continue;
        add_directive(r, c)->view = *view;
        return true;
    }
    return refuse(
        r, c, name,
        "'view' is one of references, mro, class, instance, gc, copy, names, frames, heap, "
        "history, output");
}

static bool read_directive(struct reader *r, const struct comment *c, struct text t)
{
    struct text rest = trim(t);
    rest.s += strlen("pyviz:");
    rest.n -= strlen("pyviz:");
    struct text verb = next_word(&rest);
    if (word_is(verb, "show"))
        return read_show(r, c, rest);
    if (word_is(verb, "detail"))
        return read_detail(r, c, rest);
    if (word_is(verb, "input"))
        return read_input(r, rest);
    if (word_is(verb, "view"))
        return read_view(r, c, rest);
    if (verb.n == 0)
        return refuse(r, c, verb, "a directive is missing: detail, input, show or view");
    return refuse(r, c, verb, "unknown directive '%.*s'; there are detail, input, show and view",
                  verb.n > 40 ? 40 : (int)verb.n, verb.s);
}

/* `# %% [markdown] title`: what editors put in square brackets is not for the room. */
static void read_chapter(struct reader *r, const struct comment *c, struct text t)
{
    t = trim(t);
    t = trim((struct text){t.s + 2, t.n - 2});
    const char *close = t.n && t.s[0] == '[' ? memchr(t.s, ']', t.n) : NULL;
    if (close)
        t = trim((struct text){close + 1, t.n - (size_t)(close + 1 - t.s)});
    struct scenario_chapter *chapter =
        push(r->arena, &r->scenario->chapters, &r->scenario->chapter_count, &r->chapter_cap,
             sizeof *chapter);
    *chapter = (struct scenario_chapter){c->line, arena_copy(r->arena, t.s, t.n)};
}

static bool read_marks(struct reader *r)
{
    for (size_t i = 0; i < r->tokens.comment_count; i++) {
        const struct comment *c = &r->tokens.comments[i];
        struct text t = comment_text(r, c);
        if (is_directive(t) && !read_directive(r, c, t))
            return false;
        if (c->whole_line && is_chapter(t))
            read_chapter(r, c, t);
    }
    return true;
}

/* ---- Narration ----------------------------------------------------------------------------- */

/* Marks that other tools read. */
static bool is_pragma(struct text t)
{
    static const char *const prefixes[] = {
        "noqa",     "type:",   "pylint:", "mypy:",  "fmt:",      "isort:", "ruff:", "flake8",
        "pyright:", "pragma:", "vim:",    "region", "endregion", "-*-",    "!",
    };
    t = trim(t);
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (starts_with(t, prefixes[i]))
            return true;
    return false;
}

/* `# -----`, `#####` */
static bool is_ruler(const struct reader *r, const struct comment *c)
{
    for (uint32_t i = c->start + 1; i < c->end; i++)
        if (!strchr("#-=*~_+ \t", r->src->text[i]))
            return false;
    return c->end - c->start > 3;
}

static bool is_coding_line(const struct comment *c, struct text t)
{
    return c->line <= 2 && (contains(t, "coding:") || contains(t, "coding="));
}

static bool is_licence(struct text t)
{
    return contains(t, "copyright") || contains(t, "license") || contains(t, "licence") ||
           contains(t, "spdx-") || contains(t, "all rights reserved");
}

/* Whether a comment line is for the audience. */
static bool speaks(const struct reader *r, const struct comment *c)
{
    struct text t = comment_text(r, c);
    return !is_directive(t) && !is_pragma(t) && !is_ruler(r, c) && !is_coding_line(c, t);
}

/* The block of whole-line comments that ends on the line above `line` is comments[result] up to,
 * not including, comments[behind].  A chapter mark ends it upwards. */
static size_t block_above(const struct reader *r, int line, size_t behind)
{
    size_t first = behind;
    while (first > 0) {
        const struct comment *c = &r->tokens.comments[first - 1];
        if (!c->whole_line || c->line != line - (int)(behind - first) - 1 ||
            is_chapter(comment_text(r, c)))
            break;
        first--;
    }
    return first;
}

/* How many comments stand before a line. */
static size_t comments_before(const struct reader *r, int line)
{
    size_t low = 0, high = r->tokens.comment_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->tokens.comments[middle].line < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const char *narration_above(const struct reader *r, int line)
{
    size_t behind = comments_before(r, line), first = block_above(r, line, behind);
    bool at_head = r->scenario->line_count <= 1; /* a docstring may stand before */
    struct buffer text = {0};
    for (size_t i = first; i < behind && at_head; i++)
        if (is_licence(comment_text(r, &r->tokens.comments[i])))
            return "";
    for (size_t i = first; i < behind; i++) {
        struct text t = comment_text(r, &r->tokens.comments[i]);
        if (!speaks(r, &r->tokens.comments[i]))
            continue;
        if (text.len)
            buffer_putc(&text, '\n');
        buffer_append(&text, t.s, t.n);
    }
    while (text.len && ascii_is_space(text.data[text.len - 1]))
        text.len--;
    const char *narration = text.len ? arena_copy(r->arena, text.data, text.len) : "";
    buffer_free(&text);
    return narration;
}

/* Whether what is said above a line is said of the line after it, too. */
static bool passes_on(enum token_kind first)
{
    return first == TOKEN_AT || first == TOKEN_ELSE || first == TOKEN_FINALLY;
}

static void add_line(struct reader *r, const struct token *first, const struct token *newline,
                     const char *inherited)
{
    const char *narration = narration_above(r, first->line);
    struct scenario_line *line =
        push(r->arena, &r->scenario->lines, &r->scenario->line_count, &r->line_cap, sizeof *line);
    *line =
        (struct scenario_line){first->line, newline->line, narration[0] ? narration : inherited};
}

/* Each run of tokens up to a NEWLINE is a logical line. */
static void read_lines(struct reader *r)
{
    const struct token *first = NULL;
    const char *inherited = "";
    for (size_t i = 0; i < r->tokens.len; i++) {
        const struct token *t = &r->tokens.items[i];
        if (t->kind == TOKEN_INDENT || t->kind == TOKEN_DEDENT)
            continue;
        if (t->kind != TOKEN_NEWLINE) {
            first = first ? first : t;
            continue;
        }
        add_line(r, first, t, inherited);
        inherited = passes_on((enum token_kind)first->kind)
                        ? r->scenario->lines[r->scenario->line_count - 1].narration
                        : "";
        first = NULL;
    }
}

/* ---- The docstring ------------------------------------------------------------------------- */

/* Cuts the first line off *t. */
static struct text next_line(struct text *t)
{
    const char *newline = memchr(t->s, '\n', t->n);
    struct text line = {t->s, newline ? (size_t)(newline - t->s) : t->n};
    size_t taken = line.n + (newline ? 1 : 0);
    t->s += taken;
    t->n -= taken;
    return line;
}

static size_t indentation(struct text line)
{
    size_t n = 0;
    while (n < line.n && line.s[n] == ' ')
        n++;
    return n;
}

static size_t common_indentation(struct text t)
{
    size_t common = (size_t)-1;
    while (t.n) {
        struct text line = next_line(&t);
        if (trim(line).n && indentation(line) < common)
            common = indentation(line);
    }
    return common == (size_t)-1 ? 0 : common;
}

static const char *dedent(struct reader *r, struct text t)
{
    size_t common = common_indentation(t);
    struct buffer out = {0};
    while (t.n) {
        struct text line = next_line(&t);
        size_t cut = common < line.n ? common : line.n;
        while (line.n > cut && ascii_is_space(line.s[line.n - 1]))
            line.n--;
        if (out.len || line.n > cut) {
            buffer_append(&out, line.s + cut, line.n - cut);
            buffer_putc(&out, '\n');
        }
    }
    while (out.len && ascii_is_space(out.data[out.len - 1]))
        out.len--;
    const char *text = out.len ? arena_copy(r->arena, out.data, out.len) : "";
    buffer_free(&out);
    return text;
}

static void read_docstring(struct reader *r)
{
    const struct stmt_list *body = &r->module->body;
    const struct expr *e =
        body->len && body->items[0]->kind == STMT_EXPR ? body->items[0]->u.expr.value : NULL;
    r->scenario->title = r->scenario->introduction = "";
    if (!e || e->kind != EXPR_CONSTANT || e->u.constant.kind != CONSTANT_STR)
        return;
    struct text rest = {e->u.constant.data, e->u.constant.len}, title = {0};
    while (rest.n && title.n == 0)
        title = trim(next_line(&rest));
    r->scenario->title = arena_copy(r->arena, title.s ? title.s : "", title.n);
    r->scenario->introduction = dedent(r, rest);
}

/* ---- The way in ---------------------------------------------------------------------------- */

bool scenario_read(const struct source *src, const struct module *module, struct arena *arena,
                   struct scenario **out, struct diagnostic *error)
{
    struct reader r = {.src = src, .module = module, .arena = arena, .error = error};
    memset(error, 0, sizeof *error);
    r.scenario = arena_alloc(arena, sizeof *r.scenario);
    lexer_run(src, &r.tokens);
    read_docstring(&r);
    read_lines(&r);
    bool good = read_marks(&r);
    lexer_free(&r.tokens);
    *out = good ? r.scenario : NULL;
    return good;
}
