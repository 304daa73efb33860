/* output: what the program printed, each line with the line of source that printed it. */
#include "view_output.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- capture --------------------------------------------------------------------------------- */

/* Rows are filled from the last to the first: from the end of the array. */
struct filling {
    struct output_picture *picture;
    int first; /* the topmost row so far */
    bool open; /* it may still grow at its beginning */
};

static struct output_row *new_row(struct filling *f, const struct TranscriptPiece *piece,
                                  uint64_t until)
{
    if (f->first == 0) {
        f->picture->more = true;
        return NULL;
    }
    struct output_row *row = &f->picture->row[--f->first];
    *row = (struct output_row){.line = piece->line, .error = piece->error, .until = until};
    return row;
}

/* Puts text before what the row has already. */
static void prepend(struct output_row *row, const char *text, size_t len)
{
    size_t room = OUTPUT_BYTES - row->len;
    if (len > room) {
        row->cut = true;
        text += len - room;
        len = room;
        while (len && ((unsigned char)*text & 0xC0) == 0x80)
            text++, len--;
    }
    memmove(row->text + len, row->text, row->len);
    memcpy(row->text, text, len);
    row->len += len;
}

/* The lines of a piece, the last first; false when there is no more room. */
static bool add_piece(struct filling *f, const struct TranscriptPiece *piece, const char *text)
{
    size_t end = (size_t)piece->bytes;
    while (end > 0) {
        size_t from = end;
        struct output_row *row = f->open ? &f->picture->row[f->first] : NULL;
        bool newline = text[end - 1] == '\n';
        if (newline || !row || row->error != piece->error) {
            row = new_row(f, piece, piece->after + end);
            from -= newline;
        }
        if (!row)
            return false;
        size_t stop = from;
        while (from > 0 && text[from - 1] != '\n')
            from--;
        prepend(row, text + from, stop - from);
        f->open = from == 0;
        end = from;
    }
    return true;
}

static const void *capture_output(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct output_picture *p = arena_alloc(arena, sizeof *p);
    struct filling f = {.picture = p, .first = OUTPUT_ROWS};
    const struct TranscriptPiece *piece;
    uint64_t at = UINT64_MAX;
    p->printed = m->out.total;
    p->errors = m->err.total;
    p->more = false;
    while ((piece = transcript_previous(m, &at))) {
        const char *stream = piece->error ? m->err.data : m->out.data;
        uint64_t gone = piece->error ? m->err.total - m->err.len : m->out.total - m->out.len;
        if (piece->from < gone || !add_piece(&f, piece, stream + (piece->from - gone)))
            break;
    }
    p->more |= at > 0 && at != UINT64_MAX;
    p->count = OUTPUT_ROWS - f.first;
    memmove(p->row, p->row + f.first, (size_t)p->count * sizeof *p->row);
    return p;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static bool is_fresh(const struct output_picture *b, const struct output_row *row)
{
    return b && row->until > b->printed + b->errors;
}

static void draw_text(struct canvas *c, int row, int col, const struct output_row *r)
{
    if (r->cut)
        col += canvas_puts(c, row, col, STYLE_LABEL, "…");
    canvas_text_clipped(c, row, col, r->error ? STYLE_ERROR : STYLE_OUTPUT, canvas_cols(c) - col,
                        r->text, r->len);
}

/* `»` what was printed, `!` what went to standard error. */
static void draw_mark(struct canvas *c, int row, int col, const struct output_row *r, bool fresh)
{
    canvas_puts(c, row, col,
                fresh      ? STYLE_ADDED
                : r->error ? STYLE_ERROR
                           : STYLE_OUTPUT,
                r->error ? "!" : "»");
}

void output_draw_panel(const struct output_picture *p, const struct output_picture *b,
                       struct canvas *c)
{
    int rows = canvas_rows(c), first = p->count > rows ? p->count - rows : 0;
    if (!p->count) {
        canvas_puts(c, 0, 0, STYLE_OUTPUT, "»");
        canvas_puts(c, 0, 2, STYLE_OUTPUT, "(nothing printed yet)");
    }
    for (int i = first; i < p->count; i++) {
        const struct output_row *r = &p->row[i];
        bool fresh = is_fresh(b, r);
        if (i == first || fresh || r->error || p->row[i - 1].error)
            draw_mark(c, i - first, 0, r, fresh);
        draw_text(c, i - first, 2, r);
    }
}

enum { LINE_AT = 0, MARK_AT = 8, TEXT_AT = 10 };

static void draw_row(struct canvas *c, int row, const struct output_row *r, bool fresh,
                     const struct output_row *above)
{
    if (r->line && !(above && above->line == r->line && !fresh))
        canvas_printf(c, row, LINE_AT, STYLE_LINE_NUMBER, "%5d", r->line);
    draw_mark(c, row, MARK_AT, r, fresh);
    draw_text(c, row, TEXT_AT, r);
}

static void draw_output(const void *now, const void *before, double motion, struct canvas *c)
{
    (void)motion;
    const struct output_picture *p = now, *b = before;
    int rows = canvas_rows(c) - 1 - (p->errors > 0), row = 1;
    int first = p->count > rows ? p->count - rows : 0;
    if (!p->count) {
        canvas_puts(c, 1, 0, STYLE_TEXT, "Nothing has been printed yet.");
        return;
    }
    canvas_puts(c, 0, LINE_AT, STYLE_LABEL, " line");
    if (p->more || first)
        canvas_puts(c, 0, TEXT_AT, STYLE_LABEL, "… there is more above");
    for (int i = first; i < p->count; i++, row++)
        draw_row(c, row, &p->row[i], is_fresh(b, &p->row[i]), i > first ? &p->row[i - 1] : NULL);
    if (p->errors)
        canvas_puts(c, canvas_rows(c) - 1, MARK_AT, STYLE_LABEL,
                    "! went to standard error, » to standard output");
}

static void header_output(const void *now, const void *before, struct header *h)
{
    const struct output_picture *p = now, *b = before ? before : now;
    if (!p->more)
        header_count(h, b->count, p->count, "", p->count == 1 ? " line" : " lines");
    header_count(h, (int64_t)b->printed, (int64_t)p->printed, "", " B printed");
    if (p->errors)
        header_count(h, (int64_t)b->errors, (int64_t)p->errors, "", " B to standard error");
}

const struct view view_output = {
    .name = "output",
    .beside = &view_frames,
    .capture = capture_output,
    .header = header_output,
    .draw = draw_output,
};
