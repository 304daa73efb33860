/* str.format and str.format_map: Objects/stringlib/unicode_format.h.
 *
 *   {name.attribute[index]!conversion:specification}
 *
 * A name is empty (the fields are numbered by themselves), a number, or a keyword; a specification
 * may hold fields itself, one level deep. */
#include "str_methods.h"
#include "str_private.h"
#include "unicode.h"

/* A stretch of the format string. */
struct span {
    Object *text; /* borrowed */
    ssize_t start, end;
};

enum numbering { NUMBERING_OPEN, NUMBERING_AUTOMATIC, NUMBERING_MANUAL };

struct format {
    Object *const *args; /* NULL: format_map, which has none */
    ssize_t nargs;
    Object *kwnames; /* names of the values behind args, or NULL */
    Object *mapping; /* of format_map, or NULL */
    enum numbering numbering;
    ssize_t next;
};

/* One field, taken apart. */
struct field {
    struct span name, spec;
    uint32_t conversion; /* 0: none */
    bool spec_has_fields;
};

enum { MAX_NESTING = 2 };

static Object *build(Machine *m, struct format *f, struct span s, int depth);

static uint32_t take(struct span *s)
{
    return str_at(s->text, s->start++);
}
static bool is_empty(const struct span *s)
{
    return s->start >= s->end;
}

static bool value_error(Machine *m, const char *message)
{
    return error_set(m, EXC_ValueError, "%s", message);
}

/* ---- names ----------------------------------------------------------------------------------- */

/* The number that a span spells in decimal digits, or -1; false: too many of them. */
static bool get_integer(Machine *m, struct span s, ssize_t *value)
{
    *value = -1;
    ssize_t n = 0;
    if (is_empty(&s))
        return true;
    while (!is_empty(&s)) {
        int digit = unicode_decimal_value(take(&s));
        if (digit < 0)
            return true;
        if (n > (PTRDIFF_MAX - digit) / 10)
            return value_error(m, "Too many decimal digits in format string");
        n = n * 10 + digit;
    }
    *value = n;
    return true;
}

static bool number_field(Machine *m, struct format *f, bool automatic, ssize_t *index)
{
    if (f->numbering == NUMBERING_OPEN)
        f->numbering = automatic ? NUMBERING_AUTOMATIC : NUMBERING_MANUAL;
    if (f->numbering == NUMBERING_MANUAL && automatic)
        return value_error(m, "cannot switch from manual field specification to automatic field "
                              "numbering");
    if (f->numbering == NUMBERING_AUTOMATIC && !automatic)
        return value_error(m, "cannot switch from automatic field numbering to manual field "
                              "specification");
    if (automatic)
        *index = f->next++;
    return true;
}

static Object *keyword(Machine *m, const struct format *f, struct span name)
{
    Object *key = str_substring(m, name.text, name.start, name.end), *value = NULL;
    if (!key)
        return NULL;
    if (f->mapping) {
        value = object_getitem(m, f->mapping, key);
    } else {
        for (ssize_t i = 0; f->kwnames && !value && i < tuple_size(f->kwnames); i++)
            if (str_equal(tuple_item(f->kwnames, i), key))
                value = newref(f->args[f->nargs + i]);
        if (!value)
            error_set_object(m, EXC_KeyError, key);
    }
    decref(m, key);
    return value;
}

static Object *positional(Machine *m, const struct format *f, ssize_t index)
{
    if (!f->args && f->mapping)
        return error_set(m, EXC_ValueError, "Format string contains positional fields");
    if (index < f->nargs)
        return newref(f->args[index]);
    return error_set(m, EXC_IndexError,
                     "Replacement index %zd out of range for positional args tuple", index);
}

/* What stands in front of the first '.' or '[', looked up; *rest is what follows. */
static Object *first_object(Machine *m, struct format *f, struct span *rest)
{
    struct span first = {rest->text, rest->start, rest->start};
    while (first.end < rest->end && str_at(rest->text, first.end) != '.' &&
           str_at(rest->text, first.end) != '[')
        first.end++;
    rest->start = first.end;
    ssize_t index;
    if (!get_integer(m, first, &index))
        return NULL;
    if ((is_empty(&first) || index >= 0) && !number_field(m, f, is_empty(&first), &index))
        return NULL;
    return index >= 0 ? positional(m, f, index) : keyword(m, f, first);
}

static Object *get_attribute(Machine *m, Object *o, struct span name)
{
    Object *key = str_substring(m, name.text, name.start, name.end);
    Object *value = key ? object_getattr(m, o, key) : NULL;
    xdecref(m, key);
    return value;
}

static Object *get_item(Machine *m, Object *o, struct span name)
{
    ssize_t index;
    if (!get_integer(m, name, &index))
        return NULL;
    Object *key =
        index >= 0 ? int_from_i64(m, index) : str_substring(m, name.text, name.start, name.end);
    Object *value = key ? object_getitem(m, o, key) : NULL;
    xdecref(m, key);
    return value;
}

/* One `.name` or `[index]` of *rest. */
static Object *step(Machine *m, Object *o, struct span *rest)
{
    uint32_t opening = take(rest);
    struct span name = {rest->text, rest->start, rest->start};
    if (opening != '.' && opening != '[')
        return error_set(m, EXC_ValueError,
                         "Only '.' or '[' may follow ']' in format field specifier");
    bool closed = false;
    while (!is_empty(rest) && !closed) {
        uint32_t c = str_at(rest->text, rest->start);
        if (opening == '.' && (c == '.' || c == '['))
            break;
        closed = opening == '[' && c == ']';
        rest->start++;
    }
    if (opening == '[' && !closed)
        return error_set(m, EXC_ValueError, "Missing ']' in format string");
    name.end = rest->start - closed;
    if (is_empty(&name))
        return error_set(m, EXC_ValueError, "Empty attribute in format string");
    return opening == '.' ? get_attribute(m, o, name) : get_item(m, o, name);
}

static Object *field_object(Machine *m, struct format *f, struct span name)
{
    Object *o = first_object(m, f, &name);
    while (o && !is_empty(&name)) {
        Object *next = step(m, o, &name);
        decref(m, o);
        o = next;
    }
    return o;
}

/* ---- reading fields -------------------------------------------------------------------------- */

/* The name up to '}', ':' or '!', which *end becomes (0: none came); brackets hide them. */
static bool read_name(Machine *m, struct span *s, struct span *name, uint32_t *end)
{
    *name = *s;
    *end = 0;
    while (!is_empty(s) && !*end) {
        uint32_t c = take(s);
        if (c == '{')
            return value_error(m, "unexpected '{' in field name");
        if (c == '[')
            while (!is_empty(s) && str_at(s->text, s->start) != ']')
                s->start++;
        if (c == '}' || c == ':' || c == '!')
            *end = c;
    }
    name->end = s->start - 1;
    return true;
}

/* The specification: up to the brace that closes the field. */
static bool read_spec(Machine *m, struct span *s, struct field *field)
{
    field->spec = *s;
    for (int depth = 1; !is_empty(s);) {
        uint32_t c = take(s);
        if (c == '{') {
            field->spec_has_fields = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            field->spec.end = s->start - 1;
            return true;
        }
    }
    return value_error(m, "unmatched '{' in format spec");
}

/* Reads a field whose '{' has been read. */
static bool read_field(Machine *m, struct span *s, struct field *field)
{
    uint32_t end;
    *field = (struct field){.spec = {s->text, 0, 0}};
    if (!read_name(m, s, &field->name, &end))
        return false;
    if (end == '}')
        return true;
    if (end == 0)
        return value_error(m, "expected '}' before end of string");
    if (end == '!') {
        if (is_empty(s))
            return value_error(m, "end of string while looking for conversion specifier");
        field->conversion = take(s);
        if (!is_empty(s)) {
            uint32_t c = take(s);
            if (c == '}')
                return true;
            if (c != ':')
                return value_error(m, "expected ':' after conversion specifier");
        }
    }
    return read_spec(m, s, field);
}

/* The text up to the next field, a doubled brace counting as one; *has_field says whether one
 * follows. */
static bool read_literal(Machine *m, struct span *s, struct span *literal, bool *has_field)
{
    uint32_t c = 0;
    *literal = *s;
    *has_field = false;
    while (!is_empty(s) && c != '{' && c != '}')
        c = take(s);
    literal->end = s->start;
    if (c != '{' && c != '}')
        return true;
    bool doubled = !is_empty(s) && str_at(s->text, s->start) == c;
    if (c == '}' && !doubled)
        return value_error(m, "Single '}' encountered in format string");
    if (is_empty(s))
        return value_error(m, "Single '{' encountered in format string");
    if (doubled) {
        s->start++;
    } else {
        literal->end--;
        *has_field = true;
    }
    return true;
}

/* ---- writing --------------------------------------------------------------------------------- */

/* Steals o. */
static Object *convert(Machine *m, Object *o, uint32_t conversion)
{
    Object *text = NULL;
    if (conversion == 0)
        return o;
    if (conversion == 's')
        text = object_str(m, o);
    else if (conversion == 'r')
        text = object_repr(m, o);
    else if (conversion == 'a')
        text = object_ascii(m, o);
    else if (conversion > 32 && conversion < 127)
        error_set(m, EXC_ValueError, "Unknown conversion specifier %c", (int)conversion);
    else
        error_set(m, EXC_ValueError, "Unknown conversion specifier \\x%x", (unsigned)conversion);
    decref(m, o);
    return text;
}

static Object *field_spec(Machine *m, struct format *f, const struct field *field, int depth)
{
    if (field->spec_has_fields)
        return build(m, f, field->spec, depth - 1);
    return str_substring(m, field->spec.text, field->spec.start, field->spec.end);
}

static int write_field(Machine *m, struct format *f, StrWriter *w, const struct field *field,
                       int depth)
{
    Object *o = field_object(m, f, field->name);
    if (o)
        o = convert(m, o, field->conversion);
    Object *spec = o ? field_spec(m, f, field, depth) : NULL;
    Object *text = spec ? object_format(m, o, spec) : NULL;
    int status = text ? str_writer_str(m, w, text) : -1;
    xdecref(m, text);
    xdecref(m, spec);
    xdecref(m, o);
    return status;
}

static Object *build(Machine *m, struct format *f, struct span s, int depth)
{
    StrWriter w = {0};
    if (depth <= 0)
        return error_set(m, EXC_ValueError, "Max string recursion exceeded");
    while (!is_empty(&s)) {
        struct span literal;
        struct field field;
        bool has_field;
        if (!read_literal(m, &s, &literal, &has_field) || (has_field && !read_field(m, &s, &field)))
            goto fail;
        w.last = is_empty(&s) && !has_field;
        bool whole = w.last && literal.start == 0 && literal.end == str_len(s.text);
        if ((whole ? str_writer_str(m, &w, s.text)
                   : str_writer_range(m, &w, s.text, literal.start, literal.end)) < 0)
            goto fail;
        w.last = is_empty(&s);
        if (has_field && write_field(m, f, &w, &field, depth) < 0)
            goto fail;
    }
    return str_writer_finish(m, &w);
fail:
    str_writer_drop(m, &w);
    return NULL;
}

STR_METHOD(format)
{
    struct format f = {.args = args, .nargs = (ssize_t)nargs, .kwnames = kwnames};
    return build(m, &f, (struct span){self, 0, str_len(self)}, MAX_NESTING);
}

STR_METHOD(format_map)
{
    (void)nargs, (void)kwnames;
    struct format f = {.mapping = args[0]};
    return build(m, &f, (struct span){self, 0, str_len(self)}, MAX_NESTING);
}
