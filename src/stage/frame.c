/* A frame, from the title to the footer, drawn from what stage.c has captured. */
#include "stage_private.h"

#include "layout.h"
#include "lesson.h"
#include "listing.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { TEXT = 256, LEAST_CHAPTER = 12 };

static int width_of(const char *s)
{
    return canvas_columns(s, strlen(s));
}

/* ---- title and footer ------------------------------------------------------------------------ */

static void draw_title(const struct stage *s, struct canvas *c, struct rect area,
                       const struct stage_options *o)
{
    char version[TEXT];
    const char *title = lesson_title(s->scenario);
    snprintf(version, sizeof version, "%s%s%s%s%s", o->timer ? o->timer : "", o->timer ? " · " : "",
             o->badge ? o->badge : "", o->badge ? " · " : "", s->words.version);
    int right = area.cols - width_of(version) - 1;
    canvas_push(c, area);
    canvas_puts(c, 0, right, STYLE_TITLE, version);
    int col = 1 + canvas_puts_clipped(c, 0, 1, STYLE_TITLE, right - 3, s->name);
    if (*title && col + 5 < right)
        canvas_puts_clipped(c, 0, col + 3, STYLE_TITLE, right - col - 5, title);
    canvas_pop(c);
}

enum { KEYS_COLUMNS = 42 };
static const char *const level_detail[LEVEL_COUNT] = {" · d statements", " · d operations",
                                                      " · d everything"};

static void format_place(const struct stage *s, char *out, size_t room)
{
    const struct timeline_place *place = &s->words.place;
    snprintf(out, room, "%" PRIu64 "/%" PRIu64 "%s", place->number, place->total,
             place->total_known ? "" : "+");
}

static void draw_keys(const struct stage *s, struct canvas *c, int cols,
                      const struct stage_options *o)
{
    char keys[TEXT];
    if (o->playing)
        snprintf(keys, sizeof keys, "playing · a pause · + - pace · ← → step");
    else if (o->what_if)
        snprintf(keys, sizeof keys, "→ ← step · Esc back to the lesson");
    else
        snprintf(keys, sizeof keys, "→ ← step%s%s · ? help",
                 cols >= KEYS_COLUMNS - 12 ? " · ↓ statement" : "",
                 cols >= 76             ? level_detail[s->words.level]
                 : cols >= KEYS_COLUMNS ? " · d detail"
                                        : "");
    canvas_puts_clipped(c, 0, 1, STYLE_FOOTER, cols, keys);
}

/* What is typed; of a long line, what ends at the cursor. */
static void draw_command(struct canvas *c, int cols, const struct stage_options *o)
{
    const char *text = o->command, *cursor = text + o->command_cursor;
    while (canvas_columns(text, (size_t)(cursor - text)) > cols - 3)
        do
            text++;
        while (((unsigned char)*text & 0xC0) == 0x80);
    canvas_puts(c, 0, 1, STYLE_TEXT, text);
    canvas_cursor(c, 0, 1 + canvas_columns(text, (size_t)(cursor - text)));
}

static void draw_footer(const struct stage *s, struct canvas *c, struct rect area,
                        const struct stage_options *o)
{
    char place[64], right[TEXT];
    format_place(s, place, sizeof place);
    canvas_push(c, area);
    canvas_fill(c, rect_make(0, 0, 1, area.cols), STYLE_FOOTER);
    if (o->command) {
        draw_command(c, area.cols, o);
        canvas_pop(c);
        return;
    }
    int chapter = width_of(s->words.chapter); /* for which keys give way, but for the first */
    int room = area.cols - (area.cols >= 60 ? 19 : 0) - width_of(place) - 5;
    if (chapter > room)
        chapter = room < LEAST_CHAPTER ? 0 : room;
    if (o->message && width_of(o->message) > area.cols - width_of(place) - chapter - 7)
        chapter = 0;
    snprintf(right, sizeof right, "%s%s", chapter ? " · " : "", place);
    int end = area.cols - width_of(right) - 1, col = end - chapter;
    if (o->message)
        canvas_puts_clipped(c, 0, 1, o->message_is_error ? STYLE_ERROR : STYLE_FOOTER, col - 2,
                            o->message);
    else if (col > 10)
        draw_keys(s, c, col - 2, o);
    if (chapter)
        canvas_puts_clipped(c, 0, col, STYLE_FOOTER, chapter, s->words.chapter);
    canvas_puts(c, 0, end, STYLE_FOOTER, right);
    canvas_pop(c);
}

/* ---- the stage and its header ---------------------------------------------------------------- */

static void fill_header(const struct exhibit *e, int cols, struct header *h)
{
    const struct capture *now = e->now;
    const void *before = exhibit_before(e);
    *h = (struct header){.cols = cols};
    now->view->header(now->picture, before, h);
    if (now->subject)
        badge_header(&now->badge, before ? &e->before->badge : NULL, h);
}

static int draw_header_name(const struct exhibit *e, struct canvas *c, int col)
{
    const struct badge *badge = &e->now->badge;
    if (!e->now->subject)
        return col + canvas_printf(c, 0, col, STYLE_HEADER, " %s ", e->now->view->name) + 2;
    if (badge->names)
        col += canvas_printf(c, 0, col, STYLE_HEADER, " %s ", badge->names) + 2;
    char title[TITLE_BYTES];
    col += canvas_printf(
        c, 0, col, STYLE_HEADER, " %s ",
        object_title(badge->type, badge->names ? 0 : badge->serial, TITLE_BYTES, title));
    return col + 2;
}

static int header_width(const struct header *h)
{
    int width = 0;
    for (int i = 0; i < h->count; i++)
        width += width_of(h->part[i].text) + 3;
    return width;
}

/* ` 8 slots · 2 used · rc 1+1 `; what does not fit is left out. */
static void draw_header_parts(struct canvas *c, int col, int cols, const struct header *h)
{
    bool first = true;
    for (int i = 0; i < h->count; i++) {
        const struct header_part *part = &h->part[i];
        if (col + width_of(part->text) + 3 > cols)
            continue;
        col += canvas_puts(c, 0, col, STYLE_HEADER, first ? " " : "· ");
        col += canvas_puts(c, 0, col, part->style, part->text);
        col += canvas_puts(c, 0, col, STYLE_HEADER, " ");
        first = false;
    }
}

/* A rule with what stands below it: cols is how much of it is this exhibit's. */
static void draw_header(const struct exhibit *e, struct canvas *c, struct rect area, int cols)
{
    enum { BRIEF = 60 };
    struct header h;
    canvas_push(c, area);
    canvas_hline(c, 0, 0, area.cols - 1, STYLE_HEADER, LINE_SINGLE);
    int col = draw_header_name(e, c, 1);
    fill_header(e, cols, &h);
    if (col + header_width(&h) > cols)
        fill_header(e, BRIEF, &h);
    draw_header_parts(c, col, cols, &h);
    canvas_pop(c);
}

static void draw_introduction(const struct stage *s, struct canvas *c, const struct layout_plan *p)
{
    struct rect text = rect_make(p->stage.row + 1, p->stage.col, p->stage.rows - 1,
                                 p->header.cols - 2 * p->stage.col);
    text.cols = text.cols < 90 ? text.cols : 90;
    canvas_hline(c, p->header.row, 0, p->header.cols - 1, STYLE_HEADER, LINE_SINGLE);
    canvas_puts(c, p->header.row, 1, STYLE_HEADER, " Before the first step ");
    canvas_paragraph(c, text, STYLE_AUTHOR, buffer_text(&s->words.voice), s->words.voice.len);
}

/* Where there is no footer, the place stands at the end of the header. */
static void draw_place_in_header(const struct stage *s, struct canvas *c, struct rect header)
{
    char place[64], text[72];
    format_place(s, place, sizeof place);
    snprintf(text, sizeof text, " %s", place);
    canvas_puts(c, header.row, header.cols - width_of(text), STYLE_FOOTER, text);
}

static void draw_exhibit(const struct exhibit *e, struct canvas *c, struct rect area, double motion)
{
    canvas_push(c, area);
    e->now->view->draw(e->now->picture, exhibit_before(e), motion, c);
    canvas_pop(c);
}

/* Where exhibit i goes if all of them are shown, one below the other: under its header. */
static struct rect exhibit_area(const struct stage *s, const struct rect *stage, int i)
{
    int rows = (stage->rows + 1) / s->exhibits - 1, row = stage->row + i * (rows + 1);
    bool last = i + 1 == s->exhibits;
    return rect_make(row, stage->col, last ? stage->row + stage->rows - row : rows, stage->cols);
}

static void draw_side(const struct stage *s, struct canvas *c, const struct layout_plan *p)
{
    enum { HIGH = 32, TALL = 24, LEAST = 14 };
    const struct exhibit *e = &s->exhibit[s->main];
    canvas_vline(c, p->header.row, p->rule.row, p->side.col - 2, STYLE_HEADER, LINE_SINGLE);
    canvas_puts(c, p->header.row, p->side.col, STYLE_HEADER, " names and frames ");
    struct rect names = p->side, history = p->side;
    if (p->side.rows >= LEAST) { /* the history has a place of its own at the bottom */
        int each = p->side.rows >= HIGH ? 3 : p->side.rows >= TALL ? 2 : 1;
        history.rows = each * HISTORY_LINES;
        names.rows -= history.rows + 1;
        history.row += names.rows + 1;
        canvas_hline(c, history.row - 1, p->side.col - 2, p->rule.cols - 1, STYLE_HEADER,
                     LINE_SINGLE);
        canvas_puts(c, history.row - 1, p->side.col, STYLE_HEADER, " history ");
        canvas_push(c, history);
        history_draw_panel(e->now->history, e->before ? e->before->history : NULL, c);
        canvas_pop(c);
    }
    canvas_push(c, names);
    names_draw_panel(e->now->names, e->before ? e->before->names : NULL, c);
    canvas_pop(c);
}

/* The rules are drawn before the lines that end on them, so that they join. */
static void draw_stage(const struct stage *s, struct canvas *c, const struct layout_plan *p,
                       const struct stage_options *o)
{
    enum { LEAST_ROWS = 6 };
    bool all = s->exhibits > 1 && exhibit_area(s, &p->stage, 0).rows >= LEAST_ROWS;
    int cols = p->side.rows ? p->side.col - 2 : p->header.cols;
    draw_header(&s->exhibit[all ? 0 : s->main], c, p->header, cols);
    if (p->side.rows)
        draw_side(s, c, p);
    if (p->beside.rows) {
        struct rect header = rect_make(p->beside.row - 1, 0, 1, cols + (p->side.rows > 0));
        draw_header(&s->beside, c, header, cols);
        draw_exhibit(&s->beside, c, p->beside, o->motion);
    }
    if (!all) {
        draw_exhibit(&s->exhibit[s->main], c, p->stage, o->motion);
        return;
    }
    for (int i = 0; i < s->exhibits; i++) {
        struct rect area = exhibit_area(s, &p->stage, i);
        struct rect header = rect_make(area.row - 1, 0, 1, cols + (p->side.rows > 0));
        if (i)
            draw_header(&s->exhibit[i], c, header, cols);
        draw_exhibit(&s->exhibit[i], c, area, o->motion);
    }
}

/* ---- voice and output ------------------------------------------------------------------------ */

static void draw_voice(const struct stage *s, struct canvas *c, struct rect area,
                       const struct stage_options *o)
{
    enum { READABLE = 110 };
    const struct words *w = &s->words;
    struct rect text = area;
    text.cols = text.cols > READABLE ? READABLE : text.cols;
    if (o->remark)
        canvas_paragraph(c, text, STYLE_ERROR, o->remark, strlen(o->remark));
    else if (o->questioning)
        canvas_puts(c, area.row, area.col, STYLE_AUTHOR, "What happens here? And why?");
    else
        canvas_paragraph_marked(c, text, w->voice_style, buffer_text(&w->voice), w->voice.len,
                                STYLE_VALUE, &w->values);
}

static void draw_output(const struct stage *s, struct canvas *c, struct rect area)
{
    const struct exhibit *e = &s->exhibit[s->main];
    canvas_push(c, area);
    output_draw_panel(e->now->output, e->before ? e->before->output : NULL, c);
    canvas_pop(c);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void draw_too_small(const struct stage *s, struct canvas *c)
{
    char place[64];
    struct rect all = rect_make(0, 0, canvas_rows(c), canvas_cols(c));
    static const char text[] = "Too small: 60x16 is the least, 80x24 is good.";
    canvas_paragraph(c, all, STYLE_TEXT, text, sizeof text - 1);
    format_place(s, place, sizeof place);
    if (all.rows > 3)
        canvas_puts(c, all.rows - 1, 0, STYLE_FOOTER, place);
}

static struct layout_plan plan_for(const struct stage *s, int rows, int cols, bool zoom)
{
    const struct capture *now = s->exhibit[s->main].now;
    int needs = !s->beside.now || s->exhibits > 1 ? LAYOUT_ALONE
                : now->view->needs                ? now->view->needs(now->picture)
                                                  : LAYOUT_ALL_ROWS;
    return layout_plan(rows, cols, zoom, needs);
}

static bool is_in(struct rect area, int row, int col)
{
    return row >= area.row && row < area.row + area.rows && col >= area.col &&
           col < area.col + area.cols;
}

enum stage_part frame_part_at(const struct stage *s, struct rect canvas, bool zoom, int row,
                              int col, int *line)
{
    struct layout_plan p = plan_for(s, canvas.rows, canvas.cols, zoom);
    if (is_in(p.header, row, col))
        return STAGE_HEADER;
    if (!is_in(p.source, row, col))
        return STAGE_ELSEWHERE;
    *line = listing_line_at(s, p.source, row);
    return *line ? STAGE_SOURCE : STAGE_ELSEWHERE;
}

void frame_draw(const struct stage *s, struct canvas *c, const struct stage_options *o)
{
    struct layout_plan p = plan_for(s, canvas_rows(c), canvas_cols(c), o->zoom);
    if (!s->exhibits || p.size == LAYOUT_TOO_SMALL) {
        draw_too_small(s, c);
        return;
    }
    bool introduction = s->words.start && s->words.voice_style == STYLE_AUTHOR;
    if (p.title.rows)
        draw_title(s, c, p.title, o);
    if (p.source.rows)
        listing_draw(s, c, p.source);
    if (p.rule.rows)
        canvas_hline(c, p.rule.row, 0, p.rule.cols - 1, STYLE_HEADER, LINE_SINGLE);
    if (s->exhibit[s->main].now->view == &view_names &&
        p.side.rows) { /* what would stand at the side has the stage */
        p.stage.cols = p.beside.cols = p.header.cols - 2 * p.stage.col;
        p.side.rows = 0;
    }
    if (introduction) {
        draw_introduction(s, c, &p);
    } else {
        draw_stage(s, c, &p, o);
        draw_voice(s, c, p.voice, o);
    }
    if (p.output.rows)
        draw_output(s, c, p.output);
    if (p.footer.rows || o->command || o->message)
        draw_footer(s, c, p.footer, o);
    else
        draw_place_in_header(s, c, p.header);
}
