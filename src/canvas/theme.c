#include <pyviz/canvas/theme.h>

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* The colours that looks are made of.  The first five are Okabe and Ito's; the inks are for
 * coloured text on the page, and differ from theme to theme. */
enum hue {
    OWN,
    BLACK,
    WHITE,
    ORANGE,
    SKY,
    GREEN,
    YELLOW,
    BLUE,
    INK_RULE,
    INK_TEXT,
    INK_NUMBER,
    HUES
};

/* red, green, blue, nearest of 256 (a test recomputes it), of 16, of 8 */
#define SHARED_HUES                                                                                \
    [BLACK] = {true, 0x00, 0x00, 0x00, 16, 0, 0}, [WHITE] = {true, 0xff, 0xff, 0xff, 231, 15, 7},  \
    [ORANGE] = {true, 0xe6, 0x9f, 0x00, 178, 3, 3}, [SKY] = {true, 0x56, 0xb4, 0xe9, 74, 14, 6},   \
    [GREEN] = {true, 0x00, 0x9e, 0x73, 36, 2, 2}, [YELLOW] = {true, 0xf0, 0xe4, 0x42, 221, 11, 7}, \
    [BLUE] = {true, 0x00, 0x72, 0xb2, 25, 4, 4}

static const struct colour dark_hues[HUES] = {
    SHARED_HUES,
    [INK_RULE] = {true, 0x56, 0xb4, 0xe9, 74, 14, 6},
    [INK_TEXT] = {true, 0x00, 0x9e, 0x73, 36, 2, 2},
    [INK_NUMBER] = {true, 0xe6, 0x9f, 0x00, 178, 3, 3},
};

/* On white, darker kin of the same hues; with 8 or 16 colours only blue and purple are dark enough.
 */
static const struct colour light_hues[HUES] = {
    SHARED_HUES,
    [INK_RULE] = {true, 0x00, 0x72, 0xb2, 25, 4, 4},
    [INK_TEXT] = {true, 0x00, 0x6b, 0x4e, 23, 4, 4},
    [INK_NUMBER] = {true, 0x8a, 0x50, 0x00, 94, 5, 5},
};

static const struct theme themes[THEME_COUNT] = {
    [THEME_DARK] = {"dark",
                    true,
                    {true, 0x14, 0x16, 0x1b, 234, 0, 0},
                    {true, 0xe8, 0xe8, 0xe6, 254, 15, 7},
                    dark_hues},
    [THEME_LIGHT] = {"light",
                     true,
                     {true, 0xff, 0xff, 0xff, 231, 15, 7},
                     {true, 0x1a, 0x1a, 0x1a, 234, 0, 0},
                     light_hues},
    [THEME_MONO] = {"mono",
                    false,
                    {true, 0xff, 0xff, 0xff, 231, 15, 7},
                    {true, 0x00, 0x00, 0x00, 16, 0, 0},
                    NULL},
};

enum { B = ATTR_BOLD, U = ATTR_UNDERLINE, R = ATTR_REVERSE, I = ATTR_ITALIC };

/* Black on a chip is never bold, since many terminals turn bold black into grey. */
static const struct {
    const char *name, *glyph;
    bool state;
    uint8_t fg, bg;                      /* enum hue */
    uint8_t attributes, mono_attributes; /* with colour, without */
} styles[STYLE_COUNT] = {
    [STYLE_TEXT] = {"text", " ", false, OWN, OWN, 0, 0},
    [STYLE_TITLE] = {"title", " ", false, OWN, OWN, B, B},
    [STYLE_HEADER] = {"header", " ", false, INK_RULE, OWN, B, B},
    [STYLE_LABEL] = {"label", " ", false, OWN, OWN, 0, 0},
    [STYLE_CURRENT_LINE] = {"current_line", "►", true, OWN, OWN, R, R},
    [STYLE_ADDED] = {"added", "+", true, BLACK, GREEN, 0, R | B},
    [STYLE_CHANGED] = {"changed", "~", true, BLACK, ORANGE, 0, R | U},
    [STYLE_REMOVED] = {"removed", "-", true, WHITE, BLUE, 0, U},
    [STYLE_PROBE] = {"probe", "?", true, BLACK, SKY, 0, B | U},
    [STYLE_MATCH] = {"match", "=", true, BLACK, YELLOW, U, R | B | U},
    [STYLE_SPARE] = {"spare", "·", false, OWN, OWN, 0, 0},
    [STYLE_NARRATION] = {"narration", " ", false, OWN, OWN, 0, 0},
    [STYLE_AUTHOR] = {"author", " ", false, OWN, OWN, I, I},
    [STYLE_VALUE] = {"value", " ", false, OWN, OWN, B, B},
    [STYLE_OUTPUT] = {"output", "»", false, OWN, OWN, 0, 0},
    [STYLE_FOOTER] = {"footer", " ", false, OWN, OWN, 0, 0},
    [STYLE_ERROR] = {"error", "!", false, OWN, OWN, B | R, B | R},
    [STYLE_LINE_NUMBER] = {"line_number", " ", false, OWN, OWN, 0, 0},
    [STYLE_KEYWORD] = {"keyword", " ", false, INK_RULE, OWN, 0, B},
    [STYLE_STRING] = {"string", " ", false, INK_TEXT, OWN, 0, 0},
    [STYLE_NUMBER] = {"number", " ", false, INK_NUMBER, OWN, 0, 0},
    [STYLE_COMMENT] = {"comment", " ", false, OWN, OWN, I, I},
};

const struct theme *theme_get(enum theme_name name)
{
    return &themes[name < THEME_COUNT ? name : THEME_DARK];
}

const struct theme *theme_find(const char *name)
{
    for (int i = 0; i < THEME_COUNT; i++)
        if (strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return NULL;
}

struct look theme_look(const struct theme *theme, enum style style)
{
    if (style >= STYLE_COUNT)
        style = STYLE_TEXT;
    if (!theme->colour)
        return (struct look){.attributes = styles[style].mono_attributes,
                             .mono_attributes = styles[style].mono_attributes};
    return (struct look){theme->hues[styles[style].fg], theme->hues[styles[style].bg],
                         styles[style].attributes, styles[style].mono_attributes};
}

const char *style_name(enum style style)
{
    return styles[style < STYLE_COUNT ? style : STYLE_TEXT].name;
}

bool style_is_state(enum style style)
{
    return style < STYLE_COUNT && styles[style].state;
}

const char *style_glyph(enum style style)
{
    return styles[style < STYLE_COUNT ? style : STYLE_TEXT].glyph;
}

/* xterm's palette: 16-231 are a cube with these steps, 232-255 a ramp of greys 8, 18, ... 238. */
static const uint8_t cube_steps[6] = {0, 95, 135, 175, 215, 255};

/* Of two that are equally near, the brighter: it is to be seen on a projector. */
static int nearest_step(uint8_t value)
{
    int best = 0;
    for (int i = 1; i < 6; i++)
        if (abs((int)value - cube_steps[i]) <= abs((int)value - cube_steps[best]))
            best = i;
    return best;
}

static int distance(int r, int g, int b, int red, int green, int blue)
{
    return (r - red) * (r - red) + (g - green) * (g - green) + (b - blue) * (b - blue);
}

uint8_t theme_nearest_256(uint8_t red, uint8_t green, uint8_t blue)
{
    int r = nearest_step(red), g = nearest_step(green), b = nearest_step(blue);
    int in_cube = distance(red, green, blue, cube_steps[r], cube_steps[g], cube_steps[b]);
    int level = ((red + green + blue) / 3 - 3) / 10;
    level = level < 0 ? 0 : level > 23 ? 23 : level;
    int grey = 8 + 10 * level;
    if (distance(red, green, blue, grey, grey, grey) < in_cube)
        return (uint8_t)(232 + level);
    return (uint8_t)(16 + 36 * r + 6 * g + b);
}

static double linear(uint8_t component)
{
    double c = component / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(const struct colour *c)
{
    return 0.2126 * linear(c->red) + 0.7152 * linear(c->green) + 0.0722 * linear(c->blue);
}

double theme_contrast(const struct colour *a, const struct colour *b)
{
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}
