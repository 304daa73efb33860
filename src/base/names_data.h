/* The tables that src/base/names.sh makes out of Unicode's own. */
#ifndef PYVIZ_BASE_NAMES_DATA_H
#define PYVIZ_BASE_NAMES_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct named_character {
    uint32_t code, at; /* its name begins at names_text[at] */
};
struct name_range {
    uint32_t first, last;
};

struct character_value {
    uint32_t code;
    int64_t numerator;
    int32_t denominator;
    bool digit; /* as ² is one, and ½ none */
};

extern const char names_text[];                    /* NUL behind each */
extern const struct named_character names_table[]; /* by code, then the aliases */
extern const uint32_t names_sorted[];              /* places in the table, by name */
extern const size_t names_own, names_all;          /* without and with the aliases */
extern const struct name_range names_ideographs[]; /* {0, 0} ends them */
/* Of characters that are no decimals; a denominator of 0 ends them. */
extern const struct character_value names_values[];

#endif
