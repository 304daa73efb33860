/* The vocabulary of looks.
 *
 * A view says what a thing *is* (added, probed, spare), never how it is coloured; a theme says what
 * that looks like.  What carries meaning on the stage is a filled chip in the colours of Okabe and
 * Ito, which people with any colour vision tell apart: black on bluish green, orange, sky blue and
 * yellow, white on blue.  All pass 4.5:1, whatever the terminal's background is.  Body text keeps
 * the terminal's own colours.
 *
 * Invariants: no look is dim, none blinks; no two of the states (style_is_state) look alike,
 * neither by colour nor, where there is none, by attributes; and each of them has a glyph of its
 * own, so that nothing is said by colour alone. */
#ifndef PYVIZ_CANVAS_THEME_H
#define PYVIZ_CANVAS_THEME_H

#include <stdbool.h>
#include <stdint.h>

enum style {
    STYLE_TEXT,         /* everything that has no other style */
    STYLE_TITLE,        /* the title line */
    STYLE_HEADER,       /* the header of a view, and its rules */
    STYLE_LABEL,        /* names of rows, columns, slots, fields */
    STYLE_CURRENT_LINE, /* state: the source line about to run */
    STYLE_ADDED,        /* state: what this step has put there, + */
    STYLE_CHANGED,      /* state: what this step has written over, ~ */
    STYLE_REMOVED,      /* state: what this step took away; a ghost, - */
    STYLE_PROBE,        /* state: what is being looked at, a slot on a probe path, ► */
    STYLE_MATCH,        /* state: found: a hit, a cell searched for, = */
    STYLE_SPARE,        /* room that is allocated and not used, · */
    STYLE_NARRATION,    /* the machine's voice */
    STYLE_AUTHOR,       /* the author's voice */
    STYLE_VALUE,        /* a value in what the machine's voice says */
    STYLE_OUTPUT,       /* what the program printed */
    STYLE_FOOTER,       /* keys, chapter, stop */
    STYLE_ERROR,        /* exceptions, refusals */
    STYLE_LINE_NUMBER,  /* source: the number before a line */
    STYLE_KEYWORD,      /* source: def, for, in */
    STYLE_STRING,       /* source: string and bytes literals */
    STYLE_NUMBER,       /* source: numbers, None, True, False */
    STYLE_COMMENT,      /* source: comments */
    STYLE_COUNT
};

enum { ATTR_BOLD = 1, ATTR_UNDERLINE = 2, ATTR_REVERSE = 4, ATTR_ITALIC = 8 };

/* A colour at every depth a terminal may have.  Unset is the terminal's own foreground or
 * background. */
struct colour {
    bool set;
    uint8_t red, green, blue;
    uint8_t index256; /* the nearest of xterm's 240 fixed colours */
    uint8_t index16;  /* the nearest by meaning, where a terminal has 16 */
    uint8_t index8;   /* or only 8 */
};

struct look {
    struct colour fg, bg;
    unsigned attributes;      /* ATTR_..., where there is colour */
    unsigned mono_attributes; /* ATTR_..., where there is none */
};

enum theme_name { THEME_DARK, THEME_LIGHT, THEME_MONO, THEME_COUNT };

struct theme {
    const char *name;
    bool colour;             /* false: looks have attributes only */
    struct colour page, ink; /* what stands for the terminal's own colours in exports */
    const struct colour *hues;
};

/* The theme of that number.  Never NULL; the object is constant and lives for ever. */
const struct theme *theme_get(enum theme_name name);
/* The theme called "dark", "light" or "mono"; NULL if there is none. */
const struct theme *theme_find(const char *name);
/* What a style looks like in it. */
struct look theme_look(const struct theme *theme, enum style style);

/* "added", "current_line", ...: for tests, for HTML classes. */
const char *style_name(enum style style);
/* True for the styles that carry what a step means: they must never be mistaken for each other. */
bool style_is_state(enum style style);
/* The one-column glyph that goes with a style, " " if it has none. */
const char *style_glyph(enum style style);

/* The nearest of xterm's colours 16-255 to an RGB triple, by distance in it. */
uint8_t theme_nearest_256(uint8_t red, uint8_t green, uint8_t blue);
/* The contrast of two colours as WCAG 2 defines it: 1 to 21. */
double theme_contrast(const struct colour *a, const struct colour *b);

#endif
