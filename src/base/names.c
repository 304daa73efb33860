#include <pyviz/base/names.h>

#include <pyviz/base/ascii.h>

#include "names_data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool names_known(void)
{
    return names_all > 0;
}

/* ---- names made by rule ---------------------------------------------------------------------- */

/* Syllables of Hangul: a consonant, a vowel, perhaps another consonant. */
enum { HANGUL = 0xac00, LEADS = 19, VOWELS = 21, TAILS = 28 };
static const char *const leads[LEADS] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                         "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
static const char *const vowels[VOWELS] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                           "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                           "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char *const tails[TAILS] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                         "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                         "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};
static const char hangul[] = "HANGUL SYLLABLE ", ideograph[] = "CJK UNIFIED IDEOGRAPH-";

static bool is_ideograph(uint32_t code)
{
    for (const struct name_range *r = names_ideographs; r->last; r++)
        if (code >= r->first && code <= r->last)
            return true;
    return false;
}

/* The longest of the parts with which the text begins: its number, or -1; moves behind it. */
static int part(const char *const *parts, int count, const char **text)
{
    int best = -1;
    for (int i = 0; i < count; i++)
        if (!strncmp(*text, parts[i], strlen(parts[i])) &&
            (best < 0 || strlen(parts[i]) > strlen(parts[best])))
            best = i;
    if (best >= 0)
        *text += strlen(parts[best]);
    return best;
}

static bool find_by_rule(const char *name, uint32_t *code)
{
    if (!strncmp(name, hangul, strlen(hangul))) {
        name += strlen(hangul);
        int lead = part(leads, LEADS, &name), vowel = part(vowels, VOWELS, &name);
        int tail = part(tails, TAILS, &name);
        *code = (uint32_t)(HANGUL + (lead * VOWELS + vowel) * TAILS + tail);
        return lead >= 0 && vowel >= 0 && tail >= 0 && !*name;
    }
    if (!strncmp(name, ideograph, strlen(ideograph))) {
        const char *digits = name + strlen(ideograph);
        size_t n = strlen(digits);
        if ((n != 4 && n != 5) || strspn(digits, "0123456789ABCDEF") != n)
            return false;
        *code = (uint32_t)strtoul(digits, NULL, 16);
        return is_ideograph(*code);
    }
    return false;
}

/* ---- names in the tables --------------------------------------------------------------------- */

static const char *name_at(size_t sorted)
{
    return names_text + names_table[names_sorted[sorted]].at;
}

bool names_find(const char *name, size_t n, uint32_t *code)
{
    char exact[NAMES_MAX], upper[NAMES_MAX];
    if (n >= NAMES_MAX || memchr(name, '\0', n))
        return false;
    for (size_t i = 0; i <= n; i++) {
        exact[i] = i < n ? name[i] : '\0';
        upper[i] = (char)ascii_to_upper(exact[i]);
    }
    if (names_known() && find_by_rule(exact, code))
        return true;
    size_t low = 0, high = names_all;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(upper, name_at(middle));
        if (order == 0) {
            *code = names_table[names_sorted[middle]].code;
            return true;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

bool names_of(uint32_t code, char out[NAMES_MAX])
{
    if (code >= HANGUL && code < HANGUL + LEADS * VOWELS * TAILS && names_known()) {
        uint32_t at = code - HANGUL;
        snprintf(out, NAMES_MAX, "%s%s%s%s", hangul, leads[at / (VOWELS * TAILS)],
                 vowels[at / TAILS % VOWELS], tails[at % TAILS]);
        return true;
    }
    if (is_ideograph(code)) {
        snprintf(out, NAMES_MAX, "%s%04X", ideograph, code);
        return true;
    }
    size_t low = 0, high = names_own;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (names_table[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == names_own || names_table[low].code != code)
        return false;
    snprintf(out, NAMES_MAX, "%s", names_text + names_table[low].at);
    return true;
}

bool names_value(uint32_t code, double *value, bool *digit)
{
    for (const struct character_value *v = names_values; v->denominator; v++)
        if (v->code == code) {
            *value = (double)v->numerator / v->denominator;
            *digit = v->digit;
            return true;
        }
    return false;
}
