/* How many colours may be used, and whether anything but ASCII may: decided once, from the command
 * line, the environment and terminfo, and without asking the terminal anything. */
#ifndef PYVIZ_SCREEN_COLOUR_H
#define PYVIZ_SCREEN_COLOUR_H

#include <pyviz/canvas/theme.h>

#include <stdbool.h>

enum colour_depth { COLOUR_NONE, COLOUR_8, COLOUR_16, COLOUR_256, COLOUR_RGB };

enum colour_wish { COLOUR_AUTO, COLOUR_NEVER, COLOUR_ALWAYS };

struct colour_hints {
    enum colour_wish wish; /* --color */
    const char *no_color;  /* NO_COLOR; NULL if unset */
    const char *term;      /* TERM */
    const char *colorterm; /* COLORTERM */
    int terminfo_colours;  /* max_colors; -1 if unknown */
};

/* The depth to use: none for a non-empty NO_COLOR, --color=never and TERM=dumb; RGB for *-direct
 * and COLORTERM=truecolor or 24bit; else what terminfo says.  --color=always overrules NO_COLOR. */
enum colour_depth colour_depth(const struct colour_hints *hints);
/* The hints that the environment and terminfo give. */
struct colour_hints colour_hints_from_environment(enum colour_wish wish);
/* The theme to start with where none is asked for: mono without colour, light if COLORFGBG says
 * that the background is light, else dark. */
enum theme_name colour_theme(enum colour_depth depth, const char *colorfgbg);
/* True if the locale that was set (setlocale) has an encoding other than UTF-8. */
bool colour_locale_is_ascii(void);

/* The number that stands for a colour at a depth: a palette index, 0xRRGGBB at COLOUR_RGB, or -1
 * for the terminal's own. */
int colour_index(const struct colour *colour, enum colour_depth depth);

#endif
