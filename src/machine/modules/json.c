/* The quick half of the module json: one pass that writes a value as text, one that reads a text:
 * Modules/_json.c, Lib/json/scanner.py.  The classes around them are Python: python/json*.py.
 *
 * Errors in a text are raised as decoder.JSONDecodeError(message, text, position), a Python class,
 * which the reader is handed along with the hooks. */
#include "builtins.h"

#include "../exceptions.h"
#include "../objects/dict_table.h"

#include <pyviz/base/ascii.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <math.h>
#include <string.h>

/* ---- writing --------------------------------------------------------------------------------- */

/* What is being written, from the outside in: for circular references. */
struct level {
    Object *o;
    const struct level *outer;
};

struct writer {
    StrWriter out;
    Object *fallback; /* default(o): the method or function */
    Object *indent;   /* a str for each level, or None */
    Object *item_separator, *key_separator;
    bool check_circular, sort_keys, skip_keys, ascii, allow_nan;
    ssize_t depth;
};

static const char escape_letters[] = "\bb\ff\nn\rr\tt\"\"\\\\";

static int write_escaped(Machine *m, StrWriter *out, uint32_t c)
{
    char text[16];
    for (const char *e = escape_letters; *e; e += 2)
        if (c == (uint32_t)*e) {
            text[0] = '\\';
            text[1] = e[1];
            text[2] = '\0';
            return str_writer_ascii(m, out, text);
        }
    static const char digit[] = "0123456789abcdef";
    uint32_t unit[2] = {c, 0};
    size_t units = 1, n = 0;
    if (c > 0xffff) {
        unit[0] = 0xd800 | ((c - 0x10000) >> 10);
        unit[1] = 0xdc00 | ((c - 0x10000) & 0x3ff);
        units = 2;
    }
    for (size_t i = 0; i < units; i++) {
        text[n++] = '\\';
        text[n++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4)
            text[n++] = digit[unit[i] >> shift & 15];
    }
    text[n] = '\0';
    return str_writer_ascii(m, out, text);
}

static int write_quoted(Machine *m, StrWriter *out, const Object *s, bool ascii)
{
    ssize_t n = str_len(s), done = 0;
    if (str_writer_char(m, out, '"') < 0)
        return -1;
    for (ssize_t i = 0; i < n; i++) {
        uint32_t c = str_at(s, i);
        if (c >= ' ' && c != '"' && c != '\\' && (!ascii || c < 0x7f))
            continue;
        if (str_writer_range(m, out, s, done, i) < 0 || write_escaped(m, out, c) < 0)
            return -1;
        done = i + 1;
    }
    return str_writer_range(m, out, s, done, n) < 0 ? -1 : str_writer_char(m, out, '"');
}

static Object *quoted(Machine *m, Object *s, bool ascii)
{
    StrWriter out = {0};
    if (!is_str(s))
        return error_set(m, EXC_TypeError, "first argument must be a string, not %.80s",
                         type_name(s));
    write_quoted(m, &out, s, ascii);
    return str_writer_finish(m, &out);
}

/* repr of the number, or a word that JSON does not know.  A new str. */
static Object *float_text(Machine *m, const struct writer *w, Object *o)
{
    double v = float_value(o);
    if (!isfinite(v) && !w->allow_nan) {
        bool shown = m->profile->json_nan_error_shows_value || w->indent != m->none;
        return shown ? error_set(m, EXC_ValueError,
                                 "Out of range float values are not JSON compliant: %R", o)
                     : error_set(m, EXC_ValueError,
                                 "Out of range float values are not JSON compliant");
    }
    if (!isfinite(v))
        return str_intern_ascii(m, isnan(v) ? "NaN" : v > 0 ? "Infinity" : "-Infinity");
    return m->types.float_->slots.tp_repr(m, o);
}

static int write_text(Machine *m, struct writer *w, Object *text)
{
    int status = text ? str_writer_str(m, &w->out, text) : -1;
    xdecref(m, text);
    return status;
}

static int write_newline(Machine *m, struct writer *w)
{
    if (w->indent == m->none)
        return 0;
    int status = str_writer_char(m, &w->out, '\n');
    for (ssize_t i = 0; i < w->depth && status == 0; i++)
        status = str_writer_str(m, &w->out, w->indent);
    return status;
}

static int write_value(Machine *m, struct writer *w, Object *o, const struct level *outer);

static bool is_circular(Machine *m, const struct writer *w, Object *o, const struct level *outer)
{
    if (!w->check_circular)
        return false;
    for (; outer; outer = outer->outer)
        if (outer->o == o) {
            error_set(m, EXC_ValueError, "Circular reference detected");
            return true;
        }
    return false;
}

/* Before an item: what parts it from the one before, or begins the first line. */
static int write_separator(Machine *m, struct writer *w, bool first)
{
    if (!first && str_writer_str(m, &w->out, w->item_separator) < 0)
        return -1;
    return write_newline(m, w);
}

static int write_end(Machine *m, struct writer *w, uint32_t bracket, bool own_line)
{
    w->depth--;
    return own_line && write_newline(m, w) < 0 ? -1 : str_writer_char(m, &w->out, bracket);
}

static int write_list(Machine *m, struct writer *w, Object *o, const struct level *outer)
{
    Object *items = sequence_fast(m, o, "not a sequence");
    if (!items)
        return -1;
    int status = 0;
    if (sequence_fast_size(items) == 0) {
        status = str_writer_ascii(m, &w->out, "[]");
    } else if (is_circular(m, w, o, outer)) {
        status = -1;
    } else {
        const struct level here = {o, outer};
        status = str_writer_char(m, &w->out, '[');
        w->depth++;
        for (ssize_t i = 0; status == 0 && i < sequence_fast_size(items); i++) {
            Object *item = newref(sequence_fast_items(items)[i]);
            status = write_separator(m, w, i == 0);
            if (status == 0)
                status = write_value(m, w, item, &here);
            decref(m, item);
        }
        if (status == 0)
            status = write_end(m, w, ']', true);
    }
    decref(m, items);
    return status;
}

/* A key as a str; NULL without an exception if it is to be left out. */
static Object *key_text(Machine *m, const struct writer *w, Object *key)
{
    if (is_str(key))
        return newref(key);
    if (is_float(key))
        return float_text(m, w, key);
    if (key == m->true_ || key == m->false_)
        return str_intern_ascii(m, key == m->true_ ? "true" : "false");
    if (key == m->none)
        return str_intern_ascii(m, "null");
    if (is_int(key))
        return int_to_str(m, key, 10, false);
    if (w->skip_keys)
        return NULL;
    return error_set(m, EXC_TypeError, "keys must be str, int, float, bool or None, not %.100s",
                     type_name(key));
}

static int write_pair(Machine *m, struct writer *w, Object *pair, bool *first,
                      const struct level *here)
{
    if (!is_tuple(pair) || tuple_size(pair) != 2) {
        error_set(m, EXC_ValueError, "items must return 2-tuples");
        return -1;
    }
    Object *key = key_text(m, w, tuple_item(pair, 0));
    if (!key)
        return error_occurred(m) ? -1 : 0;
    int status = *first && m->profile->json_indents_nothing ? 0 : write_separator(m, w, *first);
    *first = false;
    if (status == 0)
        status = write_quoted(m, &w->out, key, w->ascii);
    decref(m, key);
    if (status == 0)
        status = str_writer_str(m, &w->out, w->key_separator);
    return status == 0 ? write_value(m, w, tuple_item(pair, 1), here) : -1;
}

static Object *dict_pairs(Machine *m, const struct writer *w, Object *o)
{
    Object *view = is_exact(m, o, dict) ? dict_items(m, o, NULL, 0, NULL)
                                        : object_call_method(m, o, m->id.items, NULL, 0);
    Object *pairs = view ? sequence_list(m, view) : NULL;
    xdecref(m, view);
    if (pairs && w->sort_keys && list_sort(m, pairs, NULL, false) < 0)
        clear_ref(m, pairs);
    return pairs;
}

static int write_dict(Machine *m, struct writer *w, Object *o, const struct level *outer)
{
    if (dict_size(o) == 0)
        return str_writer_ascii(m, &w->out, "{}");
    if (is_circular(m, w, o, outer))
        return -1;
    Object *pairs = dict_pairs(m, w, o);
    if (!pairs)
        return -1;
    const struct level here = {o, outer};
    bool first = true;
    int status = str_writer_char(m, &w->out, '{');
    w->depth++;
    if (status == 0 && m->profile->json_indents_nothing)
        status = write_newline(m, w); /* also if every key is left out */
    for (ssize_t i = 0; status == 0 && i < list_size(pairs); i++)
        status = write_pair(m, w, list_item(pairs, i), &first, &here);
    bool nothing = first && !m->profile->json_indents_nothing;
    if (status == 0)
        status = write_end(m, w, '}', !nothing);
    decref(m, pairs);
    return status;
}

static int write_other(Machine *m, struct writer *w, Object *o, const struct level *outer)
{
    if (is_circular(m, w, o, outer))
        return -1;
    const struct level here = {o, outer};
    Object *instead = object_call1(m, w->fallback, o);
    int status = instead ? write_value(m, w, instead, &here) : -1;
    xdecref(m, instead);
    return status;
}

static int write_value(Machine *m, struct writer *w, Object *o, const struct level *outer)
{
    if (o == m->none)
        return str_writer_ascii(m, &w->out, "null");
    if (o == m->true_ || o == m->false_)
        return str_writer_ascii(m, &w->out, o == m->true_ ? "true" : "false");
    if (is_str(o))
        return write_quoted(m, &w->out, o, w->ascii);
    if (is_int(o))
        return write_text(m, w, int_to_str(m, o, 10, false));
    if (is_float(o))
        return write_text(m, w, float_text(m, w, o));
    if (recursion_enter(m, " while encoding a JSON object") < 0)
        return -1;
    int status = is_list(o) || is_tuple(o) ? write_list(m, w, o, outer)
                 : is_dict(o)              ? write_dict(m, w, o, outer)
                                           : write_other(m, w, o, outer);
    recursion_leave(m);
    return status;
}

/* encode(o, default, indent, item_separator, key_separator, check_circular, ensure_ascii,
 * sort_keys, skipkeys, allow_nan) */
BUILTIN(json_encode)
{
    enum { ARGUMENTS = 10 };
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "encode", nargs, ARGUMENTS, ARGUMENTS))
        return NULL;
    bool flag[ARGUMENTS];
    for (size_t i = 5; i < ARGUMENTS; i++) {
        int truth = object_is_true(m, args[i]);
        if (truth < 0)
            return NULL;
        flag[i] = truth;
    }
    struct writer w = {
        .fallback = args[1],
        .indent = args[2],
        .item_separator = args[3],
        .key_separator = args[4],
        .check_circular = flag[5],
        .ascii = flag[6],
        .sort_keys = flag[7],
        .skip_keys = flag[8],
        .allow_nan = flag[9],
    };
    if (!is_str(args[3]) || !is_str(args[4]))
        return error_set(m, EXC_TypeError, "make_encoder() argument %d must be str, not %s",
                         is_str(args[4]) ? 6 : 5, type_name(args[is_str(args[4]) ? 3 : 4]));
    if (write_value(m, &w, args[0], NULL) < 0) {
        str_writer_drop(m, &w.out);
        return NULL;
    }
    return str_writer_finish(m, &w.out);
}

BUILTIN(json_quote)
{
    UNUSED_ONE;
    return quoted(m, args[0], false);
}

BUILTIN(json_quote_ascii)
{
    UNUSED_ONE;
    return quoted(m, args[0], true);
}

/* ---- reading --------------------------------------------------------------------------------- */

struct reader {
    Object *text;
    ssize_t length;
    Object *error; /* the class JSONDecodeError */
    Object *object_hook, *pairs_hook, *parse_float, *parse_int, *parse_constant;
    Object *memo; /* dict: each key once */
    bool strict;
};

static void *text_error(Machine *m, const struct reader *r, const char *message, ssize_t at)
{
    Object *args[] = {str_from_ascii(m, message), r->text, int_from_i64(m, at)}, *error = NULL;
    if (args[0] && args[2])
        error = object_vectorcall(m, r->error, args, 3, NULL);
    xdecref(m, args[0]);
    xdecref(m, args[2]);
    return error ? error_raise(m, error) : NULL;
}

/* There is no value at `at`: the caller of raw_decode makes the error of it. */
static void *no_value(Machine *m, ssize_t at)
{
    Object *position = int_from_i64(m, at);
    if (position)
        error_set_object(m, EXC_StopIteration, position);
    xdecref(m, position);
    return NULL;
}

static uint32_t char_at(const struct reader *r, ssize_t i) /* 0 behind the end */
{
    return i < r->length ? str_at(r->text, i) : 0;
}

static ssize_t skip_blanks(const struct reader *r, ssize_t i)
{
    while (i < r->length) {
        uint32_t c = str_at(r->text, i);
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            break;
        i++;
    }
    return i;
}

/* Four hexadecimal digits before `end`; -1 if they are not. */
static int32_t hex_unit(const struct reader *r, ssize_t end)
{
    int32_t v = 0;
    for (ssize_t i = end - 4; i < end; i++) {
        int digit = ascii_digit_value((int)char_at(r, i));
        if (digit >= 16)
            return -1;
        v = v << 4 | digit;
    }
    return v;
}

/* What stands behind the backslash at `at`: the code point, and *next behind it.  -1: error. */
static int64_t read_escape(Machine *m, const struct reader *r, ssize_t at, ssize_t *next)
{
    uint32_t c = char_at(r, at + 1);
    if (c != 'u') {
        *next = at + 2;
        if (c == '/')
            return c;
        for (const char *e = escape_letters; *e; e += 2)
            if (c && c == (uint32_t)e[1])
                return *e;
        text_error(m, r, "Invalid \\escape", at);
        return -1;
    }
    ssize_t end = at + 6;
    int32_t high = end < r->length ? hex_unit(r, end) : -1;
    if (high < 0) {
        text_error(m, r, "Invalid \\uXXXX escape", at + 1);
        return -1;
    }
    *next = end;
    if ((high & 0xfc00) != 0xd800 || end + 6 >= r->length || char_at(r, end) != '\\' ||
        char_at(r, end + 1) != 'u')
        return high;
    int32_t low = hex_unit(r, end + 6);
    if ((low & 0xfc00) != 0xdc00 || low < 0)
        return high;
    *next = end + 6;
    return 0x10000 + ((high & 0x3ff) << 10 | (low & 0x3ff));
}

/* The string whose text begins at `at`, behind the quote. */
static Object *read_string(Machine *m, const struct reader *r, ssize_t at, ssize_t *next)
{
    ssize_t begin = at - 1;
    StrWriter out = {0};
    while (true) {
        ssize_t i = at;
        uint32_t c = 0;
        while (i < r->length && (c = str_at(r->text, i)) != '"' && c != '\\') {
            if (c < ' ' && r->strict) {
                text_error(m, r, "Invalid control character at", i);
                goto fail;
            }
            i++;
        }
        if (i == r->length || (c == '\\' && i + 1 == r->length)) {
            text_error(m, r, "Unterminated string starting at", begin);
            goto fail;
        }
        if (c == '"' && at == begin + 1) {
            *next = i + 1;
            return str_substring(m, r->text, at, i);
        }
        if (str_writer_range(m, &out, r->text, at, i) < 0)
            return NULL;
        if (c == '"') {
            *next = i + 1;
            return str_writer_finish(m, &out);
        }
        int64_t escaped = read_escape(m, r, i, &at);
        if (escaped < 0)
            goto fail;
        if (str_writer_char(m, &out, (uint32_t)escaped) < 0)
            return NULL;
    }
fail:
    str_writer_drop(m, &out);
    return NULL;
}

static ssize_t skip_digits(const struct reader *r, ssize_t i)
{
    while (ascii_is_digit(char_at(r, i)))
        i++;
    return i;
}

static Object *read_number(Machine *m, const struct reader *r, ssize_t at, ssize_t *next)
{
    ssize_t i = at + (char_at(r, at) == '-');
    bool whole = true;
    if (!ascii_is_digit(char_at(r, i)))
        return no_value(m, at);
    i = char_at(r, i) == '0' ? i + 1 : skip_digits(r, i);
    if (char_at(r, i) == '.' && ascii_is_digit(char_at(r, i + 1))) {
        whole = false;
        i = skip_digits(r, i + 2);
    }
    if (char_at(r, i) == 'e' || char_at(r, i) == 'E') {
        uint32_t sign = char_at(r, i + 1);
        ssize_t digits = i + 1 + (sign == '-' || sign == '+');
        if (ascii_is_digit(char_at(r, digits))) {
            whole = false;
            i = skip_digits(r, digits);
        }
    }
    Object *text = str_substring(m, r->text, at, i), *parse = whole ? r->parse_int : r->parse_float;
    if (!text)
        return NULL;
    Object *value = parse != m->none ? object_call1(m, parse, text)
                    : whole          ? int_from_str(m, text, 10)
                                     : float_from_str(m, text);
    decref(m, text);
    *next = i;
    return value;
}

static Object *read_value(Machine *m, const struct reader *r, ssize_t at, ssize_t *next);

/* Is the text at `at` this word?  Then *next is behind it. */
static bool has_word(const struct reader *r, ssize_t at, const char *word, ssize_t *next)
{
    ssize_t i = at;
    while (*word && char_at(r, i) == (uint32_t)*word) {
        word++;
        i++;
    }
    if (!*word)
        *next = i;
    return !*word;
}

static Object *read_array(Machine *m, const struct reader *r, ssize_t at, ssize_t *next)
{
    Object *list = list_new(m, 0);
    if (!list)
        return NULL;
    ssize_t i = skip_blanks(r, at);
    if (char_at(r, i) == ']') {
        *next = i + 1;
        return list;
    }
    while (true) {
        Object *value = read_value(m, r, i, &i);
        if (!value || list_append_steal(m, list, value) < 0)
            break;
        i = skip_blanks(r, i);
        if (char_at(r, i) == ']') {
            *next = i + 1;
            return list;
        }
        if (char_at(r, i) != ',') {
            text_error(m, r, "Expecting ',' delimiter", i);
            break;
        }
        ssize_t comma = i;
        i = skip_blanks(r, i + 1);
        if (m->profile->json_names_trailing_comma && char_at(r, i) == ']') {
            text_error(m, r, "Illegal trailing comma before end of array", comma);
            break;
        }
    }
    decref(m, list);
    return NULL;
}

/* The key at i, the colon behind it, and the blanks around that. */
static Object *read_key(Machine *m, const struct reader *r, ssize_t *i)
{
    if (char_at(r, *i) != '"')
        return text_error(m, r, "Expecting property name enclosed in double quotes", *i);
    Object *key = read_string(m, r, *i + 1, i);
    Object *shared = key ? dict_setdefault(m, r->memo, key, key) : NULL;
    xincref(shared);
    xdecref(m, key);
    if (!shared)
        return NULL;
    *i = skip_blanks(r, *i);
    if (char_at(r, *i) != ':') {
        decref(m, shared);
        return text_error(m, r, "Expecting ':' delimiter", *i);
    }
    *i = skip_blanks(r, *i + 1);
    return shared;
}

/* Adds what stands at *i to a dict, or as a pair to a list. */
static int read_member(Machine *m, const struct reader *r, Object *to, ssize_t *i)
{
    Object *key = read_key(m, r, i), *value = key ? read_value(m, r, *i, i) : NULL;
    int status = -1;
    if (value && is_dict(to)) {
        status = dict_set(m, to, key, value);
    } else if (value) {
        Object *pair = tuple_pack(m, 2, key, value);
        status = pair ? list_append_steal(m, to, pair) : -1;
    }
    xdecref(m, key);
    xdecref(m, value);
    return status;
}

static Object *hooked(Machine *m, const struct reader *r, Object *object)
{
    Object *hook = r->pairs_hook != m->none ? r->pairs_hook : r->object_hook;
    if (hook == m->none)
        return object;
    Object *value = object_call1(m, hook, object);
    decref(m, object);
    return value;
}

static Object *read_object(Machine *m, const struct reader *r, ssize_t at, ssize_t *next)
{
    Object *object = r->pairs_hook != m->none ? list_new(m, 0) : dict_new(m);
    if (!object)
        return NULL;
    ssize_t i = skip_blanks(r, at);
    if (char_at(r, i) == '}') {
        *next = i + 1;
        return hooked(m, r, object);
    }
    while (read_member(m, r, object, &i) == 0) {
        i = skip_blanks(r, i);
        if (char_at(r, i) == '}') {
            *next = i + 1;
            return hooked(m, r, object);
        }
        if (char_at(r, i) != ',') {
            text_error(m, r, "Expecting ',' delimiter", i);
            break;
        }
        ssize_t comma = i;
        i = skip_blanks(r, i + 1);
        if (m->profile->json_names_trailing_comma && char_at(r, i) == '}') {
            text_error(m, r, "Illegal trailing comma before end of object", comma);
            break;
        }
    }
    decref(m, object);
    return NULL;
}

static Object *read_nested(Machine *m, const struct reader *r, ssize_t at, ssize_t *next)
{
    bool array = char_at(r, at) == '[';
    if (recursion_enter(m, array ? " while decoding a JSON array from a unicode string"
                                 : " while decoding a JSON object from a unicode string") < 0)
        return NULL;
    Object *value = (array ? read_array : read_object)(m, r, at + 1, next);
    recursion_leave(m);
    return value;
}

static Object *read_value(Machine *m, const struct reader *r, ssize_t at, ssize_t *next)
{
    static const char *const constants[] = {"NaN", "Infinity", "-Infinity"};
    switch (char_at(r, at)) {
    case '"':
        return read_string(m, r, at + 1, next);
    case '{':
    case '[':
        return read_nested(m, r, at, next);
    }
    if (has_word(r, at, "null", next))
        return newref(m->none);
    if (has_word(r, at, "true", next))
        return newref(m->true_);
    if (has_word(r, at, "false", next))
        return newref(m->false_);
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (has_word(r, at, constants[i], next)) {
            Object *name = str_intern_ascii(m, constants[i]);
            Object *value = name ? object_call1(m, r->parse_constant, name) : NULL;
            xdecref(m, name);
            return value;
        }
    return read_number(m, r, at, next);
}

/* An index into the text; false with an exception. */
static bool position(Machine *m, Object *o, ssize_t *at)
{
    *at = number_as_ssize(m, o, EXC_OverflowError);
    if (*at == -1 && error_occurred(m))
        return false;
    if (*at < 0)
        error_set(m, EXC_ValueError, "idx cannot be negative");
    return *at >= 0;
}

static Object *with_position(Machine *m, Object *value, ssize_t next)
{
    Object *pair[2] = {value, value ? int_from_i64(m, next) : NULL};
    if (value && pair[1])
        return tuple_from_array_steal(m, pair, 2);
    xdecref(m, value);
    return NULL;
}

/* scan(text, idx, error, strict, object_hook, object_pairs_hook, parse_float, parse_int,
 * parse_constant): the value at idx, and the index behind it */
BUILTIN(json_scan)
{
    enum { ARGUMENTS = 9 };
    UNUSED_SELF;
    (void)kwnames;
    ssize_t at, next = 0;
    if (!arg_check_positional(m, "scan", nargs, ARGUMENTS, ARGUMENTS))
        return NULL;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "first argument must be a string, not %.80s",
                         type_name(args[0]));
    int strict = object_is_true(m, args[3]);
    if (strict < 0 || !position(m, args[1], &at))
        return NULL;
    if (at >= str_len(args[0]))
        return no_value(m, at);
    struct reader r = {
        .text = args[0],
        .length = str_len(args[0]),
        .error = args[2],
        .strict = strict,
        .object_hook = args[4],
        .pairs_hook = args[5],
        .parse_float = args[6],
        .parse_int = args[7],
        .parse_constant = args[8],
        .memo = dict_new(m),
    };
    if (!r.memo)
        return NULL;
    r.memo->flags |= OBJECT_QUIET;
    Object *value = read_value(m, &r, at, &next);
    decref(m, r.memo);
    return with_position(m, value, next);
}

/* scanstring(text, end, error, strict): the string whose quote stands before end */
BUILTIN(json_scanstring)
{
    UNUSED_SELF;
    (void)kwnames;
    ssize_t at, next = 0;
    if (!arg_check_positional(m, "scanstring", nargs, 4, 4) || !position(m, args[1], &at))
        return NULL;
    int strict = object_is_true(m, args[3]);
    if (strict < 0)
        return NULL;
    if (!is_str(args[0]) || at > str_len(args[0]))
        return error_set(m, EXC_ValueError, "end is out of bounds");
    struct reader r = {
        .text = args[0], .length = str_len(args[0]), .error = args[2], .strict = strict};
    Object *text = read_string(m, &r, at, &next);
    return with_position(m, text, next);
}

static const MethodDef json_methods[] = {
    {"encode", json_encode, METH_FASTCALL, NULL},
    {"encode_basestring", json_quote, METH_O, NULL},
    {"encode_basestring_ascii", json_quote_ascii, METH_O, NULL},
    {"scan", json_scan, METH_FASTCALL, NULL},
    {"scanstring", json_scanstring, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec json_core_module = {
    .name = "_json",
    .doc = "Values as JSON text, and back.",
    .methods = json_methods,
};
const ModuleSpec json_module = {
    .name = "json",
    .package = true,
    .doc = "Values as JSON text, and back.",
    .python = true,
    .missing = "codecs detect_encoding scanner tool",
};
const ModuleSpec json_decoder_module = {
    .name = "json.decoder",
    .doc = "JSON text as values.",
    .python = true,
};
const ModuleSpec json_encoder_module = {
    .name = "json.encoder",
    .doc = "Values as JSON text.",
    .python = true,
};
