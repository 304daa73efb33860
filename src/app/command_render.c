/* render: the frame that the room would see, as text, ANSI, SVG or HTML. */
#include <pyviz/canvas/canvas.h>
#include <pyviz/screen/colour.h>
#include <pyviz/screen/writers.h>
#include <pyviz/stage/stage.h>

#include "commands.h"
#include "session_internal.h"
#include "streams.h"

#include <stdlib.h>

static void go_there(struct lesson *l, const struct cli *cli)
{
    if (cli->end)
        timeline_seek(l->timeline, UINT64_MAX);
    else if (cli->has_stop)
        timeline_goto_stop(l->timeline, cli->stop ? cli->stop : 1);
    else if (cli->has_at)
        timeline_seek(l->timeline, cli->at ? cli->at : 1);
    /* As when somebody has been shown the lesson: the footer knows how many stops there are. */
    enum { AHEAD = 1000000 };
    timeline_scout(l->timeline, AHEAD);
    stage_set_size(l->stage, cli->rows, cli->columns);
    stage_update(l->stage);
}

static const struct theme *theme_of(const struct cli *cli)
{
    return cli->theme ? theme_find(cli->theme) : theme_get(THEME_DARK);
}

static void write_grid(const struct grid *g, const struct cli *cli, const char *title,
                       struct buffer *out)
{
    switch (cli->format) {
    case FORMAT_TEXT:
        writers_text(out, g);
        break;
    case FORMAT_ANSI:
        writers_ansi(out, g, theme_of(cli), cli->color == COLOR_NEVER ? COLOUR_NONE : COLOUR_256);
        break;
    case FORMAT_SVG:
        writers_svg(out, g, theme_of(cli), title);
        break;
    case FORMAT_HTML:
        writers_html(out, g, theme_of(cli), title);
        break;
    }
}

/* A locale that was chosen and knows no UTF-8; where none was, a file may hold it, as python3's do.
 */
static bool wants_ascii(const struct cli *cli)
{
    bool text = cli->format == FORMAT_TEXT || cli->format == FORMAT_ANSI;
    bool chosen = getenv("LC_ALL") || getenv("LC_CTYPE") || getenv("LANG");
    return cli->ascii || (text && chosen && colour_locale_is_ascii());
}

int command_render(const struct cli *cli)
{
    int status;
    struct buffer why = {0}, out = {0};
    struct lesson *l = lesson_new(cli, &status, &why);
    if (l) {
        struct canvas *canvas = canvas_new(cli->rows, cli->columns);
        struct grid *grid = grid_new(cli->rows, cli->columns);
        struct stage_options options = {0};
        go_there(l, cli);
        stage_draw(l->stage, canvas, &options);
        canvas_to_grid(canvas, grid);
        status = program_refusal(l->program.machine, &why);
        if (wants_ascii(cli))
            grid_to_ascii(grid);
        write_grid(grid, cli, l->program.name, &out);
        streams_write_raw(out.data, out.len); /* frames hold no control characters but ours */
        grid_free(grid);
        canvas_free(canvas);
        lesson_free(l);
    }
    streams_complain(&why);
    buffer_free(&why);
    buffer_free(&out);
    return status;
}
