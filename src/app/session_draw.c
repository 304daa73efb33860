#include "session_internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Fast at first, slow at the end. */
static double eased(double left)
{
    return left * left * (3 - 2 * left);
}

static double motion_left(const struct session *s)
{
    if (!s->motion_ms)
        return 0;
    double done = (double)(s->now(s->clock_context) - s->motion_start) / s->motion_ms;
    return done >= 1 ? 0 : eased(1 - done);
}

static int help_rows(void)
{
    int n = 0;
    while (keymap_help[n].meaning)
        n++;
    return n;
}

/* Where there are few columns, what the keys mean stands on the row below them. */
enum { NARROW_HELP = 58 };

static int help_height(const struct help_row *help, int width)
{
    return help->keys && width < NARROW_HELP ? 2 : 1;
}

static void draw_help_row(struct canvas *c, int row, const struct help_row *help, int width)
{
    enum { KEYS_WIDTH = 28 };
    if (!help->keys) {
        canvas_puts(c, row, 1, STYLE_TITLE, help->meaning);
        return;
    }
    if (width < NARROW_HELP) {
        canvas_puts_clipped(c, row, 1, STYLE_VALUE, width - 2, help->keys);
        canvas_puts_clipped(c, row + 1, 3, STYLE_TEXT, width - 4, help->meaning);
        return;
    }
    canvas_puts_clipped(c, row, 3, STYLE_FOOTER, KEYS_WIDTH - 4, help->keys);
    canvas_puts_clipped(c, row, KEYS_WIDTH, STYLE_TEXT, width - KEYS_WIDTH - 1, help->meaning);
}

static void draw_help(struct session *s, int rows, int cols)
{
    int width = cols < 84 ? cols - 2 : 82, total = help_rows();
    int each = width - 2 < NARROW_HELP ? 2 : 1, most = total * each + 4;
    int height = most < rows ? most : rows, shown = height - 3, row = 0, i;
    struct rect box = rect_make((rows - height) / 2, (cols - width) / 2, height, width);
    if (s->help_row > total - shown / each)
        s->help_row = total - shown / each < 0 ? 0 : total - shown / each;
    canvas_fill(s->canvas, box, STYLE_TEXT);
    canvas_box(s->canvas, box, STYLE_HEADER, LINE_SINGLE);
    canvas_push(s->canvas, rect_make(box.row + 1, box.col + 1, height - 2, width - 2));
    for (i = s->help_row; i < total; i++) {
        int taken = help_height(&keymap_help[i], width - 2);
        if (row + taken > shown)
            break;
        draw_help_row(s->canvas, row, &keymap_help[i], width - 2);
        row += taken;
    }
    canvas_puts(s->canvas, height - 3, 1, STYLE_FOOTER,
                i < total || s->help_row > 0 ? "↓ ↑ more · Esc closes" : "Esc closes");
    canvas_pop(s->canvas);
}

static void fit(struct session *s)
{
    int rows, cols;
    screen_size(s->screen, &rows, &cols);
    if (!s->canvas) {
        s->canvas = canvas_new(rows, cols);
        s->grid = grid_new(rows, cols);
    } else if (s->grid->rows != rows || s->grid->cols != cols) {
        canvas_resize(s->canvas, rows, cols);
        grid_resize(s->grid, rows, cols);
    }
}

/* `12 min`, while the timer runs. */
static const char *timer(const struct session *s, char text[32])
{
    enum { MINUTE_MS = 60000 };
    int64_t ms = s->timing ? s->now(s->clock_context) - s->timer_start : -1;
    snprintf(text, 32, "%" PRId64 " min", ms / MINUTE_MS);
    return ms < 0 ? NULL : text;
}

void session_draw(struct session *s)
{
    char minutes[32];
    fit(s);
    canvas_clear(s->canvas);
    if (!s->blank) {
        struct stage_options options = {
            .motion = motion_left(s),
            .playing = s->playing,
            .questioning = s->questioning,
            .zoom = s->zoom,
            .timer = timer(s, minutes),
            .badge = s->lesson->outer ? "what if"
                     : s->badge[0]    ? s->badge
                                      : NULL,
            .what_if = s->lesson->outer != NULL,
            .remark = s->remark.len ? buffer_text(&s->remark) : NULL,
            .message = s->message.len ? buffer_text(&s->message) : NULL,
            .message_is_error = s->message_is_error,
            .command = s->command.text[0] ? s->command.text : NULL,
            .command_cursor = (int)s->command.cursor,
        };
        if (stage_set_size(s->lesson->stage, s->grid->rows, s->grid->cols))
            stage_update(s->lesson->stage);
        stage_draw(s->lesson->stage, s->canvas, &options);
        if (s->overlay == OVERLAY_HELP)
            draw_help(s, s->grid->rows, s->grid->cols);
    }
    canvas_to_grid(s->canvas, s->grid);
    screen_present(s->screen, s->grid);
    s->dirty = false;
}

enum stage_part session_part_at(const struct session *s, int row, int col, int *line)
{
    return stage_part_at(s->lesson->stage, rect_make(0, 0, s->grid->rows, s->grid->cols), s->zoom,
                         row, col, line);
}
