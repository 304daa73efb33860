/* Replacement texts with \1 and \g<name> in them: Lib/re/_parser.py: parse_template. */
#include "re_internal.h"

#include <pyviz/base/ascii.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>

#include <string.h>

struct reader {
    Machine *m;
    PatternObject *pattern;
    Object *source, *text; /* as given; as a str */
    ssize_t at;
    Object *list;
    StrWriter literal;
};

static int32_t char_at(const struct reader *r, ssize_t i)
{
    return i < str_len(r->text) ? (int32_t)str_at(r->text, i) : -1;
}

#define bad(r, at, ...) bad_at((r), (at), str_printf((r)->m, __VA_ARGS__))
static bool bad_at(struct reader *r, ssize_t at, Object *message)
{
    re_raise(r->m, r->pattern->error, message, r->source, at);
    return false;
}

/* A str of the template's kind: bytes where the template is bytes. */
static Object *of_kind(Machine *m, Object *text, bool is_bytes)
{
    if (!text || !is_bytes)
        return text;
    Object *latin1 = str_from_ascii(m, "latin-1");
    Object *bytes = latin1 ? str_encode(m, text, latin1, NULL) : NULL;
    xdecref(m, latin1);
    decref(m, text);
    return bytes;
}

static bool end_literal(struct reader *r)
{
    if (r->literal.length == 0 && !r->literal.whole)
        return true;
    Object *text = of_kind(r->m, str_writer_finish(r->m, &r->literal), !is_str(r->source));
    return text && list_append_steal(r->m, r->list, text) == 0;
}

static bool add_group(struct reader *r, ssize_t group, ssize_t at)
{
    if (group > (ssize_t)r->pattern->program.groups)
        return bad(r, at, "invalid group reference %zd", group);
    Object *number = end_literal(r) ? int_from_i64(r->m, group) : NULL;
    return number && list_append_steal(r->m, r->list, number) == 0;
}

/* The group that a name or number in \g<...> stands for; -1 with an exception. */
static ssize_t named_group(struct reader *r, Object *name, ssize_t at)
{
    Machine *m = r->m;
    ssize_t v = 0, n = str_len(name);
    bool number = true;
    for (ssize_t i = 0; i < n && number; i++) {
        number = ascii_is_digit((int32_t)str_at(name, i));
        v = number && v < RE_MAX_GROUP ? v * 10 + (ssize_t)(str_at(name, i) - '0') : v;
    }
    if (number) {
        if (v >= RE_MAX_GROUP)
            bad(r, at, "invalid group reference %U", name);
        return v >= RE_MAX_GROUP ? -1 : v;
    }
    if (!str_is_identifier(name) || (!is_str(r->source) && !((StrObject *)name)->ascii)) {
        bad(r, at, "bad character in group name %R", name);
        return -1;
    }
    int overflow;
    Object *known = dict_get(m, r->pattern->groupindex, name);
    if (known)
        return (ssize_t)int_as_i64(known, &overflow);
    if (!error_occurred(m))
        error_set(m, EXC_IndexError, "unknown group name %R", name);
    return -1;
}

/* \g<name>, with r->at behind the g. */
static bool bracket_group(struct reader *r)
{
    if (char_at(r, r->at) != '<')
        return bad(r, r->at, "missing <");
    ssize_t start = r->at + 1, end = start;
    while (char_at(r, end) >= 0 && char_at(r, end) != '>')
        end++;
    if (char_at(r, end) < 0)
        return end == start ? bad(r, end, "missing group name")
                            : bad(r, start, "missing >, unterminated name");
    if (end == start)
        return bad(r, end, "missing group name");
    Object *name = str_substring(r->m, r->text, start, end);
    ssize_t group = name ? named_group(r, name, start) : -1;
    xdecref(r->m, name);
    r->at = end + 1;
    return group >= 0 && add_group(r, group, start);
}

/* \0, \1, \12, \123, with r->at behind the first digit. */
static bool digits(struct reader *r, int32_t first)
{
    ssize_t start = r->at - 2;
    if (first == '0') {
        uint32_t c = 0;
        for (int i = 0; i < 2 && ascii_is_octal(char_at(r, r->at)); i++)
            c = c * 8 + (uint32_t)(char_at(r, r->at++) - '0');
        return str_writer_char(r->m, &r->literal, c & 0xff) == 0;
    }
    int32_t second = char_at(r, r->at), third = char_at(r, r->at + 1);
    if (!ascii_is_digit(second))
        return add_group(r, first - '0', start + 1);
    r->at++;
    if (!ascii_is_octal(first) || !ascii_is_octal(second) || !ascii_is_octal(third))
        return add_group(r, (first - '0') * 10 + second - '0', start + 1);
    r->at++;
    uint32_t c = (uint32_t)((first - '0') * 64 + (second - '0') * 8 + third - '0');
    if (c > 0377)
        return bad(r, start, "octal escape value \\%c%c%c outside of range 0-0o377", (int)first,
                   (int)second, (int)third);
    return str_writer_char(r->m, &r->literal, c) == 0;
}

static bool escape(struct reader *r)
{
    static const char escapes[] = "a\ab\bf\fn\nr\rt\tv\v\\\\";
    ssize_t start = r->at++;
    int32_t c = char_at(r, r->at);
    if (c < 0)
        return bad(r, start, "bad escape (end of pattern)");
    r->at++;
    if (c == 'g')
        return bracket_group(r);
    if (ascii_is_digit(c))
        return digits(r, c);
    for (const char *e = escapes; *e; e += 2)
        if (*e == c)
            return str_writer_char(r->m, &r->literal, (uint32_t)e[1]) == 0;
    if (ascii_is_letter(c))
        return bad(r, start, "bad escape \\%c", (int)c);
    return str_writer_range(r->m, &r->literal, r->text, start, r->at) == 0;
}

static bool read_template(struct reader *r)
{
    while (r->at < str_len(r->text)) {
        ssize_t start = r->at;
        while (r->at < str_len(r->text) && char_at(r, r->at) != '\\')
            r->at++;
        if (r->at > start && str_writer_range(r->m, &r->literal, r->text, start, r->at) < 0)
            return false;
        if (r->at < str_len(r->text) && !escape(r))
            return false;
    }
    return end_literal(r);
}

static bool has_backslash(const Object *text)
{
    if (!is_str(text))
        return memchr(((BytesObject *)(uintptr_t)text)->data, '\\',
                      (size_t)((BytesObject *)(uintptr_t)text)->size);
    for (ssize_t i = 0; i < str_len(text); i++)
        if (str_at(text, i) == '\\')
            return true;
    return false;
}

/* A text is taken as it is; a template that has to be read is looked up among those read before,
 * so it must be hashable. */
static Object *lent_template(Machine *m, Object *text)
{
    MemoryLoan loan;
    if (!re_borrow(m, text, &loan))
        return NULL;
    if (!memchr(loan.data, '\\', (size_t)loan.len))
        return newref(text);
    if (object_hash(m, text) != -1)
        error_not_simulated(m, "a template with groups that is a %s", type_name(text));
    return NULL;
}

Object *re_template_parse(Machine *m, PatternObject *p, Object *text)
{
    if (!is_str(text) && !is_bytes(text) && memory_is_lent(m, text))
        return lent_template(m, text);
    if (!is_str(text) && !is_bytes(text))
        return error_set(m, EXC_TypeError, "decoding to str: need a bytes-like object, %s found",
                         text == m->none ? "NoneType" : type_name(text));
    if (!has_backslash(text))
        return newref(text);
    struct reader r = {.m = m, .pattern = p, .source = text, .list = list_new(m, 0)};
    const BytesObject *b = (BytesObject *)text;
    StrWriter latin1 = {0};
    if (is_str(text))
        r.text = newref(text);
    else if (str_writer_latin1(m, &latin1, b->data, (size_t)b->size) == 0)
        r.text = str_writer_finish(m, &latin1);
    if (!r.list || !r.text || !read_template(&r)) {
        str_writer_drop(m, &r.literal);
        clear_ref(m, r.list);
    }
    xdecref(m, r.text);
    return r.list;
}

int re_template_expand(Machine *m, Object *template, const MatchObject *match, Object *to)
{
    for (ssize_t i = 0; i < list_size(template); i++) {
        Object *part = list_item(template, i);
        if (!is_int(part)) {
            if (list_append(m, to, part) < 0)
                return -1;
            continue;
        }
        int overflow;
        const ssize_t *mark = match->mark + 2 * int_as_i64(part, &overflow);
        if (mark[0] < 0)
            continue;
        Object *piece = re_slice(m, match->string, mark[0], mark[1]);
        if (!piece || list_append_steal(m, to, piece) < 0)
            return -1;
    }
    return 0;
}
