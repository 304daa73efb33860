/* What Unicode says of a code point, as str's methods ask it: utf8proc's tables, and small ones of
 * ours (unicode_tables.h) for what utf8proc leaves out. */
#ifndef PYVIZ_MACHINE_OBJECTS_UNICODE_H
#define PYVIZ_MACHINE_OBJECTS_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

bool unicode_is_printable(uint32_t c);  /* repr shows it as it is */
bool unicode_is_space(uint32_t c);      /* str.isspace, split, strip */
bool unicode_is_line_break(uint32_t c); /* splitlines */
bool unicode_is_alpha(uint32_t c);      /* categories Lm Lt Lu Ll Lo */
bool unicode_is_alnum(uint32_t c);
bool unicode_is_decimal(uint32_t c); /* category Nd */
bool unicode_is_digit(uint32_t c);   /* Numeric_Type Decimal or Digit */
bool unicode_is_numeric(uint32_t c); /* Numeric_Type is not None */
bool unicode_is_lower(uint32_t c);   /* the property Lowercase */
bool unicode_is_upper(uint32_t c);
bool unicode_is_title(uint32_t c); /* category Lt */
bool unicode_is_cased(uint32_t c);
bool unicode_is_case_ignorable(uint32_t c);
/* The value of a decimal digit, 0 to 9; -1 for anything else. */
int unicode_decimal_value(uint32_t c);

enum { UNICODE_CASE_MAX = 3 };
/* Full case mappings: how many code points (1 to 3) were written.  A final sigma is str's business.
 */
int unicode_to_lower(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);
int unicode_to_upper(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);
int unicode_to_title(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);
int unicode_to_folded(uint32_t c, uint32_t out[UNICODE_CASE_MAX]);

#endif
