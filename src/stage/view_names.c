/* names: what each name refers to, frame by frame. */
#include "view_names.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/str.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { REPR_COLUMNS = 40, NAME_COLUMNS = 24 };

static bool shows_names(const Machine *m, const Object *subject)
{
    (void)m;
    (void)subject;
    return true;
}

/* ---- capture --------------------------------------------------------------------------------- */

static const char *text_of(const Object *str, struct arena *arena)
{
    struct buffer text = {0};
    str_to_utf8(str, &text);
    const char *copy = arena_copy(arena, buffer_text(&text), text.len);
    buffer_free(&text);
    return copy;
}

static void add_name(const Machine *m, struct names_picture *p, const Object *name, Object *value,
                     struct arena *arena)
{
    if (p->count == NAMES_MOST) {
        p->left_out++;
        return;
    }
    struct badge badge;
    badge_count(m, value, &badge);
    p->row[p->count++] = (struct name_row){
        .name = text_of(name, arena),
        .repr = picture_repr(m, value, REPR_COLUMNS, arena),
        .type = arena_copy(arena, type_name(value), strlen(type_name(value))),
        .number = inspect_number(m, value),
        .container = picture_is_container(value),
        .counted = badge.counted,
        .immortal = badge.immortal,
        .refs = badge.refs,
        .own = badge.own,
    };
}

static void add_module(const Machine *m, struct names_picture *p, int line, struct arena *arena)
{
    Object *name, *value;
    struct frame_row *frame = &p->frame[p->frames++];
    *frame = (struct frame_row){.line = line, .first = p->count};
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);)
        add_name(m, p, name, value, arena);
    frame->names = p->count - frame->first;
}

static void add_function(const Machine *m, struct names_picture *p, const struct Frame *f,
                         struct arena *arena)
{
    Object *name, *value;
    if (p->frames >= FRAMES_MOST - 1) {
        p->frames_left_out++;
        return;
    }
    struct frame_row *frame = &p->frame[p->frames++];
    *frame = (struct frame_row){.function = text_of(inspect_frame_function(f), arena),
                                .line = inspect_frame_line(f),
                                .first = p->count};
    for (size_t at = 0; inspect_next_local(m, f, &at, &name, &value);)
        add_name(m, p, name, value, arena);
    frame->names = p->count - frame->first;
}

static const void *capture_names(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct names_picture *p = arena_alloc(arena, sizeof *p);
    int line = 0;
    for (const struct Frame *f = m->frame; f; f = inspect_outer_frame(f)) {
        if (inspect_frame_is_module(m, f))
            line = inspect_frame_line(f);
        else
            add_function(m, p, f, arena);
    }
    add_module(m, p, line, arena);
    return p;
}

/* ---- drawing --------------------------------------------------------------------------------- */

/* The same name in the same frame, counted from the module's, of the same function. */
static const struct name_row *row_before(const struct names_picture *p, int f,
                                         const struct names_picture *b, const struct name_row *row)
{
    int above = p->frames - f + p->frames_left_out,
        at = b ? b->frames + b->frames_left_out - above : -1;
    if (at < 0 || at >= b->frames)
        return NULL;
    const struct frame_row *now = &p->frame[f], *then = &b->frame[at];
    if (!now->function != !then->function ||
        (now->function && strcmp(now->function, then->function) != 0))
        return NULL;
    for (int i = then->first; i < then->first + then->names; i++)
        if (!strcmp(b->row[i].name, row->name))
            return &b->row[i];
    return NULL;
}

static void format_count(const struct name_row *row, const struct name_row *then, char out[40])
{
    out[0] = '\0';
    if (row->immortal)
        snprintf(out, 40, "rc ∞");
    else if (row->counted && then && then->counted && then->number == row->number &&
             then->refs != row->refs)
        snprintf(out, 40, "rc %" PRId64 "→%" PRId64, then->refs, row->refs);
    else if (row->counted)
        snprintf(out, 40, "rc %" PRId64, row->refs);
}

/* `+ d  dict  {'pear': 1}  rc 1` */
static void draw_name(struct canvas *c, int row, const struct name_row *name,
                      const struct name_row *then, bool compared, int name_cols)
{
    enum style style = !compared                      ? STYLE_TEXT
                       : !then                        ? STYLE_ADDED
                       : then->number != name->number ? STYLE_CHANGED
                                                      : STYLE_TEXT;
    int cols = canvas_cols(c), type_cols = cols >= 44 ? 9 : 0;
    char count[40];
    if (style_is_state(style))
        canvas_fill(c, rect_make(row, 0, 1, 2 + name_cols), style);
    canvas_puts(c, row, 0, style, style_is_state(style) ? style_glyph(style) : " ");
    canvas_puts_clipped(c, row, 2, style, name_cols, name->name);
    if (type_cols)
        canvas_puts_clipped(c, row, 3 + name_cols, STYLE_LABEL, type_cols - 1, name->type);
    format_count(name, compared ? then : NULL, count);
    int width = canvas_columns(count, strlen(count)), col = 3 + name_cols + type_cols;
    canvas_puts_clipped(c, row, col, STYLE_TEXT, cols - col - width - 1, name->repr);
    canvas_puts(c, row, cols - width, strstr(count, "→") ? STYLE_CHANGED : STYLE_LABEL, count);
}

static int name_columns(const struct names_picture *p, int most)
{
    int cols = 4;
    for (int i = 0; i < p->count; i++) {
        int width = canvas_columns(p->row[i].name, strlen(p->row[i].name));
        cols = width > cols ? width : cols;
    }
    return cols > most ? most : cols;
}

void names_draw_panel(const struct names_picture *p, const struct names_picture *b,
                      struct canvas *c)
{
    int row = 0, rows = canvas_rows(c), cols = name_columns(p, canvas_cols(c) / 3);
    for (int f = 0; f < p->frames && row < rows; f++) {
        const struct frame_row *frame = &p->frame[f];
        if (frame->function)
            canvas_printf(c, row++, 0, STYLE_HEADER, "%s()  line %d", frame->function, frame->line);
        else if (p->frames > 1)
            canvas_puts(c, row++, 0, STYLE_HEADER, "module");
        int more = frame->first + frame->names;
        int room = rows - row - (p->frames - f - 1), names = frame->names;
        bool cut = names > room;
        for (int i = frame->first + (cut ? names - (room - 1) : 0); i < more && room > 0; i++)
            draw_name(c, row++, &p->row[i], row_before(p, f, b, &p->row[i]), b != NULL, cols);
        if (cut && room > 0)
            canvas_printf(c, row++, 2, STYLE_LABEL, "… %d more", names - (room - 1));
        if (frame->names == 0 && row < rows)
            canvas_puts(c, row++, 2, STYLE_LABEL, "none yet");
    }
    if (p->left_out + p->frames_left_out && row < rows)
        canvas_printf(c, row, 0, STYLE_LABEL, "… %d names and %d frames more", p->left_out,
                      p->frames_left_out);
}

static void header_names(const void *now, const void *before, struct header *h)
{
    const struct names_picture *p = now, *b = before ? before : now;
    header_count(h, b->count + b->left_out, p->count + p->left_out, "",
                 p->count == 1 ? " name" : " names");
    if (p->frames > 1)
        header_add(h, STYLE_HEADER, "%d frames", p->frames + p->frames_left_out);
}

static void draw_names(const void *now, const void *before, double motion, struct canvas *c)
{
    const struct names_picture *p = now;
    (void)motion;
    if (p->count == 0 && p->frames == 1) {
        canvas_puts(c, 1, 0, STYLE_TEXT, "No names yet: nothing has been assigned.");
        return;
    }
    names_draw_panel(p, before, c);
}

const struct view view_names = {
    .name = "names",
    .shows = shows_names,
    .capture = capture_names,
    .header = header_names,
    .draw = draw_names,
};
