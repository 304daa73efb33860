#include "deed.h"

#include <pyviz/base/ascii.h>
#include <pyviz/machine/inspect.h>

#include <string.h>

enum { DEED_BYTES = 200, NAMED_BYTES = 32 };

/* A piece of the statement's first line. */
struct piece {
    const char *at;
    size_t len;
};

/* ---- reading --------------------------------------------------------------------------------- */

/* The line from `from` on, with quotes for all that stands in strings and no comment. */
static bool plain_text(const struct scan *scan, const struct source *source, size_t line,
                       size_t from, char out[DEED_BYTES])
{
    size_t len;
    const char *text = source_line(source, line, &len);
    if (len >= DEED_BYTES || from > len)
        return false;
    memcpy(out, text, len);
    out[len] = '\0';
    for (size_t i = scan_first(scan, line); i < scan_first(scan, line + 1); i++) {
        const struct scan_token *t = &scan->token[i];
        if (t->kind == SCAN_STRING)
            memset(out + t->start, '"', t->len);
        else if (t->kind == SCAN_COMMENT)
            out[t->start] = '\0';
    }
    memmove(out, out + from, strlen(out + from) + 1);
    return *out != '\0';
}

static int deeper(char c)
{
    return (c == '(' || c == '[' || c == '{') - (c == ')' || c == ']' || c == '}');
}

/* The first of these characters outside of all brackets; NULL: there is none. */
static const char *find_outside(struct piece p, const char *wanted)
{
    int depth = 0;
    for (const char *c = p.at; c < p.at + p.len; c++) {
        if (depth == 0 && strchr(wanted, *c))
            return c;
        depth += deeper(*c);
    }
    return NULL;
}

static struct piece trimmed(const char *from, const char *to)
{
    while (from < to && *from == ' ')
        from++;
    while (to > from && to[-1] == ' ')
        to--;
    return (struct piece){from, (size_t)(to - from)};
}

static bool is_name_byte(char c)
{
    return ascii_is_alnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* `a`; with dots, `a.b.c`. */
static bool is_name(struct piece p, bool dots)
{
    for (size_t i = 0; i < p.len; i++)
        if (!is_name_byte(p.at[i]) && !(dots && p.at[i] == '.' && i > 0 && i + 1 < p.len))
            return false;
    return p.len > 0 && p.len <= NAMED_BYTES && !ascii_is_digit((unsigned char)*p.at);
}

/* What follows a name: `.b`, `[i]`; as in `a.b[i][j].c`. */
static bool is_place(struct piece p)
{
    size_t n = 0;
    while (n < p.len && is_name_byte(p.at[n]))
        n++;
    if (p.len > NAMED_BYTES || !is_name((struct piece){p.at, n}, false))
        return false;
    for (int depth = 0; n < p.len; n++) {
        char c = p.at[n];
        bool inside = depth > 0;
        depth += c == '(' ? 1000 : deeper(c); /* a call is no place; of a string nothing is known */
        if (depth >= 1000 || c == '"' || (!inside && !depth && !is_name_byte(c) && c != '.'))
            return false;
    }
    return true;
}

static const char *first_word(const char *text, char word[NAMED_BYTES])
{
    size_t n = 0;
    while (is_name_byte(text[n]) && n + 1 < NAMED_BYTES)
        n++;
    memcpy(word, text, n);
    word[n] = '\0';
    while (text[n] == ' ')
        n++;
    return text + n;
}

/* ---- assignments ----------------------------------------------------------------------------- */

/* The `=` of an assignment; before it, *target ends, and *op is what stands with it, as in +=. */
static const char *find_assignment(struct piece p, const char **target, char *op)
{
    for (const char *at = p.at; (at = find_outside(p, "=")); at++) {
        if (at[1] == '=') {
            at++;
        } else if (at == p.at || !strchr("=!<>", at[-1]) || (at > p.at + 1 && at[-1] == at[-2])) {
            bool more = at > p.at && strchr("+-*/%&|^@<>", at[-1]);
            const char *end = at - more;
            *op = more ? at[-1] : '\0';
            *target = more && end > p.at && end[-1] == at[-1] ? end - 1 : end;
            return at;
        }
        p.len -= (size_t)(at + 1 - p.at);
        p.at = at + 1;
    }
    return NULL;
}

enum bound { BOUND_NOT, BOUND_PERHAPS, BOUND_SURELY };

/* Means it something in the frame under way?  A function's name that only the module has may be
 * declared global, or a local yet to come. */
static enum bound is_bound(const Machine *m, struct piece name)
{
    char text[NAMED_BYTES + 1];
    Object *local, *value;
    memcpy(text, name.at, name.len);
    text[name.len] = '\0';
    bool outer = inspect_outer_frame(m->frame) != NULL;
    for (size_t at = 0; outer && inspect_next_local(m, m->frame, &at, &local, &value);)
        if (inspect_str_is(local, text))
            return BOUND_SURELY;
    bool found = inspect_lookup(m, text) != NULL;
    return !found ? BOUND_NOT : outer ? BOUND_PERHAPS : BOUND_SURELY;
}

static void say_piece(const char *before, struct piece p, const char *after, struct buffer *out)
{
    buffer_puts(out, before);
    buffer_append(out, p.at, p.len);
    buffer_puts(out, after);
}

/* Where the brackets open that close at the end: `[0]` of `a.b[i][0]`; NULL: it does not end so. */
static const char *last_brackets(struct piece p, char open, char close)
{
    int depth = 0;
    if (!p.len || p.at[p.len - 1] != close)
        return NULL;
    for (const char *c = p.at + p.len; c > p.at;) {
        depth -= deeper(*--c);
        if (depth == 0)
            return *c == open ? c : NULL;
    }
    return NULL;
}

static const char *last_index(struct piece p)
{
    return last_brackets(p, '[', ']');
}

/* The dot before the name that it ends with, as in `a[0].b`; NULL: it does not end so. */
static const char *last_dot(struct piece p)
{
    const char *name = p.at + p.len;
    while (name > p.at && is_name_byte(name[-1]))
        name--;
    bool named = is_name((struct piece){name, (size_t)(p.at + p.len - name)}, false);
    return named && name > p.at + 1 && name[-1] == '.' ? name - 1 : NULL;
}

/* Of `f(x)`, and nothing behind it, what is called. */
static bool called(struct piece p, struct piece *name)
{
    const char *open = memchr(p.at, '(', p.len), *at = open;
    int depth = 0;
    for (; at && at < p.at + p.len; at++)
        if (!(depth += deeper(*at)))
            break;
    *name = open ? trimmed(p.at, open) : p;
    return open && at + 1 == p.at + p.len && is_place(*name);
}

static bool same_text(struct piece a, struct piece b)
{
    return a.len == b.len && memcmp(a.at, b.at, a.len) == 0;
}

/* `a, b = b, a` */
static bool say_swap(struct piece target, struct piece value, struct buffer *out)
{
    const char *comma = find_outside(target, ","), *other = find_outside(value, ",");
    if (!comma || !other)
        return false;
    const char *target_end = target.at + target.len, *value_end = value.at + value.len;
    struct piece first = trimmed(target.at, comma), second = trimmed(comma + 1, target_end);
    if (!is_place(first) || !is_place(second) || !same_text(first, trimmed(other + 1, value_end)) ||
        !same_text(second, trimmed(value.at, other)))
        return false;
    say_piece("it swaps ", first, " and ", out);
    say_piece("", second, "", out);
    return true;
}

static void say_store(const Machine *m, struct piece target, struct piece value, struct buffer *out)
{
    const char *index = last_index(target), *dot = last_dot(target);
    struct piece whole = index ? trimmed(target.at, index) : target;
    if (index && is_place(whole)) {
        size_t inside = (size_t)(target.at + target.len - index) - 2;
        bool slice = find_outside((struct piece){index + 1, inside}, ":");
        say_piece(slice ? "it replaces a slice of " : "it stores an item in ", whole, "", out);
    } else if (dot && is_place(trimmed(target.at, dot))) {
        say_piece("it stores the attribute ", trimmed(dot + 1, target.at + target.len), "", out);
        say_piece(" of ", trimmed(target.at, dot), "", out);
    } else if (is_name(target, false)) {
        enum bound bound = is_bound(m, target);
        struct piece function;
        bool call = called(value, &function);
        if (call)
            say_piece("it calls ", function, ", and ", out);
        say_piece(bound == BOUND_NOT ? call ? "makes the name " : "it makes the name "
                  : call             ? "binds "
                                     : "it binds ",
                  target, bound == BOUND_SURELY ? " anew" : "", out);
        if (call)
            buffer_puts(out, bound == BOUND_NOT ? " for what that gives" : " to what that gives");
    } else if (!say_swap(target, value, out) && find_outside(target, ",") &&
               target.len <= NAMED_BYTES) {
        say_piece("it takes apart what is on the right, into ", target, "", out);
    }
}

static bool say_assignment(const Machine *m, struct piece p, struct buffer *out)
{
    const char *end, *again, *at;
    char op, ignored;
    if (!(at = find_assignment(p, &end, &op)))
        return false;
    struct piece rest = trimmed(at + 1, p.at + p.len);
    if (!op && find_assignment(rest, &again, &ignored)) {
        struct piece targets = trimmed(p.at, again);
        if (is_place(trimmed(p.at, end)) && targets.len <= NAMED_BYTES)
            say_piece("it makes all of ", targets, " refer to one object", out);
        return true;
    }
    const char *colon = find_outside((struct piece){p.at, (size_t)(end - p.at)}, ":");
    struct piece target = trimmed(p.at, colon ? colon : end);
    if (op && is_place(target))
        say_piece(op == '+' ? "it adds to " : "it works ", target, op == '+' ? "" : " out anew",
                  out);
    else if (!op)
        say_store(m, target, rest, out);
    return true;
}

/* ---- the others ------------------------------------------------------------------------------ */

static void say_deletion(struct piece p, struct buffer *out)
{
    const char *index = last_index(p), *dot = memchr(p.at, '.', p.len);
    if (find_outside(p, ","))
        return;
    if (index && is_name(trimmed(p.at, index), true))
        say_piece("it takes something out of ", trimmed(p.at, index), "", out);
    else if (is_name(p, false))
        say_piece("it takes the name ", p, " away", out);
    else if (dot && is_name(p, true))
        say_piece("it takes the attribute ", p, " away", out);
}

/* `super().f(x)`, `C(x).f(y)`: a method of what another call gives. */
static void say_call_of_result(struct piece p, struct buffer *out)
{
    static const char super[] = "super()";
    const char *open = last_brackets(p, '(', ')');
    const char *dot = open ? last_dot(trimmed(p.at, open)) : NULL;
    struct piece maker;
    if (!dot)
        return;
    struct piece name = trimmed(dot + 1, open), first = trimmed(p.at, dot);
    if (first.len == strlen(super) && memcmp(first.at, super, first.len) == 0)
        say_piece("it calls super().", name, "", out);
    else if (called(first, &maker)) {
        say_piece("it calls ", maker, "", out);
        say_piece(", and ", name, "() of what that gives", out);
    }
}

/* `a.append(x)`, and nothing behind it. */
static void say_call(struct piece p, struct buffer *out)
{
    struct piece name, inner;
    if (!called(p, &name)) {
        say_call_of_result(p, out);
        return;
    }
    const char *open = name.at + name.len;
    while (*open != '(')
        open++;
    if (name.len != 5 || memcmp(name.at, "print", 5) != 0)
        say_piece("it calls ", name, "", out);
    else if (called(trimmed(open + 1, p.at + p.len - 1), &inner))
        say_piece("it calls ", inner, ", and prints what that gives", out);
    else
        buffer_puts(out, "it prints");
}

static const char *keyword_deed(const char *word, const char *rest)
{
    static const struct {
        const char *word, *deed;
    } deeds[] = {
        {"return", "it ends the call with a value"},
        {"raise", "it raises an exception"},
        {"except", "it asks whether this clause is for what was raised"},
        {"assert", "it raises an AssertionError unless this is true"},
        {"break", "it leaves the loop"},
        {"continue", "it goes on with the next round"},
        {"pass", "it does nothing"},
        {"yield", "it gives a value, and waits here until somebody asks for the next"},
    };
    if (!strcmp(word, "except") && *rest == ':')
        return "this clause takes whatever was raised";
    if (!strcmp(word, "return") && !*rest)
        return "it ends the call with None";
    if (!strcmp(word, "yield") && !strncmp(rest, "from ", 5))
        return "it hands on whatever another iterator gives";
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
        if (!strcmp(word, deeds[i].word))
            return deeds[i].deed;
    return NULL;
}

static void say_question(struct piece p, struct buffer *out)
{
    const char *colon = find_outside(p, ":");
    if (colon)
        buffer_puts(out, colon + 1 == p.at + p.len
                             ? "it decides whether the block below runs"
                             : "it decides whether the rest of the line runs");
}

void deed_say(const Machine *m, const struct scan *scan, const struct source *source, size_t line,
              size_t at, struct buffer *out)
{
    static const char *const silent[] = {"def",   "class",  "import", "from",   "for",  "while",
                                         "with",  "try",    "async",  "match",  "case", "else",
                                         "await", "global", "type",   "finally"};
    char text[DEED_BYTES], word[NAMED_BYTES];
    if (line < 1 || line > scan->lines || !plain_text(scan, source, line, at, text))
        return;
    const char *end = find_outside((struct piece){text, strlen(text)}, ";");
    struct piece all = trimmed(text, end ? end : text + strlen(text));
    text[all.len] = '\0';
    const char *rest = first_word(text, word), *deed = keyword_deed(word, rest);
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (!strcmp(word, silent[i]))
            return;
    if (deed)
        buffer_puts(out, deed);
    else if (!strcmp(word, "if") || !strcmp(word, "elif"))
        say_question(all, out);
    else if (!strcmp(word, "del"))
        say_deletion(trimmed(rest, text + strlen(text)), out);
    else if (*text != '@' && !say_assignment(m, all, out))
        say_call(all, out);
}
