#include <pyviz/screen/colour.h>

#include "backend.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

static bool is_set(const char *value)
{
    return value && *value;
}

static bool ends_with(const char *s, const char *end)
{
    size_t n = strlen(s), m = strlen(end);
    return n >= m && strcmp(s + n - m, end) == 0;
}

static enum colour_depth depth_of_number(int colours)
{
    if (colours > 256)
        return COLOUR_RGB;
    return colours >= 256  ? COLOUR_256
           : colours >= 16 ? COLOUR_16
           : colours >= 8  ? COLOUR_8
                           : COLOUR_NONE;
}

enum colour_depth colour_depth(const struct colour_hints *hints)
{
    if (hints->wish == COLOUR_NEVER || (hints->wish == COLOUR_AUTO && is_set(hints->no_color)))
        return COLOUR_NONE;
    if (!is_set(hints->term) || strcmp(hints->term, "dumb") == 0)
        return COLOUR_NONE;
    if (ends_with(hints->term, "-direct"))
        return COLOUR_RGB;
    enum colour_depth depth = depth_of_number(hints->terminfo_colours);
    if (depth >= COLOUR_256 && is_set(hints->colorterm) &&
        (strcmp(hints->colorterm, "truecolor") == 0 || strcmp(hints->colorterm, "24bit") == 0))
        return COLOUR_RGB;
    return depth;
}

struct colour_hints colour_hints_from_environment(enum colour_wish wish)
{
    const char *term = getenv("TERM");
    return (struct colour_hints){.wish = wish,
                                 .no_color = getenv("NO_COLOR"),
                                 .term = term,
                                 .colorterm = getenv("COLORTERM"),
                                 .terminfo_colours = terminfo_colours(term)};
}

/* rxvt's convention: "foreground;background", palette indexes; 7 and 9 to 15 are light. */
static bool background_is_light(const char *colorfgbg)
{
    const char *last = colorfgbg ? strrchr(colorfgbg, ';') : NULL;
    if (!last || !last[1])
        return false;
    int index = atoi(last + 1);
    return index == 7 || (index >= 9 && index <= 15);
}

enum theme_name colour_theme(enum colour_depth depth, const char *colorfgbg)
{
    if (depth == COLOUR_NONE)
        return THEME_MONO;
    return background_is_light(colorfgbg) ? THEME_LIGHT : THEME_DARK;
}

bool colour_locale_is_ascii(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
}

int colour_index(const struct colour *colour, enum colour_depth depth)
{
    if (!colour->set)
        return -1;
    switch (depth) {
    case COLOUR_8:
        return colour->index8;
    case COLOUR_16:
        return colour->index16;
    case COLOUR_256:
        return colour->index256;
    case COLOUR_RGB:
        return colour->red << 16 | colour->green << 8 | colour->blue;
    default:
        return -1;
    }
}
