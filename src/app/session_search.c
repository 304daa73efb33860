/* Searching: a statement with a text, a step told with it, or the next time that a line runs. */
#include <pyviz/base/ascii.h>
#include <pyviz/lang/scenario.h>
#include <pyviz/machine/machine.h>

#include "session_internal.h"

#include <stdio.h>
#include <string.h>

enum outcome { FOUND, NOT_FOUND, STOPPED };

static bool holds(const char *text, size_t n, const char *what)
{
    size_t length = strlen(what);
    for (size_t i = 0; i + length <= n; i++)
        if (ascii_alike(text + i, what, length))
            return true;
    return false;
}

/* The statement of a line: where it begins and ends, and its narration.  NULL: none is there. */
static const struct scenario_line *statement_at(const struct session *s, int line)
{
    const struct scenario *scenario = s->lesson->program.scenario;
    for (size_t i = 0; i < scenario->line_count; i++)
        if (scenario->lines[i].last >= line)
            return scenario->lines[i].first <= line ? &scenario->lines[i] : NULL;
    return NULL;
}

/* Does its source or its narration hold the text? */
static bool matches(const struct session *s, const struct scenario_line *statement,
                    const char *text)
{
    for (int line = statement->first; line <= statement->last; line++) {
        size_t n;
        const char *source = source_line(&s->lesson->program.source, (size_t)line, &n);
        if (holds(source, n, text))
            return true;
    }
    return holds(statement->narration, strlen(statement->narration), text);
}

/* What is looked for: a statement with a text, a step that is told with a text, or the statement of
 * a line. */
struct target {
    const char *text; /* NULL: the line */
    bool told, back;
    int first, last;
};

/* Does the voice of the step where the timeline stands hold the text? */
static bool is_told(struct session *s, const char *text)
{
    stage_update(s->lesson->stage);
    const char *voice = stage_voice(s->lesson->stage);
    return holds(voice, strlen(voice), text);
}

static bool is_target(struct session *s, const struct target *target)
{
    int line = machine_line(timeline_machine(s->lesson->timeline));
    if (target->told)
        return is_told(s, target->text);
    if (!target->text)
        return line >= target->first && line <= target->last;
    const struct scenario_line *statement = statement_at(s, line);
    return statement && matches(s, statement, target->text);
}

static bool move_on(struct session *s, const struct target *target)
{
    struct timeline *t = s->lesson->timeline;
    if (target->back)
        return target->told ? timeline_previous_stop(t) : timeline_previous_statement(t);
    return target->told ? session_step(s) : timeline_next_statement(t);
}

/* Steps from here to `until`; where that takes long, a key stops it. */
static enum outcome find_on(struct session *s, const struct target *target, uint64_t until)
{
    struct timeline *t = s->lesson->timeline;
    int64_t start = s->now(s->clock_context);
    while (move_on(s, target) &&
           (target->back ? timeline_clock(t) >= until : timeline_clock(t) <= until)) {
        if (is_target(s, target))
            return FOUND;
        if (session_gives_way(s, start))
            return STOPPED;
    }
    return NOT_FOUND;
}

/* From the other end to where the search began. */
static enum outcome find_around(struct session *s, const struct target *target, uint64_t until)
{
    if (!target->back) {
        timeline_seek(s->lesson->timeline, 1);
        return find_on(s, target, until);
    }
    if (!session_seek_end(s))
        return STOPPED;
    return target->told && is_target(s, target) ? FOUND : find_on(s, target, until);
}

/* From here to the end, then from the start to here, or the other way round; where it is not found,
 * stays. */
static void find(struct session *s, const struct target *target, const char *otherwise,
                 const char *what)
{
    struct timeline *t = s->lesson->timeline;
    uint64_t here = timeline_clock(t);
    enum outcome outcome = find_on(s, target, target->back ? 1 : UINT64_MAX);
    bool wrapped = outcome == NOT_FOUND;
    if (wrapped)
        outcome = find_around(s, target, here);
    if (outcome != FOUND)
        timeline_seek(t, here);
    session_moved(s, false);
    if (outcome == NOT_FOUND)
        session_say(s, true, otherwise, what);
    else if (wrapped && timeline_clock(t) == here)
        session_say(s, false,
                    !target->text  ? "it runs at no other time"
                    : target->told ? "no other step says it"
                                   : "no other statement has it");
    else if (wrapped)
        session_say(s, false, "the search went on from the %s", target->back ? "end" : "start");
}

static bool is_anywhere(const struct session *s, const char *text)
{
    const struct scenario *scenario = s->lesson->program.scenario;
    for (size_t i = 0; i < scenario->line_count; i++)
        if (matches(s, &scenario->lines[i], text))
            return true;
    return false;
}

static void search(struct session *s, bool back)
{
    struct target target = {.text = s->searched, .back = back};
    target.told = !is_anywhere(s, s->searched);
    if (!s->searched[0])
        session_say(s, true, "nothing to search for");
    else if (target.told)
        find(s, &target, "no line or step says \"%s\"", s->searched);
    else
        find(s, &target, "no statement with \"%s\" is ever run", s->searched);
}

void session_search(struct session *s, const char *text, bool back)
{
    if (text[0])
        snprintf(s->searched, sizeof s->searched, "%s", text);
    s->searched_back = back;
    search(s, back);
}

void session_search_again(struct session *s, bool other_way)
{
    search(s, s->searched_back != other_way);
}

void session_go_to_line(struct session *s, uint64_t number)
{
    const struct scenario *scenario = s->lesson->program.scenario;
    char name[32];
    for (size_t i = 0; i < scenario->line_count; i++) {
        const struct scenario_line *statement = &scenario->lines[i];
        if ((uint64_t)statement->last < number)
            continue;
        struct target target = {.first = statement->first, .last = statement->last};
        snprintf(name, sizeof name, "%d", statement->first);
        find(s, &target, "line %s is never run", name);
        return;
    }
    session_say(s, true, "no statement there: the file has %zu lines",
                s->lesson->program.source.line_count);
}
