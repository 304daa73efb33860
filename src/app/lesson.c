#include <pyviz/stage/stage.h>

#include "session_internal.h"

#include <stdlib.h>

struct lesson *lesson_new(const struct cli *cli, enum event_level detail, int *status,
                          struct buffer *why)
{
    struct lesson *l = base_calloc(1, sizeof *l);
    *status = program_boot(&l->program, cli, why);
    if (*status != EXIT_FINE) {
        lesson_free(l);
        return NULL;
    }
    struct timeline_options options = {
        .chapter_line = l->program.chapter_lines,
        .chapters = l->program.chapter_count,
    };
    l->timeline = timeline_new(l->program.machine, &options);
    l->stage = stage_new(l->timeline, l->program.scenario, &l->program.source, l->program.name);
    struct stop_filter filter = stage_filter(l->stage, detail, false);
    timeline_set_filter(l->timeline, &filter);
    timeline_seek(l->timeline, 1);
    stage_update(l->stage);
    return l;
}

void lesson_free(struct lesson *l)
{
    if (!l)
        return;
    stage_free(l->stage);
    timeline_free(l->timeline);
    program_free(&l->program);
    free(l);
}
