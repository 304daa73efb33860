#include <pyviz/lang/scenario.h>
#include <pyviz/stage/stage.h>

#include "session_internal.h"

#include <stdlib.h>

/* The first `# pyviz: detail LEVEL` holds for the whole lesson: the footer counts at one level. */
static enum event_level detail_of(const struct cli *cli, const struct scenario *scenario)
{
    if (cli->has_detail)
        return cli->detail;
    for (size_t i = 0; i < scenario->directive_count; i++)
        switch (scenario->directives[i].detail) {
        case SCENARIO_DETAIL_UNSET:
            break;
        case SCENARIO_DETAIL_STATEMENTS:
            return LEVEL_STATEMENT;
        case SCENARIO_DETAIL_OPERATIONS:
            return LEVEL_OPERATION;
        case SCENARIO_DETAIL_EVERYTHING:
            return LEVEL_MICRO;
        }
    return cli->detail;
}

struct lesson *lesson_new(const struct cli *cli, int *status, struct buffer *why)
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
    lesson_set_detail(l, detail_of(cli, l->program.scenario));
    timeline_seek(l->timeline, 1);
    stage_update(l->stage);
    return l;
}

void lesson_set_detail(struct lesson *l, enum event_level detail)
{
    struct stop_filter filter = stage_filter(l->stage, detail);
    timeline_set_filter(l->timeline, &filter);
    l->detail = detail;
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
