/* str_printf: Objects/unicodeobject.c: PyUnicode_FromFormatV, with its conversions for objects.
 * What is built lies in the region, for %R and %S may run Python code. */
#include "str_private.h"

#include "../docstring.h"

#include <pyviz/base/ascii.h>

#include <stdio.h>
#include <string.h>

/* One conversion as written: %-08.3lld */
struct conversion {
    char flags[8];
    int width, precision; /* -1: none */
    char size[3];         /* "", "l", "ll", "z" */
    char letter;
};

/* A va_list in a struct can be handed to functions that take from it. */
struct arguments {
    va_list list;
};

static int parse_number(const char **at, struct arguments *args)
{
    int n = 0;
    if (**at == '*') {
        ++*at;
        return va_arg(args->list, int);
    }
    for (; ascii_is_digit(**at); ++*at)
        n = n * 10 + (**at - '0');
    return n;
}

static const char *parse(const char *at, struct arguments *args, struct conversion *c)
{
    *c = (struct conversion){.width = -1, .precision = -1};
    size_t n = strspn(at, "-+ #0");
    memcpy(c->flags, at, n < sizeof c->flags ? n : sizeof c->flags - 1);
    at += n;
    if (ascii_is_digit(*at) || *at == '*')
        c->width = parse_number(&at, args);
    if (*at == '.') {
        at++;
        c->precision = parse_number(&at, args);
    }
    n = strspn(at, "lzh");
    memcpy(c->size, at, n < sizeof c->size ? n : sizeof c->size - 1);
    at += n;
    c->letter = *at;
    return *at ? at + 1 : at;
}

static int pad(Machine *m, StrWriter *w, const struct conversion *c, ssize_t n, bool before)
{
    bool left = strchr(c->flags, '-');
    return left == before ? 0 : str_writer_fill(m, w, ' ', c->width - n);
}

static int fail(Machine *m, StrWriter *w)
{
    str_writer_drop(m, w);
    w->failed = true;
    return -1;
}

static int write_object(Machine *m, StrWriter *w, const struct conversion *c, Object *s)
{
    if (!s)
        return fail(m, w);
    ssize_t n = str_len(s);
    if (c->precision >= 0 && n > c->precision)
        n = c->precision;
    pad(m, w, c, n, true);
    str_writer_range(m, w, s, 0, n);
    int status = pad(m, w, c, n, false);
    decref(m, s);
    return status;
}

static int write_text(Machine *m, StrWriter *w, const struct conversion *c, const char *s)
{
    /* Not of the right type: but CPython has a str there. */
    if (s == m->types.docstring->tp_name && docstring_refuse(m))
        return fail(m, w);
    size_t n = c->precision >= 0 ? strnlen(s, (size_t)c->precision) : strlen(s);
    pad(m, w, c, (ssize_t)utf8_length(s, n), true);
    str_writer_utf8(m, w, s, n);
    return pad(m, w, c, (ssize_t)utf8_length(s, n), false);
}

static long long take_signed(const char *size, struct arguments *args)
{
    return size[0] == 'z'                     ? va_arg(args->list, ssize_t)
           : size[0] == 'l' && size[1] == 'l' ? va_arg(args->list, long long)
           : size[0] == 'l'                   ? va_arg(args->list, long)
                                              : va_arg(args->list, int);
}

static unsigned long long take_unsigned(const char *size, struct arguments *args)
{
    return size[0] == 'z'                     ? va_arg(args->list, size_t)
           : size[0] == 'l' && size[1] == 'l' ? va_arg(args->list, unsigned long long)
           : size[0] == 'l'                   ? va_arg(args->list, unsigned long)
                                              : va_arg(args->list, unsigned);
}

static int write_number(Machine *m, StrWriter *w, const struct conversion *c,
                        struct arguments *args)
{
    char format[32], text[128];
    int width = c->width > 100 ? 100 : c->width < 0 ? 0 : c->width;
    int precision = c->precision > 100 ? 100 : c->precision; /* C takes -1 for none, too */
    snprintf(format, sizeof format, "%%%s*.*ll%c", c->flags, c->letter);
    if (c->letter == 'd' || c->letter == 'i')
        snprintf(text, sizeof text, format, width, precision, take_signed(c->size, args));
    else
        snprintf(text, sizeof text, format, width, precision, take_unsigned(c->size, args));
    return str_writer_ascii(m, w, text);
}

static int write_conversion(Machine *m, StrWriter *w, const struct conversion *c,
                            struct arguments *args)
{
    switch (c->letter) {
    case '%':
        return str_writer_char(m, w, '%');
    case 'c':
        return str_writer_char(m, w, (uint32_t)va_arg(args->list, int));
    case 's':
        return write_text(m, w, c, va_arg(args->list, const char *));
    case 'R':
        return write_object(m, w, c, object_repr(m, va_arg(args->list, Object *)));
    case 'S':
        return write_object(m, w, c, object_str(m, va_arg(args->list, Object *)));
    case 'A':
        return write_object(m, w, c, object_ascii(m, va_arg(args->list, Object *)));
    case 'U':
        return write_object(m, w, c, newref(va_arg(args->list, Object *)));
    case 'T':
        return write_text(m, w, c, type_name(va_arg(args->list, Object *)));
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o':
        return write_number(m, w, c, args);
    default:
        error_set_none(m, EXC_SystemError);
        return -1;
    }
}

Object *str_vprintf(Machine *m, const char *format, va_list list)
{
    struct arguments args;
    StrWriter w = {0};
    int status = 0;
    va_copy(args.list, list);
    while (status == 0 && *format) {
        const char *percent = strchrnul(format, '%');
        status = str_writer_utf8(m, &w, format, (size_t)(percent - format));
        format = percent;
        if (status == 0 && *percent) {
            struct conversion c;
            format = parse(percent + 1, &args, &c);
            status = write_conversion(m, &w, &c, &args);
        }
    }
    va_end(args.list);
    if (status < 0) {
        str_writer_drop(m, &w);
        return NULL;
    }
    return str_writer_finish(m, &w);
}

Object *str_printf(Machine *m, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Object *s = str_vprintf(m, format, args);
    va_end(args);
    return s;
}
