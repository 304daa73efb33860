/* str % args and bytes % args: Objects/unicodeobject.c: PyUnicode_Format, Objects/bytesobject.c:
 * _PyBytes_FormatEx.  One machinery for both: bytes are read and written as Latin-1, and only what
 * %s, %r and %c take differs. */
#include "str_percent.h"
#include "../class.h"
#include "str_private.h"
#include <pyviz/base/ascii.h>
#include <pyviz/machine/bytearray.h>

#include <pyviz/machine/float.h>

#include <limits.h>
#include <string.h>

enum flag { LEFT = 1, SIGN = 2, BLANK = 4, ALTERNATE = 8, ZERO = 16 };

/* One conversion: %(key)-05.2d */
struct spec {
    unsigned flags;
    ssize_t width; /* -1: none */
    int precision; /* -1: none */
    uint32_t letter;
    bool number; /* has a sign, and '0' may fill it */
};

struct percent {
    bool bytes;
    Object *format;
    const void *data; /* the format's text */
    int kind;
    ssize_t length, at;
    /* What the next conversion takes from: a tuple's next item, or, once, a value. */
    Object *args;
    bool args_owned, is_tuple, taken;
    ssize_t next;
    Object *mapping; /* borrowed; what %(key) looks in, or NULL */
    StrWriter out;
};

/* ---- arguments ------------------------------------------------------------------------------- */

/* Borrowed. */
static Object *next_argument(Machine *m, struct percent *p)
{
    if (p->is_tuple && p->next < tuple_size(p->args))
        return tuple_item(p->args, p->next++);
    if (!p->is_tuple && !p->taken) {
        p->taken = true;
        return p->args;
    }
    return error_set(m, EXC_TypeError, "not enough arguments for format string");
}

static bool all_arguments_used(const struct percent *p)
{
    return p->mapping || (p->is_tuple ? p->next >= tuple_size(p->args) : p->taken);
}

static void drop_arguments(Machine *m, struct percent *p)
{
    Object *args = p->args;
    p->args = NULL;
    if (p->args_owned)
        xdecref(m, args);
    p->args_owned = false;
}

static Object *key_from(Machine *m, const struct percent *p, ssize_t start, ssize_t end)
{
    if (p->bytes)
        return bytes_new(m, (const char *)p->data + start, end - start);
    return str_substring(m, p->format, start, end);
}

/* ---- reading a conversion -------------------------------------------------------------------- */

static bool at_end(const struct percent *p)
{
    return p->at >= p->length;
}
static uint32_t peek(const struct percent *p)
{
    return unit_at(p->data, p->kind, p->at);
}

/* (key): brackets nest. */
static bool read_key(Machine *m, struct percent *p)
{
    if (!p->mapping)
        return error_set(m, EXC_TypeError, "format requires a mapping");
    ssize_t start = ++p->at;
    for (int depth = 1; depth > 0; p->at++) {
        if (at_end(p))
            return error_set(m, EXC_ValueError, "incomplete format key");
        depth += peek(p) == '(' ? 1 : peek(p) == ')' ? -1 : 0;
    }
    Object *key = key_from(m, p, start, p->at - 1);
    Object *value = key ? object_getitem(m, p->mapping, key) : NULL;
    xdecref(m, key);
    if (!value)
        return false;
    drop_arguments(m, p);
    p->args = value;
    p->args_owned = true;
    p->is_tuple = p->taken = false;
    return true;
}

static unsigned flag_of(uint32_t c)
{
    return c == '-'   ? LEFT
           : c == '+' ? SIGN
           : c == ' ' ? BLANK
           : c == '#' ? ALTERNATE
           : c == '0' ? ZERO
                      : 0;
}

/* A number or a star; *value stays as it is if there is neither. */
static bool read_number(Machine *m, struct percent *p, ssize_t max, const char *what,
                        ssize_t *value)
{
    if (!at_end(p) && peek(p) == '*') {
        p->at++;
        Object *o = next_argument(m, p);
        if (!o)
            return false;
        if (!is_int(o))
            return error_set(m, EXC_TypeError, "* wants int");
        int overflow;
        *value = int_as_i64(o, &overflow);
        if (overflow || *value > max || *value < -max - 1)
            return error_set(m, EXC_OverflowError, "Python int too large to convert to C %s",
                             max == INT_MAX ? "int" : "ssize_t");
        return true;
    }
    ssize_t n = 0;
    for (; !at_end(p) && ascii_is_digit((int)peek(p)); p->at++) {
        ssize_t digit = (ssize_t)peek(p) - '0';
        if (n > (max - digit) / 10)
            return error_set(m, EXC_ValueError, "%s too big", what);
        *value = n = n * 10 + digit;
    }
    return true;
}

static bool read_spec(Machine *m, struct percent *p, struct spec *s)
{
    *s = (struct spec){.width = -1, .precision = -1};
    if (!at_end(p) && peek(p) == '(' && !read_key(m, p))
        return false;
    bool z = p->bytes && m->profile->bytes_percent_takes_z;
    for (; !at_end(p) && (flag_of(peek(p)) || (z && peek(p) == 'z')); p->at++)
        s->flags |= flag_of(peek(p));
    if (!read_number(m, p, PTRDIFF_MAX, "width", &s->width))
        return false;
    if (s->width < -1 || (s->width == -1 && p->at && unit_at(p->data, p->kind, p->at - 1) == '*')) {
        s->flags |= LEFT;
        s->width = (ssize_t)(0 - (size_t)s->width); /* the smallest stays as it is: no width */
    }
    if (!at_end(p) && peek(p) == '.') {
        ssize_t precision = 0;
        p->at++;
        if (!read_number(m, p, INT_MAX, p->bytes ? "prec" : "precision", &precision))
            return false;
        s->precision = precision < 0 ? 0 : (int)precision;
    }
    if (!at_end(p) && (peek(p) == 'h' || peek(p) == 'l' || peek(p) == 'L'))
        p->at++;
    if (at_end(p))
        return error_set(m, EXC_ValueError, "incomplete format");
    s->letter = peek(p);
    p->at++;
    return true;
}

/* ---- converting ------------------------------------------------------------------------------ */

static bool is_number(Object *o)
{
    const TypeSlots *slots = slots_of(o);
    return slots->nb_int || slots->nb_float || slots->nb_index;
}

/* What %d of a float or of anything with __int__ or __index__ means; NULL: refused. */
static Object *as_int(Machine *m, Object *o, uint32_t letter)
{
    bool hexadecimal = letter == 'x' || letter == 'X' || letter == 'o';
    if (is_int(o))
        return newref(o);
    if (is_number(o)) {
        Object *i = hexadecimal ? number_index(m, o) : number_int(m, o);
        if (i || !error_matches(m, EXC_TypeError))
            return i;
        error_clear(m);
    }
    return error_set(m, EXC_TypeError, "%%%c format: %s is required, not %.200s", (int)letter,
                     hexadecimal ? "an integer" : "a real number", type_name(o));
}

/* The digits of an int, at least `precision` of them, with or without 0x in front. */
static Object *int_text(Machine *m, Object *value, const struct spec *s)
{
    int base = s->letter == 'o' ? 8 : s->letter == 'x' || s->letter == 'X' ? 16 : 10;
    if (s->precision > INT_MAX - 3)
        return error_set(m, EXC_ValueError, "precision too large");
    Object *digits = int_to_str(m, value, base, base != 10 && s->flags & ALTERNATE);
    if (!digits)
        return NULL;
    ssize_t n = str_len(digits), head = str_at(digits, 0) == '-';
    if (base != 10 && s->flags & ALTERNATE)
        head += 2;
    StrWriter w = {0};
    str_writer_range(m, &w, digits, 0, head);
    str_writer_fill(m, &w, '0', s->precision - (n - head));
    str_writer_range(m, &w, digits, head, n);
    for (ssize_t i = 0; s->letter == 'X' && !w.failed && i < w.length; i++) {
        char c = w.data[i];
        w.data[i] = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
    }
    decref(m, digits);
    return str_writer_finish(m, &w);
}

static Object *convert_int(Machine *m, const struct percent *p, Object *o, const struct spec *s)
{
    Object *value = as_int(m, o, p->bytes && s->letter == 'i' ? 'd' : s->letter);
    Object *text = value ? int_text(m, value, s) : NULL;
    xdecref(m, value);
    return text;
}

/* The host's buffer is filled and emptied between two allocations of the machine. */
static Object *convert_float(Machine *m, const struct percent *p, Object *o, const struct spec *s)
{
    double v = float_as_double(m, o);
    if (v == -1.0 && error_occurred(m)) {
        if (p->bytes && error_matches(m, EXC_TypeError))
            error_set(m, EXC_TypeError, "float argument required, not %.200s", type_name(o));
        return NULL;
    }
    enum { DIGITS_BEFORE_POINT = 330 };
    int precision = s->precision < 0 ? 6 : s->precision;
    StrWriter w = {0};
    if (str_writer_reserve(m, &w, (ssize_t)precision + DIGITS_BEFORE_POINT, 0x7f) < 0)
        return NULL;
    struct buffer text = {0};
    float_format(&text, v, (char)s->letter, precision, s->flags & ALTERNATE, false);
    str_writer_latin1(m, &w, buffer_text(&text), text.len);
    buffer_free(&text);
    return str_writer_finish(m, &w);
}

static Object *bad_char(Machine *m, const struct percent *p)
{
    if (p->bytes)
        return error_set(m, EXC_TypeError,
                         "%%c requires an integer in range(256) or a single byte");
    return error_set(m, EXC_TypeError, "%%c requires int or char");
}

static Object *convert_char(Machine *m, const struct percent *p, Object *o)
{
    MemoryLoan loan;
    if (p->bytes && (is_bytes(o) || is_bytearray(m, o)))
        return memory_peek(m, o, &loan) && loan.len == 1
                   ? str_from_code_point(m, *(const unsigned char *)loan.data)
                   : bad_char(m, p);
    if (!p->bytes && is_str(o) && str_len(o) == 1)
        return newref(o);
    if (!slots_of(o)->nb_index)
        return bad_char(m, p);
    Object *i = number_index(m, o);
    if (!i)
        return NULL;
    int overflow;
    int64_t c = int_as_i64(i, &overflow);
    decref(m, i);
    if (!overflow && c >= 0 && c <= (p->bytes ? 255 : MAX_CODE_POINT))
        return str_from_code_point(m, (uint32_t)c);
    return error_set(m, EXC_OverflowError,
                     p->bytes ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)");
}

static Object *latin1(Machine *m, Object *bytes)
{
    const BytesObject *b = (const BytesObject *)bytes;
    return str_from_units(m, b->data, 1, b->size);
}

/* %b and %s of bytes: bytes, or what __bytes__ gives. */
static Object *convert_bytes(Machine *m, Object *o)
{
    if (is_bytes(o))
        return latin1(m, o);
    MemoryLoan loan;
    Object *method = type_lookup(m, o->type, m->id.__bytes__);
    if (!method && memory_peek(m, o, &loan))
        return str_from_units(m, loan.data ? loan.data : "", 1, loan.len);
    if (!method && error_occurred(m))
        return NULL;
    if (!method)
        return error_set(m, EXC_TypeError,
                         "%%b requires a bytes-like object, or an object that implements "
                         "__bytes__, not '%.100s'",
                         type_name(o));
    Object *b = special_call(m, o, m->id.__bytes__, NULL, 0, NULL), *text = NULL;
    if (b && !is_bytes(b))
        error_set(m, EXC_TypeError, "__bytes__ returned non-bytes (type %.200s)", type_name(b));
    else if (b)
        text = latin1(m, b);
    xdecref(m, b);
    return text;
}

static Object *unsupported(Machine *m, const struct percent *p, uint32_t letter)
{
    if (p->bytes && letter > 127) /* CPython's char is signed */
        return error_set(m, EXC_OverflowError, "character argument not in range(0x110000)");
    return error_set(m, EXC_ValueError, "unsupported format character '%c' (0x%x) at index %zd",
                     p->bytes || (letter >= 31 && letter <= 126) ? (int)letter : '?',
                     (unsigned)letter, p->at - 1);
}

static Object *convert(Machine *m, const struct percent *p, Object *o, struct spec *s)
{
    switch (s->letter) {
    case 's':
        return p->bytes ? convert_bytes(m, o) : object_str(m, o);
    case 'b':
        return p->bytes ? convert_bytes(m, o) : unsupported(m, p, s->letter);
    case 'r':
        return p->bytes ? object_ascii(m, o) : object_repr(m, o);
    case 'a':
        return object_ascii(m, o);
    case 'c':
        return convert_char(m, p, o);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        s->number = true;
        return convert_int(m, p, o, s);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        s->number = true;
        return convert_float(m, p, o, s);
    default:
        return unsupported(m, p, s->letter);
    }
}

/* ---- laying out ------------------------------------------------------------------------------ */

/* The parts of a number in front of its digits. */
static uint32_t sign_of(const Object *text, const struct spec *s, ssize_t *from)
{
    uint32_t first = s->number && str_len(text) ? str_at(text, 0) : 0;
    if (first == '-' || first == '+') {
        ++*from;
        return first;
    }
    return !s->number ? 0 : s->flags & SIGN ? '+' : s->flags & BLANK ? ' ' : 0;
}

static int write_head(Machine *m, struct percent *p, const Object *text, uint32_t sign,
                      ssize_t prefix, ssize_t prefix_end)
{
    if (sign && str_writer_char(m, &p->out, sign) < 0)
        return -1;
    return str_writer_range(m, &p->out, text, prefix, prefix_end);
}

static int lay_out(Machine *m, struct percent *p, Object *text, const struct spec *s)
{
    ssize_t end = str_len(text), from = 0;
    bool cut = strchr("srab", (int)s->letter) && s->precision >= 0 && s->precision < end;
    if (s->width <= end && !cut && !(s->number && s->flags & (SIGN | BLANK)))
        return str_writer_str(m, &p->out, text);
    if (cut)
        end = s->precision;
    uint32_t sign = sign_of(text, s, &from);
    ssize_t prefix = from;
    if (s->flags & ALTERNATE && (s->letter == 'x' || s->letter == 'X' || s->letter == 'o'))
        from += 2;
    ssize_t room = s->width - (sign ? 1 : 0) - (end - prefix);
    bool zeros = s->number && s->flags & ZERO;
    if (zeros)
        write_head(m, p, text, sign, prefix, from);
    if (!(s->flags & LEFT))
        str_writer_fill(m, &p->out, zeros ? '0' : ' ', room);
    if (!zeros)
        write_head(m, p, text, sign, prefix, from);
    int status = str_writer_range(m, &p->out, text, from, end);
    return s->flags & LEFT ? str_writer_fill(m, &p->out, ' ', room) : status;
}

static int write_conversion(Machine *m, struct percent *p)
{
    struct spec s;
    p->at++;
    if (!at_end(p) && peek(p) == '%') {
        p->at++;
        return str_writer_char(m, &p->out, '%');
    }
    if (!read_spec(m, p, &s))
        return -1;
    p->out.last = at_end(p);
    Object *o = next_argument(m, p);
    Object *text = o ? convert(m, p, o, &s) : NULL;
    if (!text)
        return -1;
    int status = lay_out(m, p, text, &s);
    decref(m, text);
    return status;
}

static int write_literal(Machine *m, struct percent *p)
{
    ssize_t start = p->at;
    while (!at_end(p) && peek(p) != '%')
        p->at++;
    if (p->bytes)
        return str_writer_latin1(m, &p->out, (const char *)p->data + start,
                                 (size_t)(p->at - start));
    p->out.last = at_end(p);
    if (start == 0 && at_end(p))
        return str_writer_str(m, &p->out, p->format);
    return str_writer_range(m, &p->out, p->format, start, p->at);
}

static Object *run(Machine *m, struct percent *p)
{
    int status = 0;
    while (status == 0 && !at_end(p))
        status = peek(p) == '%' ? write_conversion(m, p) : write_literal(m, p);
    if (status == 0 && !all_arguments_used(p)) {
        error_set(m, EXC_TypeError, "not all arguments converted during %s formatting",
                  p->bytes ? "bytes" : "string");
        status = -1;
    }
    drop_arguments(m, p);
    if (status == 0)
        return str_writer_finish(m, &p->out);
    str_writer_drop(m, &p->out);
    return NULL;
}

static bool is_mapping(const Object *o)
{
    return slots_of(o)->mp_subscript && !is_tuple(o) && !is_str(o);
}

Object *str_format_percent(Machine *m, Object *format, Object *args)
{
    struct percent p = {
        .format = format,
        .data = as_str(format)->data,
        .kind = as_str(format)->kind,
        .length = str_len(format),
        .args = args,
        .is_tuple = is_tuple(args),
        .mapping = is_mapping(args) ? args : NULL,
    };
    return run(m, &p);
}

Object *bytes_format_percent(Machine *m, Object *format, Object *args)
{
    struct percent p = {
        .bytes = true,
        .format = format,
        .data = ((BytesObject *)format)->data,
        .kind = 1,
        .length = ((BytesObject *)format)->size,
        .args = args,
        .is_tuple = is_tuple(args),
        .mapping = is_mapping(args) && !is_bytes(args) && !is_bytearray(m, args) ? args : NULL,
    };
    Object *text = run(m, &p);
    Object *b = text ? bytes_new(m, as_str(text)->data, str_len(text)) : NULL;
    xdecref(m, text);
    return b;
}
