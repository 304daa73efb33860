/* frames: the calls under way, the outermost first, each with its variables and its value stack. */
#include "view.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/str.h>

#include <stdio.h>
#include <string.h>

enum { FRAMES = 24, CELLS = 16, CELL_TEXT = 40, NAME_TEXT = 24 };

struct frame_cell {
    char name[NAME_TEXT], text[CELL_TEXT]; /* name "" on the stack */
    int64_t number;
};

struct frame_picture {
    char function[NAME_TEXT]; /* "" for the module */
    int line;
    int variables, stack, left_out;
    struct frame_cell variable[CELLS], value[CELLS];
};

struct frames_picture {
    int count, left_out; /* the middle ones are left out */
    struct frame_picture frame[FRAMES];
};

static void text_of(const Object *str, char *out, size_t room)
{
    struct buffer text = {0};
    str_to_utf8(str, &text);
    picture_text(out, room, &text);
    buffer_free(&text);
}

static void fill_cell(const Machine *m, const Object *name, const Object *value,
                      struct frame_cell *cell)
{
    enum { VALUE_COLUMNS = 24 };
    struct buffer text = {0};
    *cell = (struct frame_cell){.number = inspect_number(m, value)};
    if (name)
        text_of(name, cell->name, sizeof cell->name);
    inspect_short_repr(m, value, VALUE_COLUMNS, &text);
    picture_text(cell->text, sizeof cell->text, &text);
    buffer_free(&text);
}

static void capture_frame(const Machine *m, const struct Frame *f, struct frame_picture *p)
{
    Object *name, *value;
    bool module = inspect_frame_is_module(m, f);
    *p = (struct frame_picture){.line = inspect_frame_line(f)};
    if (!module)
        text_of(inspect_frame_function(f), p->function, sizeof p->function);
    for (size_t at = 0; module ? inspect_next_name(m, &at, &name, &value)
                               : inspect_next_local(m, f, &at, &name, &value);) {
        if (p->variables < CELLS)
            fill_cell(m, name, value, &p->variable[p->variables++]);
        else
            p->left_out++;
    }
    for (size_t at = 0; inspect_next_on_stack(f, &at, &value);)
        if (p->stack < CELLS)
            fill_cell(m, NULL, value, &p->value[p->stack++]);
}

static const void *capture_frames(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct frames_picture *p = arena_alloc(arena, sizeof *p);
    const struct Frame *all[FRAMES];
    *p = (struct frames_picture){0};
    int n = 0;
    for (const struct Frame *f = inspect_innermost_frame(m); f; f = inspect_outer_frame(f)) {
        if (n < FRAMES)
            all[n++] = f;
        else {
            all[FRAMES - 1] = f; /* the module's, in the end */
            p->left_out++;
        }
    }
    for (p->count = 0; p->count < n; p->count++)
        capture_frame(m, all[n - 1 - p->count], &p->frame[p->count]);
    return p;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static const struct frame_cell *cell_before(const struct frame_picture *b, const char *name)
{
    for (int i = 0; b && i < b->variables; i++)
        if (!strcmp(b->variable[i].name, name))
            return &b->variable[i];
    return NULL;
}

static void draw_variables(struct canvas *c, int row, const struct frame_picture *f,
                           const struct frame_picture *b)
{
    int col = 2, cols = canvas_cols(c);
    for (int i = 0; i < f->variables && col < cols; i++) {
        const struct frame_cell *now = &f->variable[i], *then = cell_before(b, now->name);
        enum style style = !b                            ? STYLE_TEXT
                           : !then                       ? STYLE_ADDED
                           : then->number != now->number ? STYLE_CHANGED
                                                         : STYLE_TEXT;
        char text[NAME_TEXT + CELL_TEXT + 8];
        snprintf(text, sizeof text, "%s%s%s = %s", style_is_state(style) ? style_glyph(style) : "",
                 style_is_state(style) ? " " : "", now->name, now->text);
        col += canvas_puts_clipped(c, row, col, style, cols - col, text) + 3;
    }
    if (f->left_out && col < cols)
        canvas_printf(c, row, col, STYLE_LABEL, "… %d more", f->left_out);
    if (!f->variables)
        canvas_puts(c, row, col, STYLE_LABEL, "no names yet");
}

static void draw_stack(struct canvas *c, int row, const struct frame_picture *f)
{
    int col = 2, cols = canvas_cols(c);
    col += canvas_puts(c, row, col, STYLE_LABEL, "stack  ");
    for (int i = 0; i < f->stack && col < cols; i++)
        col += canvas_puts_clipped(c, row, col, STYLE_TEXT, cols - col, f->value[i].text) + 2;
}

static int rows_of(const struct frame_picture *f)
{
    return 2 + (f->stack > 0);
}

static void draw_frame(struct canvas *c, int row, const struct frame_picture *f,
                       const struct frame_picture *b, bool innermost)
{
    bool same = b && !strcmp(b->function, f->function);
    enum style style = innermost ? STYLE_PROBE : STYLE_HEADER;
    const char *mark = innermost ? "► " : "";
    if (*f->function)
        canvas_printf(c, row, 0, style, "%s%s()  line %d", mark, f->function, f->line);
    else
        canvas_printf(c, row, 0, style, "%smodule  line %d", mark, f->line);
    draw_variables(c, row + 1, f, same ? b : NULL);
    if (f->stack)
        draw_stack(c, row + 2, f);
}

/* If not all fit, the innermost do. */
static void draw_frames(const void *now, const void *before, double motion, struct canvas *c)
{
    (void)motion;
    const struct frames_picture *p = now, *b = before;
    int first = p->count, rows = canvas_rows(c), room = rows - 1, row = 0;
    while (first > 0 && room >= rows_of(&p->frame[first - 1]))
        room -= rows_of(&p->frame[--first]);
    if (first || p->left_out)
        canvas_printf(c, row++, 0, STYLE_LABEL, "… %d more outside", first + p->left_out);
    for (int i = first; i < p->count; i++) {
        const struct frame_picture *then =
            b && i < b->count && b->left_out == p->left_out ? &b->frame[i] : NULL;
        draw_frame(c, row, &p->frame[i], then, i + 1 == p->count);
        row += rows_of(&p->frame[i]);
    }
    if (!p->count)
        canvas_puts(c, 1, 0, STYLE_TEXT, "Nothing is running.");
}

static void header_frames(const void *now, const void *before, struct header *h)
{
    const struct frames_picture *p = now, *b = before ? before : now;
    int is = p->count + p->left_out;
    header_count(h, b->count + b->left_out, is, "", is == 1 ? " frame" : " frames");
}

static int needs_frames(const void *now)
{
    const struct frames_picture *p = now;
    int rows = 1;
    for (int i = 0; i < p->count; i++)
        rows += rows_of(&p->frame[i]);
    return rows;
}

const struct view view_frames = {
    .name = "frames",
    .beside = &view_references,
    .capture = capture_frames,
    .header = header_frames,
    .needs = needs_frames,
    .draw = draw_frames,
};
