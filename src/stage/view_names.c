/* names: what each name refers to, frame by frame. */
#include "view_names.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/str.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { REPR_COLUMNS = 40, NAME_COLUMNS = 24 };

/* ---- capture --------------------------------------------------------------------------------- */

static const char *text_of(const Object *str, struct arena *arena)
{
    struct buffer text = {0};
    str_to_utf8(str, &text);
    const char *copy = arena_copy(arena, buffer_text(&text), text.len);
    buffer_free(&text);
    return copy;
}

/* A class as `class C`, for its name alone is what stands in front of it, too; a function with its
 * parameters. */
static const char *repr_of(const Machine *m, const Object *value, struct arena *arena)
{
    char text[REPR_COLUMNS + 1];
    if (value->type == m->types.function) {
        struct buffer signature = {0};
        str_to_utf8(inspect_function_name(value), &signature);
        inspect_signature(m, value, &signature);
        picture_text(text, sizeof text, &signature);
        if (signature.len >= sizeof text) {
            signature.len = REPR_COLUMNS - strlen("…");
            picture_text(text, sizeof text, &signature);
            snprintf(text + strlen(text), sizeof text - strlen(text), "…");
        }
        buffer_free(&signature);
        return arena_copy(arena, text, strlen(text));
    }
    if (!is_type(value))
        return picture_repr(m, value, REPR_COLUMNS, arena);
    int n = snprintf(text, sizeof text, "class %s", inspect_type_name(value));
    return (size_t)n < sizeof text ? arena_copy(arena, text, (size_t)n)
                                   : picture_repr(m, value, REPR_COLUMNS, arena);
}

static void add_name(const Machine *m, struct names_picture *p, const Object *name, Object *value,
                     bool cell, struct arena *arena)
{
    struct badge badge;
    const char *type = inspect_type_title(value);
    badge_count(m, value, &badge);
    p->row[p->count++] = (struct name_row){
        .name = text_of(name, arena),
        .repr = repr_of(m, value, arena),
        .type = arena_copy(arena, type, strlen(type)),
        .number = inspect_number(m, value),
        .container = picture_is_container(value),
        .cell = cell,
        .function = value->type == m->types.function,
        .counted = badge.counted,
        .immortal = badge.immortal,
        .refs = badge.refs,
        .own = badge.own,
    };
}

/* The next name of a frame, or, if that is NULL, of the module. */
static bool next_name(const Machine *m, const struct Frame *f, size_t *at, Object **name,
                      Object **value)
{
    return f ? inspect_next_local(m, f, at, name, value) : inspect_next_name(m, at, name, value);
}

/* The newest of them, as many as there is room for. */
static void add_names(const Machine *m, struct names_picture *p, const struct Frame *f,
                      struct frame_row *frame, struct arena *arena)
{
    Object *name, *value;
    int all = 0, room = NAMES_MOST - p->count;
    frame->first = p->count;
    for (size_t at = 0; next_name(m, f, &at, &name, &value);)
        all++;
    frame->left_out = all > room ? all - room : 0;
    p->left_out += frame->left_out;
    int skip = frame->left_out;
    for (size_t at = 0; next_name(m, f, &at, &name, &value);)
        if (skip-- <= 0)
            add_name(m, p, name, value, f && inspect_frame_has_cell(m, f, at - 1), arena);
    frame->names = p->count - frame->first;
}

static void add_module(const Machine *m, struct names_picture *p, int line, struct arena *arena)
{
    struct frame_row *frame = &p->frame[p->frames++];
    *frame = (struct frame_row){.line = line};
    add_names(m, p, NULL, frame, arena);
}

static void add_function(const Machine *m, struct names_picture *p, const struct Frame *f,
                         struct arena *arena)
{
    if (p->frames >= FRAMES_MOST - 1) {
        p->frames_left_out++;
        return;
    }
    struct frame_row *frame = &p->frame[p->frames++];
    *frame = (struct frame_row){.function = text_of(inspect_frame_function(f), arena),
                                .line = inspect_frame_line(f),
                                .call = inspect_frame_call(f)};
    add_names(m, p, f, frame, arena);
}

static const void *capture_names(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct names_picture *p = arena_alloc(arena, sizeof *p);
    int line = 0;
    for (const struct Frame *f = inspect_innermost_frame(m); f; f = inspect_outer_frame(f)) {
        if (inspect_frame_is_module(m, f))
            line = inspect_frame_line(f);
        else
            add_function(m, p, f, arena);
    }
    add_module(m, p, line, arena);
    p->ended = machine_ended(m) || m->gc.ending;
    return p;
}

/* ---- drawing --------------------------------------------------------------------------------- */

/* The same frame at the preceding stop, counted from the module's, of the same function; or NULL.
 */
static const struct frame_row *frame_before(const struct names_picture *p, int f,
                                            const struct names_picture *b)
{
    int above = p->frames - f + p->frames_left_out;
    int at = b ? b->frames + b->frames_left_out - above : -1;
    if (at < 0 || at >= b->frames)
        return NULL;
    const struct frame_row *now = &p->frame[f], *then = &b->frame[at];
    bool same =
        !now->function == !then->function &&
        (!now->function || (now->call == then->call && strcmp(now->function, then->function) == 0));
    return same ? then : NULL;
}

static const struct name_row *find_name(const struct names_picture *p,
                                        const struct frame_row *frame, const char *name)
{
    for (int i = frame->first; i < frame->first + frame->names; i++)
        if (!strcmp(p->row[i].name, name))
            return &p->row[i];
    return NULL;
}

/* Of the names that a frame has so many more are left out than before.  What has gone or come for
 * that is still, or was already there. */
static int more_left_out(const struct frame_row *frame, const struct frame_row *before)
{
    return before ? frame->left_out - before->left_out : 0;
}

bool names_next_change(const struct names_picture *now, const struct names_picture *before, int *at,
                       const struct name_row **row, const struct name_row **then)
{
    const struct frame_row *frame = &now->frame[0], *b = frame_before(now, 0, before);
    if (*at < -more_left_out(frame, b))
        *at = -more_left_out(frame, b);
    while (b && *at < frame->names) {
        *row = &now->row[frame->first + (*at)++];
        *then = find_name(before, b, (*row)->name);
        if (!*then || (*then)->number != (*row)->number)
            return true;
    }
    return false;
}

bool names_changed(const struct names_picture *now, const struct names_picture *before,
                   const char *name)
{
    const struct name_row *row, *then;
    for (int at = 0; names_next_change(now, before, &at, &row, &then);)
        if (strcmp(row->name, name) == 0)
            return true;
    return false;
}

static void format_count(const struct name_row *row, const struct name_row *then, bool wide,
                         char out[40])
{
    out[0] = '\0';
    const char *cell = row->cell && wide ? "in a cell · " : "";
    if (row->immortal)
        snprintf(out, 40, "%src ∞", cell);
    else if (row->counted && then && then->counted && then->number == row->number &&
             then->refs != row->refs)
        snprintf(out, 40, "%src %" PRId64 "→%" PRId64, cell, then->refs, row->refs);
    else if (row->counted)
        snprintf(out, 40, "%src %" PRId64, cell, row->refs);
}

/* What stands on one row: the head of a frame, a name, or how many are left out. */
struct names_line {
    const struct frame_row *head;
    const struct name_row *name, *then;
    enum style style;
    int left_out;
};

enum { LINES_MOST = 2 * NAMES_MOST + 2 * FRAMES_MOST };

struct names_lines {
    int count;
    struct names_line line[LINES_MOST];
};

static void add_line(struct names_lines *l, struct names_line line)
{
    if (l->count < LINES_MOST)
        l->line[l->count++] = line;
}

static enum style style_of(const struct name_row *name, const struct name_row *then, bool compared)
{
    return !compared                      ? STYLE_TEXT
           : !then                        ? STYLE_ADDED
           : then->number != name->number ? STYLE_CHANGED
                                          : STYLE_TEXT;
}

/* The names of frame f, at most `most` of them, the newest; then those that are gone. */
static void add_frame(struct names_lines *l, const struct names_picture *p,
                      const struct names_picture *b, int f, int most)
{
    const struct frame_row *frame = &p->frame[f], *before = frame_before(p, f, b);
    int skip = frame->names + (frame->left_out > 0) > most ? frame->names - most + 1 : 0;
    if (frame->function || p->frames > 1)
        add_line(l, (struct names_line){.head = frame});
    if (skip + frame->left_out)
        add_line(l, (struct names_line){.left_out = skip + frame->left_out});
    int out = more_left_out(frame, before);
    for (int i = frame->first + skip; i < frame->first + frame->names; i++) {
        const struct name_row *then = before ? find_name(b, before, p->row[i].name) : NULL;
        bool compared = before && (then || i - frame->first >= -out);
        add_line(l, (struct names_line){.name = &p->row[i],
                                        .then = then,
                                        .style = style_of(&p->row[i], then, compared)});
    }
    int from = before ? before->first + (out > 0 ? out : 0) : 0;
    for (int i = from; before && i < before->first + before->names; i++)
        if (!find_name(p, frame, b->row[i].name))
            add_line(l, (struct names_line){.name = &b->row[i], .style = STYLE_REMOVED});
}

/* All frames in at most `rows` lines: the longest that waits is cut until they fit, and the one
 * that runs only if that is not enough. */
static void fill_lines(struct names_lines *l, const struct names_picture *p,
                       const struct names_picture *b, int rows)
{
    for (int most = 2 * NAMES_MOST; most > 1; most--) {
        int waiting = most > NAMES_MOST ? most - NAMES_MOST : 1;
        l->count = 0;
        for (int f = 0; f < p->frames; f++)
            add_frame(l, p, b, f, f ? waiting : most);
        if (l->count <= rows)
            return;
    }
}

/* `+ d  dict  {'pear': 1}  rc 1` */
static void draw_name(struct canvas *c, const struct names_line *line, int name_cols)
{
    const struct name_row *name = line->name;
    enum style style = line->style;
    int cols = canvas_cols(c), type_cols = cols >= 44 ? 9 : 0;
    char count[40];
    if (style_is_state(style))
        canvas_fill(c, rect_make(0, 0, 1, 2 + name_cols), style);
    canvas_puts(c, 0, 0, style, style_is_state(style) ? style_glyph(style) : " ");
    canvas_puts_clipped(c, 0, 2, style, name_cols, name->name);
    if (style == STYLE_REMOVED)
        return;
    if (type_cols)
        canvas_puts_clipped(c, 0, 3 + name_cols, STYLE_LABEL, type_cols - 1, name->type);
    format_count(name, line->then, type_cols > 0, count);
    int width = canvas_columns(count, strlen(count)), col = 3 + name_cols + type_cols;
    canvas_puts_clipped(c, 0, col, STYLE_TEXT, cols - col - width - 1, name->repr);
    canvas_puts(c, 0, cols - width, strstr(count, "→") ? STYLE_CHANGED : STYLE_LABEL, count);
}

static void draw_line(struct canvas *c, const struct names_line *line, int name_cols)
{
    if (line->left_out)
        canvas_printf(c, 0, 2, STYLE_LABEL, "… %d more", line->left_out);
    else if (!line->head)
        draw_name(c, line, name_cols);
    else if (line->head->function)
        canvas_printf(c, 0, 0, STYLE_HEADER, "%s()  line %d", line->head->function,
                      line->head->line);
    else
        canvas_puts(c, 0, 0, STYLE_HEADER, "module");
}

static int widest_name(const struct names_picture *p)
{
    int cols = 4;
    for (int i = 0; p && i < p->count; i++) {
        int width = canvas_columns(p->row[i].name, strlen(p->row[i].name));
        cols = width > cols ? width : cols;
    }
    return cols;
}

/* Columns that the names take, those that are gone among them. */
static int name_columns(const struct names_picture *p, const struct names_picture *b, int most)
{
    int now = widest_name(p), then = widest_name(b), cols = now > then ? now : then;
    return cols > most ? most : cols;
}

static void draw_columns(const struct names_picture *p, const struct names_picture *b, int columns,
                         struct canvas *c)
{
    struct names_lines l;
    int rows = canvas_rows(c), width = canvas_cols(c) / columns;
    int name_cols = name_columns(p, b, width / 3);
    fill_lines(&l, p, b, rows * columns - (columns > 1));
    for (int i = 0, at = 0; i < l.count && at < rows * columns; i++, at++) {
        bool last = at % rows == rows - 1;
        at += l.line[i].head && last && columns > 1; /* a frame's head goes with its names */
        canvas_push(c, rect_make(at % rows, at / rows * width, 1, width - (columns > 1)));
        draw_line(c, &l.line[i], name_cols);
        canvas_pop(c);
    }
}

void names_draw_panel(const struct names_picture *now, const struct names_picture *before,
                      struct canvas *c)
{
    draw_columns(now, before, 1, c);
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
    const struct names_picture *b = before;
    int names = b && b->count > p->count ? b->count : p->count, lines = names + p->frames;
    if (p->count == 0 && p->frames == 1 && !(b && b->count))
        canvas_puts(c, 1, 0, STYLE_TEXT,
                    p->ended ? "No names any more: those that there were have been taken down."
                             : "No names yet: nothing has been assigned.");
    else
        draw_columns(p, b, lines > canvas_rows(c) && canvas_cols(c) >= 72 ? 2 : 1, c);
}

const struct view view_names = {
    .name = "names",
    .beside = &view_frames,
    .capture = capture_names,
    .header = header_names,
    .draw = draw_names,
};
