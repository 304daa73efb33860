/* The module unicodedata, as far as utf8proc's tables tell: Modules/unicodedata.c.
 *
 * What they do not tell (decompositions one step at a time, widths of what is not wide) is
 * refused by name. */
#include "builtins.h"

#include "../objects/unicode.h"

#include <pyviz/base/buffer.h>
#include <pyviz/base/names.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>

#include <utf8proc.h>

/* A longer name is not even sought. */
enum { CPYTHON_NAME_MAX = 256 };

/* The one character of an argument; false with TypeError. */
static bool character(Machine *m, const char *function, const char *which, Object *o, uint32_t *c)
{
    if (!is_str(o))
        error_set(m, EXC_TypeError, "%s() argument%s must be a unicode character, not %s", function,
                  which, o == m->none ? "None" : type_name(o));
    else if (str_len(o) != 1)
        error_set(m, EXC_TypeError, "%s() argument%s must be a unicode character, not str",
                  function, which);
    else
        *c = str_at(o, 0);
    return !error_occurred(m);
}

static const utf8proc_property_t *property(uint32_t c)
{
    return utf8proc_get_property((utf8proc_int32_t)c);
}

BUILTIN(unicodedata_category)
{
    UNUSED_ONE;
    uint32_t c;
    if (!character(m, "category", "", args[0], &c))
        return NULL;
    return str_from_ascii(m, utf8proc_category_string((utf8proc_int32_t)c));
}

BUILTIN(unicodedata_combining)
{
    UNUSED_ONE;
    uint32_t c;
    return character(m, "combining", "", args[0], &c)
               ? int_from_i64(m, property(c)->combining_class)
               : NULL;
}

BUILTIN(unicodedata_mirrored)
{
    UNUSED_ONE;
    uint32_t c;
    return character(m, "mirrored", "", args[0], &c) ? int_from_i64(m, property(c)->bidi_mirrored)
                                                     : NULL;
}

BUILTIN(unicodedata_bidirectional)
{
    static const char *const names[] = {"",    "L",  "LRE", "LRO", "R",   "AL",  "RLE", "RLO",
                                        "PDF", "EN", "ES",  "ET",  "AN",  "CS",  "NSM", "BN",
                                        "B",   "S",  "WS",  "ON",  "LRI", "RLI", "FSI", "PDI"};
    UNUSED_ONE;
    uint32_t c;
    if (!character(m, "bidirectional", "", args[0], &c))
        return NULL;
    unsigned class = property(c)->bidi_class;
    return str_from_ascii(m, class < sizeof names / sizeof *names ? names[class] : "");
}

BUILTIN(unicodedata_east_asian_width)
{
    UNUSED_ONE;
    uint32_t c;
    if (!character(m, "east_asian_width", "", args[0], &c))
        return NULL;
    if (c >= ' ' && c < 0x7f)
        return str_from_ascii(m, "Na");
    if (c < ' ' || c == 0x7f)
        return str_from_ascii(m, "N");
    if (c == 0x3000 || (c >= 0xff01 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6))
        return str_from_ascii(m, "F");
    if (utf8proc_charwidth((utf8proc_int32_t)c) == 2)
        return str_from_ascii(m, "W");
    return error_not_simulated(m, "the width of %R", args[0]);
}

/* ---- numbers --------------------------------------------------------------------------------- */

enum number { DECIMAL, DIGIT, NUMERIC };

static Object *number_of(Machine *m, const char *function, const char *wrong, Object *const *args,
                         size_t nargs, enum number kind)
{
    uint32_t c;
    if (!arg_check_positional(m, function, nargs, 1, 2) ||
        !character(m, function, " 1", args[0], &c))
        return NULL;
    int value = unicode_decimal_value(c);
    if (value >= 0)
        return kind == NUMERIC ? float_from_double(m, value) : int_from_i64(m, value);
    double number;
    bool digit, known = kind != DECIMAL && names_value(c, &number, &digit);
    if (known && (kind == NUMERIC || digit))
        return kind == NUMERIC ? float_from_double(m, number) : int_from_i64(m, (int64_t)number);
    if (!known &&
        ((kind == DIGIT && unicode_is_digit(c)) || (kind == NUMERIC && unicode_is_numeric(c))))
        return error_not_simulated(m, "the value of %R", args[0]);
    if (nargs == 2)
        return newref(args[1]);
    return error_set(m, EXC_ValueError, "%s", wrong);
}

BUILTIN(unicodedata_decimal)
{
    UNUSED_SELF;
    (void)kwnames;
    return number_of(m, "decimal", "not a decimal", args, nargs, DECIMAL);
}
BUILTIN(unicodedata_digit)
{
    UNUSED_SELF;
    (void)kwnames;
    return number_of(m, "digit", "not a digit", args, nargs, DIGIT);
}
BUILTIN(unicodedata_numeric)
{
    UNUSED_SELF;
    (void)kwnames;
    return number_of(m, "numeric", "not a numeric character", args, nargs, NUMERIC);
}

/* ---- normal forms ---------------------------------------------------------------------------- */

/* utf8proc's options for a form; 0: there is none of this name. */
static int form_options(const Object *form)
{
    if (str_equals_ascii(form, "NFC"))
        return UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    if (str_equals_ascii(form, "NFD"))
        return UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;
    if (str_equals_ascii(form, "NFKC"))
        return UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    if (str_equals_ascii(form, "NFKD"))
        return UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;
    return 0;
}

static Object *str_of_code_points(Machine *m, const utf8proc_int32_t *c, ssize_t n)
{
    uint32_t widest = 0;
    for (ssize_t i = 0; i < n; i++)
        widest |= (uint32_t)c[i];
    Object *s = str_new(m, n, widest);
    for (ssize_t i = 0; s && i < n; i++)
        str_put(s, i, (uint32_t)c[i]);
    return s;
}

/* Does something stand in a text that may be composed with what is before it?  Only looking at it
 * all tells, then: Modules/unicodedata.c: is_normalized_quickcheck. */
static bool may_compose(Object *text, int options)
{
    ssize_t n = options & UTF8PROC_COMPOSE ? str_len(text) : 0, i = 0;
    while (i < n && !utf8proc_get_property((utf8proc_int32_t)str_at(text, i))->combining_class)
        i++;
    return i < n;
}

/* What is normal at first sight is itself. */
static Object *itself_if_equal(Machine *m, Object *r, Object *text, int options)
{
    if (!r || !str_equal(r, text) || may_compose(text, options))
        return r;
    decref(m, r);
    return newref(text);
}

static Object *normalized(Machine *m, Object *text, int options)
{
    enum { MOST = 18 }; /* code points that one may become */
    if (((StrObject *)text)->ascii)
        return newref(text);
    utf8proc_int32_t *c = heap_alloc(m, ((size_t)str_len(text) * MOST + 1) * sizeof *c);
    if (!c)
        return NULL;
    struct buffer utf8 = {0};
    str_to_utf8(text, &utf8);
    ssize_t n =
        utf8proc_decompose((const utf8proc_uint8_t *)buffer_text(&utf8), (utf8proc_ssize_t)utf8.len,
                           c, str_len(text) * MOST, (utf8proc_option_t)options);
    buffer_free(&utf8);
    if (n >= 0 && options & UTF8PROC_COMPOSE)
        n = utf8proc_normalize_utf32(c, n, (utf8proc_option_t)options);
    Object *r = n < 0 ? error_not_simulated(m, "the normal form of a text with surrogates")
                      : str_of_code_points(m, c, n);
    heap_free(m, c);
    return r;
}

/* The arguments form and text; 0 with an exception. */
static int form_and_text(Machine *m, const char *name, Object *const *args, size_t nargs)
{
    if (!arg_check_positional(m, name, nargs, 2, 2))
        return 0;
    for (size_t i = 0; i < 2; i++)
        if (!is_str(args[i])) {
            error_set(m, EXC_TypeError, "%s() argument %zd must be str, not %s", name,
                      (ssize_t)i + 1, args[i] == m->none ? "None" : type_name(args[i]));
            return 0;
        }
    int options = form_options(args[0]);
    if (!options)
        error_set(m, EXC_ValueError, "invalid normalization form");
    return options;
}

BUILTIN(unicodedata_normalize)
{
    UNUSED_SELF;
    (void)kwnames;
    int options = form_and_text(m, "normalize", args, nargs);
    Object *r = options ? normalized(m, args[1], options) : NULL;
    return itself_if_equal(m, r, args[1], options);
}

BUILTIN(unicodedata_is_normalized)
{
    UNUSED_SELF;
    (void)kwnames;
    int options = form_and_text(m, "is_normalized", args, nargs);
    Object *s = options ? normalized(m, args[1], options) : NULL;
    bool same = s && str_equal(s, args[1]);
    if (!s)
        return NULL;
    decref(m, s);
    return newref(bool_of(m, same));
}

/* ---- names ----------------------------------------------------------------------------------- */

BUILTIN(unicodedata_name)
{
    UNUSED_SELF;
    (void)kwnames;
    uint32_t c;
    char name[NAMES_MAX];
    if (!arg_check_positional(m, "name", nargs, 1, 2) || !character(m, "name", " 1", args[0], &c))
        return NULL;
    if (!names_known())
        return error_not_simulated(m, "unicodedata.name");
    if (names_of(c, name))
        return str_from_ascii(m, name);
    return nargs == 2 ? newref(args[1]) : error_set(m, EXC_ValueError, "no such name");
}

BUILTIN(unicodedata_lookup)
{
    UNUSED_ONE;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "a bytes-like object is required, not '%s'",
                         type_name(args[0]));
    if (!names_known())
        return error_not_simulated(m, "unicodedata.lookup");
    struct buffer name = {0};
    uint32_t code;
    str_to_utf8(args[0], &name);
    bool longer = name.len > CPYTHON_NAME_MAX,
         found = names_find(buffer_text(&name), name.len, &code);
    buffer_free(&name);
    if (longer)
        return error_set(m, EXC_KeyError, "name too long");
    return found ? str_from_code_point(m, code)
                 : error_set(m, EXC_KeyError, "undefined character name '%U'", args[0]);
}

static const MethodDef unicodedata_methods[] = {
    {"bidirectional", unicodedata_bidirectional, METH_O, "The class for texts in both directions."},
    {"category", unicodedata_category, METH_O, "The general category."},
    {"combining", unicodedata_combining, METH_O, "The canonical combining class."},
    {"decimal", unicodedata_decimal, METH_FASTCALL, "The value as a decimal digit."},
    {"digit", unicodedata_digit, METH_FASTCALL, "The value as a digit."},
    {"east_asian_width", unicodedata_east_asian_width, METH_O,
     "How wide it is in East Asian texts."},
    {"is_normalized", unicodedata_is_normalized, METH_FASTCALL,
     "Whether a text is in a normal form."},
    {"lookup", unicodedata_lookup, METH_O, "The character of a name."},
    {"mirrored", unicodedata_mirrored, METH_O,
     "Whether it is mirrored in texts from right to left."},
    {"name", unicodedata_name, METH_FASTCALL, "The name of a character."},
    {"normalize", unicodedata_normalize, METH_FASTCALL, "A text in a normal form."},
    {"numeric", unicodedata_numeric, METH_FASTCALL, "The value as a number."},
    {NULL, NULL, 0, NULL},
};

static int unicodedata_exec(Machine *m, Object *dict)
{
    return module_add_str(m, dict, "unidata_version", m->profile->unicode_version);
}

const ModuleSpec unicodedata_module = {
    .name = "unicodedata",
    .doc = "What Unicode says of characters.",
    .methods = unicodedata_methods,
    .exec = unicodedata_exec,
    .missing = "UCD decomposition ucd_3_2_0 ucnhash_CAPI",
};
