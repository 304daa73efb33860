/* What the HTML and SVG writers share. */
#ifndef PYVIZ_SCREEN_MARKUP_H
#define PYVIZ_SCREEN_MARKUP_H

#include <pyviz/base/buffer.h>
#include <pyviz/canvas/theme.h>

/* A look on paper: the page stands for the terminal's own colours, reverse is already done. */
struct paint {
    struct colour ink, paper;
    bool filled; /* paper is not the page's */
    unsigned attributes;
};

struct paint markup_paint(const struct theme *theme, enum style style);
/* Appends s with & < > " as entities and without control characters. */
void markup_append(struct buffer *out, const char *s);
void markup_colour(struct buffer *out, const struct colour *c);

#endif
