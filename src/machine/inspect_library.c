/* What repr() says of values of the library whose classes are Python here: read from their fields,
 * without running anything. */
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>

#include "modules/decimal_internal.h"

#include <gmp.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { MAX_DIGITS = 4000, MAX_NAMES = 200 };

static bool append_value(const Machine *m, const Object *o, struct buffer *out);

/* ---- fields ---------------------------------------------------------------------------------- */

/* What __slots__ or the instance's namespace has under that name; NULL: not filled in yet. */
static Object *field(const Machine *m, const Object *o, const char *name)
{
    Object *key, *value;
    for (size_t at = 0; inspect_next_slot(m, o, &at, &key, &value);)
        if (inspect_str_is(key, name))
            return value;
    for (size_t at = 0; inspect_next_attribute(m, o, &at, &key, &value);)
        if (inspect_str_is(key, name))
            return value;
    return NULL;
}

/* An int that fits; false: it is no such thing. */
static bool number(const Machine *m, const Object *o, const char *name, int64_t *n)
{
    int overflow = 0;
    Object *value = field(m, o, name);
    if (!value || value->type != m->types.int_)
        return false;
    *n = int_as_i64(value, &overflow);
    return !overflow;
}

/* So many fields, with commas between them. */
static bool append_numbers(const Machine *m, const Object *o, const char *const *names, int count,
                           struct buffer *out)
{
    for (int i = 0; i < count; i++) {
        int64_t n;
        if (!number(m, o, names[i], &n))
            return false;
        buffer_printf(out, "%s%" PRId64, i ? ", " : "", n);
    }
    return true;
}

/* ---- datetime -------------------------------------------------------------------------------- */

static bool append_date(const Machine *m, const Object *o, struct buffer *out)
{
    static const char *const fields[] = {"_year", "_month", "_day"};
    buffer_puts(out, "datetime.date(");
    bool filled = append_numbers(m, o, fields, 3, out);
    buffer_putc(out, ')');
    return filled;
}

/* Behind hour and minute: what of the rest is not 0, the fold and the zone. */
static bool append_clock(const Machine *m, const Object *o, const char *const *names, int count,
                         struct buffer *out)
{
    int64_t last, fold;
    const Object *zone = field(m, o, "_tzinfo");
    while (count > 2 && number(m, o, names[count - 1], &last) && last == 0)
        count--;
    if (!zone || !number(m, o, "_fold", &fold) || !append_numbers(m, o, names, count, out))
        return false;
    if (fold)
        buffer_puts(out, ", fold=1");
    if (zone != m->none) {
        buffer_puts(out, ", tzinfo=");
        if (!append_value(m, zone, out))
            return false;
    }
    buffer_putc(out, ')');
    return true;
}

static bool append_time(const Machine *m, const Object *o, struct buffer *out)
{
    static const char *const fields[] = {"_hour", "_minute", "_second", "_microsecond"};
    buffer_puts(out, "datetime.time(");
    return append_clock(m, o, fields, 4, out);
}

static bool append_datetime(const Machine *m, const Object *o, struct buffer *out)
{
    static const char *const fields[] = {"_year",   "_month",  "_day",        "_hour",
                                         "_minute", "_second", "_microsecond"};
    enum { UP_TO_MINUTE = 5, ALL = 7 };
    int64_t second, microsecond;
    if (!number(m, o, "_second", &second) || !number(m, o, "_microsecond", &microsecond))
        return false;
    buffer_puts(out, "datetime.datetime(");
    return append_clock(m, o, fields, second || microsecond ? ALL : UP_TO_MINUTE, out);
}

static bool append_timedelta(const Machine *m, const Object *o, struct buffer *out)
{
    static const char *const fields[] = {"_days", "_seconds", "_microseconds"};
    bool any = false;
    buffer_puts(out, "datetime.timedelta(");
    for (int i = 0; i < 3; i++) {
        int64_t n;
        if (!number(m, o, fields[i], &n))
            return false;
        if (n)
            buffer_printf(out, "%s%s=%" PRId64, any ? ", " : "", fields[i] + 1, n);
        any |= n != 0;
    }
    buffer_puts(out, any ? ")" : "0)");
    return true;
}

static bool append_timezone(const Machine *m, const Object *o, struct buffer *out)
{
    Object *key, *value;
    for (size_t at = 0; inspect_next_attribute(m, (const Object *)o->type, &at, &key, &value);)
        if (value == o && inspect_str_is(key, "utc")) {
            buffer_puts(out, "datetime.timezone.utc");
            return true;
        }
    const Object *offset = field(m, o, "_offset"), *name = field(m, o, "_name");
    buffer_puts(out, "datetime.timezone(");
    if (!offset || !name || !append_value(m, offset, out))
        return false;
    if (name != m->none)
        buffer_puts(out, ", ");
    if (name != m->none && !inspect_repr(m, name, out))
        return false;
    buffer_putc(out, ')');
    return true;
}

/* ---- decimal, fractions ---------------------------------------------------------------------- */

static void append_digits(const DecimalObject *d, struct buffer *out)
{
    struct buffer limbs = {0};
    size_t room = d->digits + 2;
    mp_limb_t *copy = (mp_limb_t *)(void *)buffer_reserve(&limbs, (d->size + 1) * sizeof *copy);
    memcpy(copy, d->limb, d->size * sizeof *copy);
    unsigned char *digits = (unsigned char *)buffer_reserve(out, room);
    size_t len = mpn_get_str(digits, 10, copy, (mp_size_t)d->size), zeros = 0;
    while (zeros + 1 < len && digits[zeros] == 0)
        zeros++;
    for (size_t i = zeros; i < len; i++)
        digits[i - zeros] = (unsigned char)(digits[i] + '0');
    out->len += len - zeros;
    out->data[out->len] = '\0';
    buffer_free(&limbs);
}

/* A finite number: with an exponent if it has trailing zeros that are none, or many leading ones.
 * The decimal specification's to-scientific-string. */
static void append_finite(const DecimalObject *d, struct buffer *out)
{
    enum { MOST_ZEROS = 6 };
    struct buffer digits = {0};
    if (d->size)
        append_digits(d, &digits);
    else
        buffer_putc(&digits, '0');
    int64_t n = (int64_t)digits.len, left = d->exponent + n;
    bool plain = d->exponent <= 0 && left > -MOST_ZEROS;
    int64_t point = plain ? left : 1;
    if (point <= 0)
        buffer_puts(out, "0.");
    for (int64_t zeros = point; zeros < 0; zeros++)
        buffer_putc(out, '0');
    for (int64_t i = 0; i < n; i++) {
        if (i && i == point)
            buffer_putc(out, '.');
        buffer_putc(out, digits.data[i]);
    }
    if (left != point)
        buffer_printf(out, "E%+" PRId64, left - point);
    buffer_free(&digits);
}

static bool append_decimal(const Machine *m, const Object *o, struct buffer *out)
{
    const DecimalObject *d = (const DecimalObject *)o;
    (void)m;
    if (d->digits > MAX_DIGITS)
        return false;
    buffer_puts(out, d->negative ? "Decimal('-" : "Decimal('");
    if (d->kind == DECIMAL_FINITE)
        append_finite(d, out);
    else
        buffer_puts(out, d->kind == DECIMAL_INFINITE ? "Infinity"
                         : d->kind == DECIMAL_QUIET  ? "NaN"
                                                     : "sNaN");
    if (d->kind != DECIMAL_FINITE && d->size)
        append_digits(d, out); /* what a NaN carries */
    buffer_puts(out, "')");
    return true;
}

static bool append_fraction(const Machine *m, const Object *o, struct buffer *out)
{
    static const char *const fields[] = {"_numerator", "_denominator"};
    buffer_puts(out, "Fraction(");
    for (int i = 0; i < 2; i++) {
        const Object *part = field(m, o, fields[i]);
        if (!part || part->type != m->types.int_ || !inspect_repr(m, part, out))
            return false;
        buffer_puts(out, i ? ")" : ", ");
    }
    return true;
}

/* ---- pathlib, uuid --------------------------------------------------------------------------- */

static bool append_path(const Machine *m, const Object *o, struct buffer *out)
{
    const Object *drive = field(m, o, "_drive"), *root = field(m, o, "_root"),
                 *names = field(m, o, "_names");
    struct buffer text = {0};
    if (!drive || !root || !names || !is_str(drive) || !is_str(root) || !is_list(names) ||
        list_size(names) > MAX_NAMES)
        return false;
    str_to_utf8(drive, &text);
    str_to_utf8(root, &text);
    bool only_names = text.len == 0;
    for (ssize_t i = 0; i < list_size(names); i++) {
        const Object *name = list_item(names, i);
        if (i)
            buffer_putc(&text, '/');
        if (name && is_str(name))
            str_to_utf8(name, &text);
    }
    /* Windows's are left out, and those with names that repr() would write otherwise. */
    bool simple = !strpbrk(buffer_text(&text), "'\\:");
    for (size_t i = 0; i < text.len; i++)
        simple &= (unsigned char)text.data[i] >= ' ' && (unsigned char)text.data[i] < 0x7F;
    if (simple)
        buffer_printf(out, "%s('%s')", inspect_type_title(o),
                      only_names && !text.len ? "." : buffer_text(&text));
    buffer_free(&text);
    return simple;
}

static bool append_uuid(const Machine *m, const Object *o, struct buffer *out)
{
    enum { DIGITS = 32 };
    Object *value = field(m, o, "int");
    if (!value || value->type != m->types.int_)
        return false;
    const IntObject *i = (const IntObject *)value;
    if (i->size < 0 || i->size > 2)
        return false;
    char digits[DIGITS + 1];
    snprintf(digits, sizeof digits, "%016" PRIx64 "%016" PRIx64,
             i->size > 1 ? (uint64_t)i->limb[1] : 0, i->size > 0 ? (uint64_t)i->limb[0] : 0);
    buffer_printf(out, "UUID('%.8s-%.4s-%.4s-%.4s-%.12s')", digits, digits + 8, digits + 12,
                  digits + 16, digits + 20);
    return true;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool append_value(const Machine *m, const Object *o, struct buffer *out)
{
    static const struct {
        const char *name;
        bool (*append)(const Machine *m, const Object *o, struct buffer *out);
    } classes[] = {
        {"date", append_date},         {"time", append_time},
        {"datetime", append_datetime}, {"timedelta", append_timedelta},
        {"timezone", append_timezone}, {"Fraction", append_fraction},
        {"PosixPath", append_path},    {"PurePosixPath", append_path},
        {"UUID", append_uuid},
    };
    if (o->type == m->types.decimal)
        return append_decimal(m, o, out);
    if (!inspect_is_library(m, o))
        return false;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (strcmp(inspect_type_title(o), classes[i].name) == 0)
            return classes[i].append(m, o, out);
    return false;
}

bool inspect_library_repr(const Machine *m, const Object *o, struct buffer *out)
{
    size_t start = out->len;
    if (append_value(m, o, out))
        return true;
    out->len = start;
    if (out->data)
        out->data[start] = '\0';
    return false;
}
