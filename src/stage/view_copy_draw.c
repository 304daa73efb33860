/* copy: how the room looks.  The two graphs on top; below them what is asked of the object at work,
 * and the memo: beside the graphs where there are columns enough. */
#include "view_copy.h"

#include <stdio.h>
#include <string.h>

enum { BETWEEN = 10, STEP = 2, WIDE = 100, MEMO_COLS = 30, CELL = 19, BELOW = 4 };

#define AT_WORK "►"

static const struct copy_row *row_before(const struct copy_picture *b, const struct copy_row *row)
{
    for (int i = 0; b && i < b->count; i++)
        if (b->row[i].depth == row->depth && b->row[i].path == row->path)
            return &b->row[i];
    return NULL;
}

/* Is it the same graph on that side as before, or another that its name has gone over to?  Else
 * there is nothing to compare. */
static bool same_side(const struct copy_picture *p, const struct copy_picture *b, int side)
{
    if (!b || !p->count || !b->count || !p->row[0].side[side].number)
        return false;
    return p->row[0].side[side].number == b->row[0].side[side].number ||
           (*p->name[side] && !strcmp(p->name[side], b->name[side]));
}

static enum style side_style(const struct copy_row *now, const struct copy_row *then, bool compared,
                             int side)
{
    const struct copy_side *s = &now->side[side], *was = then ? &then->side[side] : NULL;
    if (!s->number)
        return STYLE_REMOVED;
    if (compared && (!was || !was->number))
        return STYLE_ADDED;
    bool one = now->side[0].number == now->side[1].number;
    bool text = was && strcmp(was->text, s->text) != 0;
    if (was && (was->number != s->number || was->waiting != s->waiting ||
                (one && then->side[0].number == then->side[1].number && text)))
        return STYLE_CHANGED;
    return STYLE_TEXT;
}

static void draw_side(struct canvas *c, int row, int col, int cols, const struct copy_row *now,
                      const struct copy_row *then, bool compared, int side)
{
    const struct copy_side *s = &now->side[side];
    char text[COPY_LABEL + COPY_TEXT + 12];
    if (!s->number && !(then && then->side[side].number))
        return;
    enum style style = side_style(now, then, compared, side);
    bool state = style_is_state(style), brackets = s->number && s->waiting;
    snprintf(text, sizeof text, "%s%s%s%s%s%s%s", state ? style_glyph(style) : "", state ? " " : "",
             now->label, *now->label ? " " : "", brackets ? "(" : "",
             s->number ? s->text : then->side[side].text, brackets ? ")" : "");
    int indent = STEP * now->depth;
    canvas_puts_clipped(c, row, col + indent, style, cols - indent, text);
}

/* Between the two: one object, or two, and whether they are equal. */
static void draw_between(struct canvas *c, int row, int col, const struct copy_row *now,
                         bool copying)
{
    static const char *const texts[] = {"", "is", "==", "!=", "two"};
    const char *more = now->again                                ? " again"
                       : now->atomic && now->relation == COPY_IS ? " atom"
                                                                 : "";
    if (now->relation == COPY_ALONE && copying && now->working)
        canvas_puts(c, row, col, STYLE_LABEL, "…");
    else if (now->relation != COPY_ALONE)
        canvas_printf(c, row, col, now->relation == COPY_IS ? STYLE_MATCH : STYLE_LABEL, "%s%s",
                      texts[now->relation], more);
}

/* What the marks between the two mean, of those that stand there. */
static void draw_legend(struct canvas *c, int row, const struct copy_picture *p)
{
    static const char *const meanings[] = {
        [COPY_IS] = "is: one object",
        [COPY_EQUAL] = "==: two, equal",
        [COPY_UNEQUAL] = "!=: two, not equal",
        [COPY_TWO] = "two: two objects",
    };
    bool seen[sizeof meanings / sizeof *meanings] = {false}, again = false;
    for (int i = 0; i < p->count; i++) {
        seen[p->row[i].relation] = true;
        again |= p->row[i].again && p->row[i].relation != COPY_ALONE;
    }
    int col = 2;
    for (size_t i = COPY_IS; i < sizeof meanings / sizeof *meanings; i++)
        if (seen[i])
            col += canvas_puts(c, row, col, STYLE_LABEL, meanings[i]) + 3;
    if (again)
        canvas_puts(c, row, col, STYLE_LABEL, "again: as further up");
}

/* Which question about the object at work has been answered, and how. */
static void draw_question(struct canvas *c, int row, const struct copy_picture *p)
{
    static const char *const answers[] = {
        [COPY_OPEN] = "",
        [COPY_BY_ATOM] = "never copied: yes",
        [COPY_BY_MEMO] = "",
        [COPY_BY_TABLE] = "copier: yes",
        [COPY_BY_HOOK] = "copier: no · hook: yes",
        [COPY_BY_RECIPE] = "copier: no · hook: no · recipe: yes",
    };
    if (!p->copying)
        return;
    const char *at = p->at >= 0 ? p->path : p->what;
    int col = canvas_puts(c, row, 0, STYLE_PROBE, AT_WORK) + 1;
    col += canvas_printf(c, row, col, STYLE_TEXT, "%s", at) + 2;
    if (strcmp(at, p->what) != 0)
        col += canvas_printf(c, row, col, STYLE_LABEL, "%s", p->what) + 2;
    if (p->deep)
        col += canvas_puts(c, row, col, STYLE_TEXT,
                           p->way == COPY_OPEN      ? "memo?"
                           : p->way == COPY_BY_MEMO ? "memo: yes"
                                                    : "memo: no · ");
    if (col < canvas_cols(c))
        canvas_puts_clipped(c, row, col, STYLE_TEXT, canvas_cols(c) - col, answers[p->way]);
}

/* ---- the memo -------------------------------------------------------------------------------- */

static bool had_entry(const struct copy_entry *entry, int n, const struct copy_entry *wanted)
{
    for (int i = 0; i < n; i++)
        if (entry[i].number == wanted->number)
            return true;
    return false;
}

static enum style entry_style(const struct copy_picture *b, const struct copy_entry *e, bool kept)
{
    if (e->hit)
        return STYLE_MATCH;
    if (b && !(kept ? had_entry(b->keeping, b->kept, e) : had_entry(b->entry, b->entries, e)))
        return STYLE_ADDED;
    return STYLE_TEXT;
}

/* Entries in cells, row by row; the last of what is shown says how many are left out. */
static void draw_entries(struct canvas *c, struct rect area, const struct copy_picture *b,
                         const struct copy_entry *entry, int n, int left_out, bool kept)
{
    int cell = CELL, per_row, shown;
    for (int i = 0; i < n; i++)
        cell = canvas_columns(entry[i].text, strlen(entry[i].text)) + 3 > cell
                   ? canvas_columns(entry[i].text, strlen(entry[i].text)) + 3
                   : cell;
    per_row = area.cols / cell ? area.cols / cell : 1;
    shown = per_row * area.rows < n ? per_row * area.rows - 1 : n;
    int first = n - shown; /* the newest are worth most */
    for (int i = 0; i < shown; i++) {
        const struct copy_entry *e = &entry[first + i];
        enum style style = entry_style(b, e, kept);
        char text[COPY_TEXT + 4];
        snprintf(text, sizeof text, "%s %s", style_is_state(style) ? style_glyph(style) : " ",
                 e->text);
        canvas_puts_clipped(c, area.row + i / per_row, area.col + i % per_row * cell, style,
                            cell - 1, text);
    }
    if (first + left_out)
        canvas_printf(c, area.row + shown / per_row, area.col + shown % per_row * cell + 2,
                      STYLE_LABEL, "… %d more", first + left_out);
}

static void draw_memo(struct canvas *c, struct rect area, const struct copy_picture *p,
                      const struct copy_picture *b, bool beside)
{
    enum { LABEL = 7 };
    const struct copy_picture *then = b && b->memo ? b : NULL;
    if (!p->memo)
        return;
    enum { LONG = 10 };
    int kept_rows = beside ? area.rows / 3 : area.rows > 1,
        rows = area.rows - kept_rows - (beside ? 2 : 0);
    rows = rows > LONG ? LONG : rows;
    int col = area.col + (beside ? 0 : LABEL), cols = area.cols - (beside ? 0 : LABEL);
    canvas_puts(c, area.row, area.col, STYLE_LABEL,
                beside ? "memo: id of original → copy" : "memo");
    draw_entries(c, rect_make(area.row + beside, col, rows, cols), then, p->entry, p->entries,
                 p->entries_left_out, false);
    if (!p->entries)
        canvas_puts(c, area.row + beside, col + 2, STYLE_SPARE, "· empty");
    if (!kept_rows)
        return;
    int row = area.row + rows + beside;
    canvas_puts(c, row, area.col, STYLE_LABEL, beside ? "kept alive by it" : "keeps");
    draw_entries(c, rect_make(row + beside, col, kept_rows, cols), then, p->keeping, p->kept,
                 p->kept_left_out, true);
    if (!p->kept)
        canvas_puts(c, row + beside, col + 2, STYLE_SPARE, "·");
}

/* ---- all ------------------------------------------------------------------------------------- */

/* The rows of the graphs: where there are too many, those up to the one at work. */
static void draw_graphs(struct canvas *c, const struct copy_picture *p,
                        const struct copy_picture *b, int cols, int rows)
{
    int width = (cols - BETWEEN) / 2, first = 0, shown = rows - 1;
    bool cut = p->count > shown;
    shown -= cut;
    if (cut && p->at >= shown)
        first = p->at - shown + 1;
    bool same[2] = {same_side(p, b, 0), same_side(p, b, 1)};
    /* there was nothing: on either side, or on the right one */
    bool fresh[2] = {b && !b->count, b && (!b->count || (same[0] && !b->row[0].side[1].number))};
    canvas_puts_clipped(c, 0, 2, STYLE_HEADER, width - 2, p->name[0]);
    canvas_puts_clipped(c, 0, width + BETWEEN, STYLE_HEADER, width, p->name[1]);
    for (int i = 0; i < shown && first + i < p->count; i++) {
        const struct copy_row *row = &p->row[first + i], *then = row_before(b, row);
        if (p->copying && (row->working || first + i == p->at))
            canvas_puts(c, 1 + i, 0, first + i == p->at ? STYLE_PROBE : STYLE_LABEL,
                        first + i == p->at ? AT_WORK : "│");
        for (int side = 0; side < 2; side++)
            draw_side(c, 1 + i, side ? width + BETWEEN : 2, side ? width : width - 2, row,
                      same[side] ? then : NULL, same[side] || fresh[side], side);
        draw_between(c, 1 + i, width + 1, row, p->copying);
    }
    int more = p->left_out + (p->count > shown ? p->count - shown : 0);
    if (more)
        canvas_printf(c, rows - 1 - !cut, 2, STYLE_LABEL, "… %s%d more row%s",
                      p->many ? "at least " : "", more, more == 1 ? "" : "s");
}

void view_copy_draw(const void *now, const void *before, double motion, struct canvas *c)
{
    (void)motion;
    const struct copy_picture *p = now, *b = before;
    int cols = canvas_cols(c), rows = canvas_rows(c);
    bool wide = cols >= WIDE && rows >= BELOW + 8, below = (p->memo || p->copying) && !wide;
    /* Where there are few rows, the graphs are worth more than what the memo keeps. */
    int under = !below ? p->copying : rows >= BELOW + 5 ? BELOW : rows > 5 ? 2 : 1;
    if (!p->count) {
        canvas_puts(c, 1, 0, STYLE_TEXT, "No containers yet.");
        return;
    }
    int graph_cols = wide ? cols - MEMO_COLS - 2 : cols;
    if (graph_cols > WIDE)
        graph_cols = WIDE;
    int graph_rows = rows - under;
    draw_graphs(c, p, b, graph_cols, graph_rows);
    draw_question(c, graph_rows, p);
    if (!p->copying && p->count + 2 < graph_rows && *p->name[1])
        draw_legend(c, graph_rows - 1, p);
    if (under > 1)
        draw_memo(c, rect_make(graph_rows + 1, 0, rows - graph_rows - 1, cols), p, b, false);
    else if (wide)
        draw_memo(c, rect_make(0, graph_cols + 2, rows - 1, cols - graph_cols - 2), p, b, true);
}

/* What len() gives of it: what it keeps alive stands in a list, which is an entry, too. */
static int memo_size(const struct copy_picture *p)
{
    return p->entries + p->entries_left_out + (p->kept > 0);
}

void view_copy_header(const void *now, const void *before, struct header *h)
{
    const struct copy_picture *p = now, *b = before ? before : now;
    if (p->copying)
        header_add(h, STYLE_HEADER, "%s, %d deep", p->deep ? "deepcopy" : "copy", p->depth);
    else if (*p->name[1])
        header_add(h, STYLE_HEADER, "%s and %s", p->name[0], p->name[1]);
    else
        return;
    header_count(h, b->shared, p->shared, "", " shared");
    header_count(h, b->own, p->own, "", " of its own");
    if (p->memo)
        header_count(h, b->memo ? memo_size(b) : 0, memo_size(p), "memo ", "");
}
