/* Moving: steps, jumps, reloads, and the work ahead that makes them quick. */
#include <pyviz/lang/parser.h>

#include "session_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Work ahead is done in slices, so that a key never waits long: as many events as take about this
 * time, for some events are a power of a thousand digits. */
enum { SLICE_MIN_MS = 8, SLICE_MAX_MS = 30, SLICE_FIRST = 1000, SLICE_MOST = 1000000 };
/* Worked ahead when nobody asks; beyond either, the total stays open ("17/64+"). */
enum { IDLE_EVENTS = 20000000, IDLE_MS = 5000 };

/* ---- after a move ---------------------------------------------------------------------------- */

void session_moved(struct session *s, bool animate)
{
    stage_update(s->lesson->stage);
    s->motion_ms = animate && !s->cli.no_motion ? stage_motion_ms(s->lesson->stage) : 0;
    s->motion_start = s->now(s->clock_context);
    s->dirty = true;
}

void session_finish_motion(struct session *s)
{
    if (s->motion_ms) {
        s->motion_ms = 0;
        s->dirty = true;
    }
}

/* ---- working ahead --------------------------------------------------------------------------- */

/* Does a slice; true while there is more to do. */
static bool work_ahead(struct session *s)
{
    int64_t start = s->now(s->clock_context);
    uint64_t events = s->slice ? s->slice : SLICE_FIRST;
    bool more = timeline_scout(s->lesson->timeline, events);
    int64_t ms = s->now(s->clock_context) - start;
    if (ms < SLICE_MIN_MS && events < SLICE_MOST)
        s->slice = events * 2;
    else if (ms > SLICE_MAX_MS && events > 1)
        s->slice = events / 2;
    s->explored += events;
    s->explored_ms += ms;
    return more;
}

bool session_may_scout(const struct session *s)
{
    struct timeline_place place = timeline_place(s->lesson->timeline);
    bool enough = s->explored >= IDLE_EVENTS || s->explored_ms >= IDLE_MS;
    return !place.number_known || (!place.total_known && !enough);
}

void session_scout(struct session *s)
{
    work_ahead(s);
    if (!session_may_scout(s)) { /* the footer knows more now */
        stage_update(s->lesson->stage);
        s->dirty = true;
    }
}

static bool knows(const struct timeline *t, uint64_t stops)
{
    struct timeline_place place = timeline_place(t);
    return place.number_known && (place.total_known || place.total >= stops);
}

enum { PATIENCE_MS = 300 };

bool session_gives_way(const struct session *s, int64_t start)
{
    return s->now(s->clock_context) - start > PATIENCE_MS && screen_pending(s->screen);
}

/* Explores until so many stops are known, or the end is; false if a key came before. */
static bool explore(struct session *s, uint64_t stops)
{
    struct timeline *t = s->lesson->timeline;
    int64_t start = s->now(s->clock_context);
    bool told = false;
    while (!knows(t, stops) && work_ahead(s)) {
        if (!told && s->now(s->clock_context) - start > PATIENCE_MS) {
            session_say(s, false, "working; a key stops it");
            session_draw(s);
            told = true;
        }
        if (session_gives_way(s, start))
            return false;
    }
    if (told)
        buffer_clear(&s->message);
    return true;
}

/* ---- steps and jumps ------------------------------------------------------------------------- */

bool session_step(struct session *s)
{
    struct timeline *t = s->lesson->timeline;
    uint64_t number = timeline_number(t);
    return explore(s, number + 1) && timeline_next_stop(t);
}

bool session_seek_end(struct session *s)
{
    if (!explore(s, UINT64_MAX))
        return false;
    timeline_seek(s->lesson->timeline, UINT64_MAX);
    return true;
}

void session_go_last(struct session *s)
{
    if (session_seek_end(s))
        session_moved(s, false);
}

void session_go(struct session *s, uint64_t number)
{
    if (!explore(s, number))
        return;
    uint64_t n = timeline_goto_stop(s->lesson->timeline, number);
    session_moved(s, false);
    if (n < number)
        session_say(s, false, "there are %llu steps at this detail", (unsigned long long)n);
}

void session_note_jump(struct session *s, const struct lesson *lesson, uint64_t from)
{
    if (s->lesson == lesson && timeline_clock(lesson->timeline) != from)
        s->jumped_from = from;
}

void session_jump_back(struct session *s)
{
    struct timeline *t = s->lesson->timeline;
    uint64_t here = timeline_clock(t);
    if (!s->jumped_from) {
        session_say(s, false, "there was no jump to come back from");
        return;
    }
    timeline_seek(t, s->jumped_from);
    s->jumped_from = here;
    session_moved(s, false);
    session_say(s, false, "where the last jump began; '' goes forth again");
}

void session_set_detail(struct session *s, enum event_level detail)
{
    s->detail = detail;
    lesson_set_detail(s->lesson, detail);
    session_moved(s, false);
    session_say(s, false, "detail: %s", cli_levels[detail]);
}

static void put_view_on_stage(struct session *s)
{
    stage_set_view(s->lesson->stage, s->view[0] ? s->view : NULL);
    lesson_set_detail(s->lesson, s->detail);
    timeline_stage_changed(s->lesson->timeline);
}

void session_set_view(struct session *s, const char *name)
{
    if (name != s->view)
        snprintf(s->view, sizeof s->view, "%s", name);
    put_view_on_stage(s);
    session_moved(s, false);
}

/* ---- what if --------------------------------------------------------------------------------- */

/* The other lesson is shown as this one was. */
static void change_lesson(struct session *s, struct lesson *to)
{
    s->lesson = to;
    s->slice = s->explored = s->jumped_from = 0;
    s->explored_ms = 0;
    put_view_on_stage(s);
    if (s->shown[0])
        session_show(s, s->shown);
    session_moved(s, false);
}

/* Is it one statement?  What is wrong with it is said at once. */
static bool is_statement(struct session *s, const char *text)
{
    struct source source = {0};
    struct arena arena = {0};
    struct module *tree;
    struct diagnostic error = {0};
    struct buffer line = {0};
    buffer_printf(&line, "%s\n", text);
    bool good = source_from_bytes(&source, machine_what_if_name, line.data, line.len,
                                  SOURCE_DEFAULT_LIMIT, &error);
    source.minor = s->cli.profile->minor;
    source.micro = s->cli.profile->micro;
    good = good && parser_parse_interactive(&source, &arena, &tree, &error);
    if (!good)
        session_say(s, true, "%s: %s", diagnostic_name(error.kind), error.message);
    buffer_free(&line);
    arena_free(&arena);
    source_free(&source);
    return good;
}

void session_what_if(struct session *s, const char *text)
{
    struct buffer why = {0};
    text += strspn(text, " ");
    if (!*text || !is_statement(s, text))
        return;
    struct lesson *branch = lesson_what_if(s->lesson, &s->cli, text, &why);
    if (branch)
        change_lesson(s, branch);
    else
        session_say(s, true, "%.*s", (int)strcspn(buffer_text(&why), "\n"), buffer_text(&why));
    buffer_free(&why);
}

void session_leave_what_if(struct session *s)
{
    if (!s->lesson->outer)
        return;
    change_lesson(s, lesson_leave(s->lesson));
    session_say(s, false, s->lesson->outer ? "back to the what-if before" : "back in the lesson");
}

/* ---- loading again --------------------------------------------------------------------------- */

static void take_over(struct session *s, struct lesson *fresh)
{
    while (s->lesson->outer)
        s->lesson = lesson_leave(s->lesson);
    uint64_t number = timeline_number(s->lesson->timeline);
    lesson_free(s->lesson);
    s->lesson = fresh;
    s->slice = s->explored = s->jumped_from = 0;
    s->explored_ms = 0;
    put_view_on_stage(s);
    if (s->shown[0])
        session_show(s, s->shown);
    timeline_goto_stop(fresh->timeline, number);
    session_moved(s, false);
    s->badge[0] = '\0';
    session_say(s, false, "loaded again");
}

/* Builds the new lesson before the old one goes, and keeps the place as well as it can. */
void session_reload(struct session *s)
{
    int status;
    struct buffer why = {0};
    if (s->cli.code || !strcmp(s->cli.file, "-")) {
        session_say(s, true, "only a file can be loaded again");
        return;
    }
    struct lesson *fresh = lesson_new(&s->cli, &status, &why);
    if (fresh)
        take_over(s, fresh);
    else
        session_say(s, true, "%.*s", (int)strcspn(buffer_text(&why), "\n"), buffer_text(&why));
    buffer_free(&why);
}
