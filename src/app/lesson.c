#include <pyviz/lang/scenario.h>
#include <pyviz/stage/stage.h>

#include "session_internal.h"

#include <stdlib.h>

enum { WHAT_IFS_MOST = 16 };

/* The first `# pyviz: detail LEVEL` holds for the whole lesson: the footer counts at one level. */
static enum event_level detail_of(const struct cli *cli, const struct scenario *scenario)
{
    if (cli->has_detail)
        return cli->detail;
    switch (scenario_first_detail(scenario)) {
    case SCENARIO_DETAIL_STATEMENTS:
        return LEVEL_STATEMENT;
    case SCENARIO_DETAIL_OPERATIONS:
        return LEVEL_OPERATION;
    case SCENARIO_DETAIL_EVERYTHING:
        return LEVEL_MICRO;
    case SCENARIO_DETAIL_UNSET:
        break;
    }
    return cli->detail;
}

static void put_on_stage(struct lesson *l, enum event_level detail)
{
    struct timeline_options options = {
        .chapter_line = l->program.chapter_lines,
        .chapters = l->program.chapter_count,
    };
    l->timeline = timeline_new(l->program.machine, &options);
    l->stage = stage_new(l->timeline, l->program.scenario, &l->program.source, l->program.name);
    lesson_set_detail(l, detail);
}

struct lesson *lesson_new(const struct cli *cli, int *status, struct buffer *why)
{
    struct lesson *l = base_calloc(1, sizeof *l);
    *status = program_boot(&l->program, cli, why);
    if (*status != EXIT_FINE) {
        lesson_free(l);
        return NULL;
    }
    put_on_stage(l, detail_of(cli, l->program.scenario));
    timeline_seek(l->timeline, 1);
    stage_update(l->stage);
    return l;
}

/* ---- what if --------------------------------------------------------------------------------- */

/* The outer lesson's, and this one. */
static void put_in_between(struct lesson *l, const char *text)
{
    const struct lesson *outer = l->outer;
    const char *texts[WHAT_IFS_MOST];
    l->what_if = base_calloc(outer->what_ifs + 1, sizeof *l->what_if);
    for (; l->what_ifs < outer->what_ifs; l->what_ifs++)
        l->what_if[l->what_ifs] = (struct machine_what_if){
            outer->what_if[l->what_ifs].clock, base_strdup(outer->what_if[l->what_ifs].text)};
    l->what_if[l->what_ifs++] =
        (struct machine_what_if){timeline_clock(outer->timeline), base_strdup(text)};
    for (size_t i = 0; i < l->what_ifs; i++)
        texts[i] = l->what_if[i].text;
    machine_set_what_ifs(l->program.machine, l->what_if, l->what_ifs);
    stage_set_what_ifs(l->stage, texts, l->what_ifs);
}

/* Where the last of them begins; false: the program ends before. */
static bool go_in_between(struct lesson *l)
{
    const Machine *m = l->program.machine;
    timeline_seek(l->timeline, l->what_if[l->what_ifs - 1].clock);
    while (m->what_ifs < l->what_ifs && timeline_next_statement(l->timeline)) {
    }
    return m->what_ifs == l->what_ifs;
}

struct lesson *lesson_what_if(struct lesson *outer, const struct cli *cli, const char *text,
                              struct buffer *why)
{
    if (outer->what_ifs + 1 >= WHAT_IFS_MOST) {
        buffer_puts(why, "no more in between: Esc goes back");
        return NULL;
    }
    struct lesson *l = base_calloc(1, sizeof *l);
    l->outer = outer;
    if (program_again(&l->program, &outer->program, cli, why) == EXIT_FINE) {
        put_on_stage(l, outer->detail);
        put_in_between(l, text);
        if (go_in_between(l))
            return l;
        buffer_puts(why, "no statement comes after this one: ← goes back to one");
    }
    lesson_leave(l);
    return NULL;
}

struct lesson *lesson_leave(struct lesson *l)
{
    struct lesson *outer = l->outer;
    l->outer = NULL;
    stage_free(l->stage);
    timeline_free(l->timeline);
    machine_free(l->program.machine);
    for (size_t i = 0; i < l->what_ifs; i++)
        base_free((char *)(uintptr_t)l->what_if[i].text);
    free(l->what_if);
    free(l);
    return outer;
}

void lesson_set_detail(struct lesson *l, enum event_level detail)
{
    struct stop_filter filter = stage_filter(l->stage, detail);
    timeline_set_filter(l->timeline, &filter);
    l->detail = detail;
}

void lesson_free(struct lesson *l)
{
    while (l && l->outer)
        l = lesson_leave(l);
    if (!l)
        return;
    stage_free(l->stage);
    timeline_free(l->timeline);
    program_free(&l->program);
    free(l);
}
