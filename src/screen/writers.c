/* Text, ANSI and HTML.  SVG, which draws rather than writes, is in svg.c. */
#include <pyviz/screen/writers.h>

#include "markup.h"

#include <string.h>

void writers_text(struct buffer *out, const struct grid *g)
{
    grid_text(g, out);
}

/* ---- ANSI ---- */

static void append_colour(struct buffer *out, const struct colour *c, enum colour_depth depth,
                          bool background)
{
    int index = colour_index(c, depth), shift = background ? 10 : 0;
    if (index < 0)
        return;
    if (depth == COLOUR_RGB)
        buffer_printf(out, ";%d;2;%d;%d;%d", 38 + shift, c->red, c->green, c->blue);
    else if (depth == COLOUR_256)
        buffer_printf(out, ";%d;5;%d", 38 + shift, index);
    else
        buffer_printf(out, ";%d", index < 8 ? 30 + shift + index : 90 + shift + index - 8);
}

/* Whatever was on before, that look and no other is on now. */
static void append_sgr(struct buffer *out, const struct look *look, bool colour,
                       enum colour_depth depth)
{
    static const int codes[] = {1, 4, 7, 3}; /* in the order of ATTR_... */
    unsigned attributes = colour ? look->attributes : look->mono_attributes;
    buffer_puts(out, "\033[0");
    for (int i = 0; i < 4; i++)
        if (attributes & 1u << i)
            buffer_printf(out, ";%d", codes[i]);
    if (colour) {
        append_colour(out, &look->fg, depth, false);
        append_colour(out, &look->bg, depth, true);
    }
    buffer_putc(out, 'm');
}

static bool is_plain(const struct look *look, bool colour)
{
    return colour ? !look->attributes && !look->fg.set && !look->bg.set : !look->mono_attributes;
}

/* True if a blank in that look cannot be told from none. */
static bool blank_is_invisible(const struct look *look, bool colour)
{
    unsigned seen = ATTR_REVERSE | ATTR_UNDERLINE;
    return colour ? !(look->attributes & seen) && !look->bg.set : !(look->mono_attributes & seen);
}

static int visible_cols(const struct grid *g, int row, const struct theme *theme, bool colour)
{
    int cols = g->cols;
    for (; cols > 0; cols--) {
        const struct cell *cell = grid_cell(g, row, cols - 1);
        struct look look = theme_look(theme, (enum style)cell->style);
        if (strcmp(cell->text, " ") != 0 || !blank_is_invisible(&look, colour))
            break;
    }
    return cols;
}

static void ansi_row(struct buffer *out, const struct grid *g, int row, const struct theme *theme,
                     enum colour_depth depth)
{
    bool colour = depth != COLOUR_NONE && theme->colour, on = false;
    int cols = visible_cols(g, row, theme, colour), style = STYLE_TEXT;
    for (int col = 0; col < cols; col++) {
        const struct cell *cell = grid_cell(g, row, col);
        if (cell->style != style) {
            struct look look = theme_look(theme, (enum style)cell->style);
            bool plain = is_plain(&look, colour);
            if (plain && on)
                buffer_puts(out, "\033[0m");
            else if (!plain)
                append_sgr(out, &look, colour, depth);
            on = !plain;
            style = cell->style;
        }
        buffer_puts(out, cell->text);
    }
    if (on)
        buffer_puts(out, "\033[0m");
}

void writers_ansi(struct buffer *out, const struct grid *g, const struct theme *theme,
                  enum colour_depth depth)
{
    for (int row = 0; row < g->rows; row++) {
        ansi_row(out, g, row, theme, depth);
        buffer_putc(out, '\n');
    }
}

/* ---- Markup: what HTML and SVG share ---- */

void markup_append(struct buffer *out, const char *s)
{
    for (; *s; s++)
        switch (*s) {
        case '&':
            buffer_puts(out, "&amp;");
            break;
        case '<':
            buffer_puts(out, "&lt;");
            break;
        case '>':
            buffer_puts(out, "&gt;");
            break;
        case '"':
            buffer_puts(out, "&quot;");
            break;
        default:
            if ((unsigned char)*s >= 0x20) /* a title may hold anything; XML may not */
                buffer_putc(out, *s);
        }
}

struct paint markup_paint(const struct theme *theme, enum style style)
{
    struct look look = theme_look(theme, style);
    struct paint paint = {.ink = look.fg.set ? look.fg : theme->ink,
                          .paper = look.bg.set ? look.bg : theme->page,
                          .filled = look.bg.set,
                          .attributes = look.attributes};
    if (look.attributes & ATTR_REVERSE) {
        struct colour ink = paint.ink;
        paint.ink = paint.paper;
        paint.paper = ink;
        paint.filled = true;
    }
    return paint;
}

void markup_colour(struct buffer *out, const struct colour *c)
{
    buffer_printf(out, "#%02x%02x%02x", c->red, c->green, c->blue);
}

/* ---- HTML ---- */

static void html_rule(struct buffer *out, const struct theme *theme, enum style style)
{
    struct paint paint = markup_paint(theme, style);
    buffer_printf(out, ".%s{color:", style_name(style));
    markup_colour(out, &paint.ink);
    if (paint.filled) {
        buffer_puts(out, ";background:");
        markup_colour(out, &paint.paper);
    }
    if (paint.attributes & ATTR_BOLD)
        buffer_puts(out, ";font-weight:bold");
    if (paint.attributes & ATTR_ITALIC)
        buffer_puts(out, ";font-style:italic");
    if (paint.attributes & ATTR_UNDERLINE)
        buffer_puts(out, ";text-decoration:underline");
    buffer_puts(out, "}\n");
}

static void html_head(struct buffer *out, const struct theme *theme, const char *title)
{
    buffer_puts(out,
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    markup_append(out, title ? title : "pyviz");
    buffer_puts(out, "</title>\n<style>\nbody{margin:2em;background:");
    markup_colour(out, &theme->page);
    buffer_puts(out, "}\npre{font:16px/1.25 ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,"
                     "monospace;color:");
    markup_colour(out, &theme->ink);
    buffer_puts(out, "}\n");
    for (int i = STYLE_TEXT + 1; i < STYLE_COUNT; i++)
        html_rule(out, theme, (enum style)i);
    buffer_puts(out, "</style>\n</head>\n<body>\n<pre>\n");
}

static void html_row(struct buffer *out, const struct grid *g, int row, const struct theme *theme)
{
    int cols = visible_cols(g, row, theme, true), style = STYLE_TEXT;
    for (int col = 0; col < cols; col++) {
        const struct cell *cell = grid_cell(g, row, col);
        if (cell->style != style) {
            if (style != STYLE_TEXT)
                buffer_puts(out, "</span>");
            style = cell->style;
            if (style != STYLE_TEXT)
                buffer_printf(out, "<span class=\"%s\">", style_name((enum style)style));
        }
        markup_append(out, cell->text);
    }
    if (style != STYLE_TEXT)
        buffer_puts(out, "</span>");
    buffer_putc(out, '\n');
}

void writers_html(struct buffer *out, const struct grid *g, const struct theme *theme,
                  const char *title)
{
    html_head(out, theme, title);
    for (int row = 0; row < g->rows; row++)
        html_row(out, g, row, theme);
    buffer_puts(out, "</pre>\n</body>\n</html>\n");
}
