#include "view.h"

#include "path.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/str.h>

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The first that shows a subject is its own. */
static const struct view *const views[] = {&view_chain, &view_deque,    &view_dict, &view_list,
                                           &view_set,   &view_instance, &view_class};
static const struct view *const rooms[] = {
    &view_names, &view_frames, &view_references, &view_class,   &view_instance, &view_mro,
    &view_gc,    &view_copy,   &view_heap,       &view_history, &view_output};
enum { VIEWS = sizeof views / sizeof *views, ROOMS = sizeof rooms / sizeof *rooms, MAX_NAMES = 3 };

const struct view *view_find(const Machine *m, const Object *subject)
{
    for (int i = 0; i < VIEWS; i++)
        if (views[i]->shows(m, subject))
            return views[i];
    return &view_names;
}

const struct view *view_named(const char *name)
{
    for (int i = 0; name && i < ROOMS; i++)
        if (strcmp(rooms[i]->name, name) == 0)
            return rooms[i];
    return NULL;
}

const struct view *view_claiming(const Machine *m)
{
    for (int i = 0; i < ROOMS; i++)
        if (rooms[i]->claims && rooms[i]->claims(m))
            return rooms[i];
    return NULL;
}

const struct view *view_room(size_t i)
{
    return i < ROOMS ? rooms[i] : NULL;
}

/* ---- headers --------------------------------------------------------------------------------- */

void header_add(struct header *h, enum style style, const char *format, ...)
{
    if (h->count == HEADER_PARTS)
        return;
    struct header_part *part = &h->part[h->count++];
    va_list args;
    va_start(args, format);
    vsnprintf(part->text, sizeof part->text, format, args);
    va_end(args);
    part->style = style;
}

const char *grouped(int64_t n, char out[32])
{
    char digits[24];
    uint64_t magnitude = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    int len = snprintf(digits, sizeof digits, "%" PRIu64, magnitude), at = 0;
    if (n < 0)
        out[at++] = '-';
    for (int i = 0; i < len; i++) {
        if (i && magnitude >= 10000 && (len - i) % 3 == 0)
            out[at++] = ',';
        out[at++] = digits[i];
    }
    out[at] = '\0';
    return out;
}

void header_count(struct header *h, int64_t before, int64_t now, const char *prefix,
                  const char *suffix)
{
    char a[32], b[32];
    if (before == now)
        header_add(h, STYLE_HEADER, "%s%s%s", prefix, grouped(now, b), suffix);
    else
        header_add(h, STYLE_CHANGED, "%s%s→%s%s", prefix, grouped(before, a), grouped(now, b),
                   suffix);
}

/* ---- pictures -------------------------------------------------------------------------------- */

const char *picture_repr(const Machine *m, const Object *o, int columns, struct arena *arena)
{
    struct buffer text = {0};
    inspect_short_repr(m, o, columns, &text);
    const char *copy = arena_copy(arena, buffer_text(&text), text.len);
    buffer_free(&text);
    return copy;
}

void picture_text(char *out, size_t room, const struct buffer *text)
{
    size_t len = text->len;
    if (len >= room)
        for (len = room - 1; len && ((unsigned char)text->data[len] & 0xC0) == 0x80;)
            len--;
    if (len)
        memcpy(out, text->data, len);
    out[len] = '\0';
}

const char *object_title(const char *type, int32_t serial, size_t bytes, char out[TITLE_BYTES])
{
    char number[16] = "";
    if (serial > 0)
        snprintf(number, sizeof number, " #%" PRId32, serial);
    if (bytes >= TITLE_BYTES)
        bytes = TITLE_BYTES - 1;
    size_t len = strlen(type), most = bytes - strlen(number);
    if (len > most)
        for (len = most; len && ((unsigned char)type[len] & 0xC0) == 0x80;)
            len--;
    snprintf(out, TITLE_BYTES, "%.*s%s", (int)len, type, number);
    return out;
}

bool picture_is_container(const Object *o)
{
    return is_list(o) || is_dict(o) || is_anyset(o);
}

int picture_event(const Machine *m, const Object *subject)
{
    const struct event_info *info = &event_info[m->event.kind];
    for (int i = 0; m->clock && info->fields[i].type != FIELD_NONE; i++)
        if (info->fields[i].type == FIELD_OBJECT)
            return (const Object *)m->event.field[i] == subject ? m->event.kind : -1;
    return -1;
}

/* Does a variable of the frame have that name, and refer to o? */
static bool is_local_of(const Machine *m, const struct Frame *frame, const Object *name,
                        const Object *o)
{
    Object *local, *value;
    for (size_t at = 0; frame && inspect_next_local(m, frame, &at, &local, &value);)
        if (value == o && str_equal(local, name))
            return true;
    return false;
}

static const char *names_of(const Machine *m, const Object *o, struct arena *arena)
{
    struct buffer text = {0};
    Object *name, *value;
    int n = 0;
    const struct Frame *frame = inspect_innermost_frame(m);
    for (size_t at = 0; frame && inspect_next_local(m, frame, &at, &name, &value);) {
        if (value != o || inspect_str_is(name, "__class__") || n++ >= MAX_NAMES)
            continue; /* __class__ is the cell that super() reads */
        buffer_puts(&text, n > 1 ? ", " : "");
        str_to_utf8(name, &text);
    }
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);) {
        if (value != o || is_local_of(m, frame, name, o) || n++ >= MAX_NAMES)
            continue;
        buffer_puts(&text, n > 1 ? ", " : "");
        str_to_utf8(name, &text);
    }
    if (n > MAX_NAMES)
        buffer_puts(&text, ", …");
    const char *copy = n ? arena_copy(arena, buffer_text(&text), text.len) : NULL;
    buffer_free(&text);
    return copy;
}

/* How many of the references to o lie on the stacks of frames. */
static int64_t references_on_stacks(const Machine *m, const Object *o)
{
    int64_t n = 0;
    Object *value;
    for (const struct Frame *f = inspect_innermost_frame(m); f; f = inspect_outer_frame(f))
        for (size_t at = 0; inspect_next_on_stack(f, &at, &value);)
            n += value == o;
    return n;
}

void badge_count(const Machine *m, const Object *subject, struct badge *b)
{
    int64_t refs = 0;
    *b = (struct badge){.serial = subject->serial};
    b->immortal = inspect_is_immortal(m, subject);
    b->counted = inspect_refcount(m, subject, &refs) && !b->immortal;
    b->own = references_on_stacks(m, subject) + inspect_held_by_arguments(m, subject);
    if (b->own > refs)
        b->own = refs;
    b->refs = refs - b->own;
    b->size = inspect_sizeof(m, subject);
}

void badge_capture(const Machine *m, Object *subject, struct badge *b, struct arena *arena)
{
    badge_count(m, subject, b);
    const char *type = inspect_type_title(subject);
    b->type = arena_copy(arena, type, strlen(type));
    b->names = names_of(m, subject, arena);
    if (!b->names && is_type(subject))
        b->names = arena_copy(arena, ((const Type *)subject)->tp_name,
                              strlen(((const Type *)subject)->tp_name));
    else if (!b->names)
        b->names = path_to(m, subject, arena);
}

void badge_header(const struct badge *now, const struct badge *before, struct header *h)
{
    char own[24] = "";
    if (now->own)
        snprintf(own, sizeof own, "+%" PRId64, now->own);
    if (now->immortal)
        header_add(h, STYLE_HEADER, "rc ∞");
    else if (now->counted && now->refs + now->own == 0)
        header_add(h, STYLE_REMOVED, "rc 0 †");
    else if (now->counted)
        header_count(h, before && before->counted ? before->refs : now->refs, now->refs, "rc ",
                     own);
    if (!h->sizeless && now->size >= 0)
        header_count(h, before ? before->size : now->size, now->size, "", " B");
}

int readable_cols(const struct canvas *c)
{
    enum { READABLE = 104 };
    int cols = canvas_cols(c);
    return cols < READABLE ? cols : READABLE;
}

/* ---- cells ----------------------------------------------------------------------------------- */

void cell_draw_plain(struct canvas *c, int row, int col, int cols, enum style style,
                     const char *text)
{
    int width = canvas_columns(text, strlen(text));
    if (style_is_state(style))
        canvas_fill(c, rect_make(row, col, 1, cols), style);
    int left = width < cols ? (cols - width) / 2 : 0;
    canvas_puts_clipped(c, row, col + left, style, cols - left, text);
}

void cell_draw(struct canvas *c, int row, int col, int cols, enum style style, const char *text)
{
    char marked[128];
    int width = canvas_columns(text, strlen(text));
    const char *glyph = style_is_state(style) ? style_glyph(style) : " ";
    if (*glyph != ' ' && width + 2 <= cols)
        snprintf(marked, sizeof marked, "%s %s", glyph, text);
    else if (*glyph != ' ' && width + 1 <= cols)
        snprintf(marked, sizeof marked, "%s%s", glyph, text);
    else
        snprintf(marked, sizeof marked, "%s", text);
    cell_draw_plain(c, row, col, cols, style, marked);
}
