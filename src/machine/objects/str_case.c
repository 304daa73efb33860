/* Case of strings: lower, upper, title, capitalize, swapcase, casefold, and the predicates about
 * it. Objects/unicodeobject.c: case_operation. */
#include "str_methods.h"
#include "str_private.h"
#include "unicode.h"

/* A mapping of s[i]: writes 1 to 3 code points and returns how many.  *in_word belongs to title().
 */
typedef int (*CaseMap)(const Object *s, ssize_t i, bool *in_word, uint32_t out[UNICODE_CASE_MAX]);

enum { CAPITAL_SIGMA = 0x3a3, SMALL_SIGMA = 0x3c3, FINAL_SIGMA = 0x3c2 };

/* Unicode's Final_Sigma: something cased stands before it and nothing cased behind, whatever
 * case-ignorable code points stand between. */
static bool sigma_is_final(const Object *s, ssize_t i)
{
    ssize_t before = i - 1, after = i + 1, n = str_len(s);
    while (before >= 0 && unicode_is_case_ignorable(str_at(s, before)))
        before--;
    if (before < 0 || !unicode_is_cased(str_at(s, before)))
        return false;
    while (after < n && unicode_is_case_ignorable(str_at(s, after)))
        after++;
    return after == n || !unicode_is_cased(str_at(s, after));
}

static int map_lower(const Object *s, ssize_t i, bool *in_word, uint32_t out[UNICODE_CASE_MAX])
{
    (void)in_word;
    uint32_t c = str_at(s, i);
    if (c == CAPITAL_SIGMA) {
        out[0] = sigma_is_final(s, i) ? FINAL_SIGMA : SMALL_SIGMA;
        return 1;
    }
    return unicode_to_lower(c, out);
}

static int map_upper(const Object *s, ssize_t i, bool *in_word, uint32_t out[UNICODE_CASE_MAX])
{
    (void)in_word;
    return unicode_to_upper(str_at(s, i), out);
}

static int map_folded(const Object *s, ssize_t i, bool *in_word, uint32_t out[UNICODE_CASE_MAX])
{
    (void)in_word;
    return unicode_to_folded(str_at(s, i), out);
}

static int map_swapped(const Object *s, ssize_t i, bool *in_word, uint32_t out[UNICODE_CASE_MAX])
{
    uint32_t c = str_at(s, i);
    if (unicode_is_upper(c))
        return map_lower(s, i, in_word, out);
    if (unicode_is_lower(c))
        return unicode_to_upper(c, out);
    out[0] = c;
    return 1;
}

static int map_capitalized(const Object *s, ssize_t i, bool *in_word,
                           uint32_t out[UNICODE_CASE_MAX])
{
    return i == 0 ? unicode_to_title(str_at(s, 0), out) : map_lower(s, i, in_word, out);
}

static int map_title(const Object *s, ssize_t i, bool *in_word, uint32_t out[UNICODE_CASE_MAX])
{
    uint32_t c = str_at(s, i);
    int n = *in_word ? map_lower(s, i, in_word, out) : unicode_to_title(c, out);
    *in_word = unicode_is_cased(c);
    return n;
}

/* Measures the result, then makes it: a new str always, of one character too. */
static Object *map_case(Machine *m, Object *s, CaseMap map)
{
    uint32_t out[UNICODE_CASE_MAX], all = 0;
    ssize_t length = 0, n = str_len(s);
    bool in_word = false;
    for (ssize_t i = 0; i < n; i++)
        for (int k = map(s, i, &in_word, out); k-- > 0; length++)
            all |= out[k];
    Object *result = str_new(m, length, all > MAX_CODE_POINT ? MAX_CODE_POINT : all);
    in_word = false;
    for (ssize_t i = 0, at = 0; result && i < n; i++) {
        int count = map(s, i, &in_word, out);
        for (int k = 0; k < count; k++)
            str_put(result, at++, out[k]);
    }
    return result;
}

STR_METHOD(lower)
{
    STR_UNUSED_ARGS;
    return map_case(m, self, map_lower);
}
STR_METHOD(upper)
{
    STR_UNUSED_ARGS;
    return map_case(m, self, map_upper);
}
STR_METHOD(casefold)
{
    STR_UNUSED_ARGS;
    return map_case(m, self, map_folded);
}
STR_METHOD(swapcase)
{
    STR_UNUSED_ARGS;
    return map_case(m, self, map_swapped);
}
STR_METHOD(title)
{
    STR_UNUSED_ARGS;
    return map_case(m, self, map_title);
}
STR_METHOD(capitalize)
{
    STR_UNUSED_ARGS;
    return str_len(self) ? map_case(m, self, map_capitalized) : str_unchanged(m, self);
}

/* ---- predicates ------------------------------------------------------------------------------ */

/* At least one code point, and all of the class. */
static Object *all_are(Machine *m, const Object *s, bool (*class)(uint32_t))
{
    ssize_t n = str_len(s);
    for (ssize_t i = 0; i < n; i++)
        if (!class(str_at(s, i)))
            return newref(m->false_);
    return newref(bool_of(m, n > 0));
}

STR_METHOD(isalpha)
{
    STR_UNUSED_ARGS;
    return all_are(m, self, unicode_is_alpha);
}
STR_METHOD(isalnum)
{
    STR_UNUSED_ARGS;
    return all_are(m, self, unicode_is_alnum);
}
STR_METHOD(isdecimal)
{
    STR_UNUSED_ARGS;
    return all_are(m, self, unicode_is_decimal);
}
STR_METHOD(isdigit)
{
    STR_UNUSED_ARGS;
    return all_are(m, self, unicode_is_digit);
}
STR_METHOD(isnumeric)
{
    STR_UNUSED_ARGS;
    return all_are(m, self, unicode_is_numeric);
}
STR_METHOD(isspace)
{
    STR_UNUSED_ARGS;
    return all_are(m, self, unicode_is_space);
}
STR_METHOD(isprintable)
{
    STR_UNUSED_ARGS;
    return str_len(self) ? all_are(m, self, unicode_is_printable) : newref(m->true_);
}
STR_METHOD(isascii)
{
    STR_UNUSED_ARGS;
    return newref(bool_of(m, as_str(self)->ascii));
}
STR_METHOD(isidentifier)
{
    STR_UNUSED_ARGS;
    return newref(bool_of(m, str_is_identifier(self)));
}

/* None of the other case, and at least one of this. */
static Object *case_is(Machine *m, const Object *s, bool (*this)(uint32_t), bool (*other)(uint32_t))
{
    bool found = false;
    for (ssize_t i = 0; i < str_len(s); i++) {
        uint32_t c = str_at(s, i);
        if (other(c) || unicode_is_title(c))
            return newref(m->false_);
        found = found || this(c);
    }
    return newref(bool_of(m, found));
}

STR_METHOD(islower)
{
    STR_UNUSED_ARGS;
    return case_is(m, self, unicode_is_lower, unicode_is_upper);
}
STR_METHOD(isupper)
{
    STR_UNUSED_ARGS;
    return case_is(m, self, unicode_is_upper, unicode_is_lower);
}

/* Capitals only where a word begins, small letters only within one. */
STR_METHOD(istitle)
{
    STR_UNUSED_ARGS;
    bool in_word = false, found = false;
    for (ssize_t i = 0; i < str_len(self); i++) {
        uint32_t c = str_at(self, i);
        bool capital = unicode_is_upper(c) || unicode_is_title(c);
        if (capital ? in_word : unicode_is_lower(c) && !in_word)
            return newref(m->false_);
        in_word = capital || unicode_is_lower(c);
        found = found || in_word;
    }
    return newref(bool_of(m, found));
}
