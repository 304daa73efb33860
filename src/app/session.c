#include "session_internal.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum {
    FRAME_MS = 33,
    PACE_MS = 1500, PACE_MIN_MS = 100, PACE_MAX_MS = 10000,
    SCOUT_EVENTS = 200000, /* a slice of work ahead between two looks at the keyboard */
};
static const uint64_t SCOUT_LIMIT = 20000000; /* events; beyond, the total stays open ("17/64+") */

/* ---- making and unmaking --------------------------------------------------------------------- */

struct session *session_new(const struct cli *cli, int *status, struct buffer *why)
{
    struct session *s = base_calloc(1, sizeof *s);
    s->cli = *cli;
    s->detail = cli->detail;
    s->pace_ms = PACE_MS;
    s->lesson = lesson_new(cli, s->detail, status, why);
    if (s->lesson)
        return s;
    free(s);
    return NULL;
}

void session_free(struct session *s)
{
    lesson_free(s->lesson);
    canvas_free(s->canvas);
    grid_free(s->grid);
    buffer_free(&s->message);
    free(s);
}

uint64_t session_stop(const struct session *s)
{
    return timeline_number(s->lesson->timeline);
}

void session_say(struct session *s, bool error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buffer_clear(&s->message);
    buffer_vprintf(&s->message, format, args);
    va_end(args);
    s->message_is_error = error;
    s->dirty = true;
}

/* ---- moving ---------------------------------------------------------------------------------- */

void session_moved(struct session *s, bool animate)
{
    stage_update(s->lesson->stage);
    s->view = 0;
    s->motion_ms = animate && !s->cli.no_motion ? stage_motion_ms(s->lesson->stage) : 0;
    s->motion_start = s->now(s->clock_context);
    s->dirty = true;
}

static void finish_motion(struct session *s)
{
    if (s->motion_ms) {
        s->motion_ms = 0;
        s->dirty = true;
    }
}

static void step(struct session *s, bool (*move)(struct timeline *), bool animate, const char *otherwise)
{
    if (move(s->lesson->timeline))
        session_moved(s, animate);
    else
        session_say(s, false, "%s", otherwise);
}

static void set_detail(struct session *s, enum event_level detail)
{
    static const char *const names[] = {"statements", "operations", "everything"};
    s->detail = detail;
    struct stop_filter filter = stage_filter(s->lesson->stage, detail, false);
    timeline_set_filter(s->lesson->timeline, &filter);
    session_moved(s, false);
    session_say(s, false, "detail: %s", names[detail]);
}

/* The end may be far: explore towards it in slices, until a key comes. */
static void go_last(struct session *s)
{
    struct timeline *t = s->lesson->timeline;
    while (!timeline_end(t) && timeline_scout(t, SCOUT_EVENTS * 10)) {
        session_say(s, false, "on the way to the end; any key stops");
        session_draw(s);
        if (screen_pending(s->screen))
            return;
    }
    buffer_clear(&s->message);
    timeline_seek(t, UINT64_MAX);
    session_moved(s, false);
}

static void go(struct session *s)
{
    if (!s->prefix) {
        go_last(s);
        return;
    }
    uint64_t n = timeline_goto_stop(s->lesson->timeline, s->prefix);
    session_moved(s, false);
    if (n < s->prefix)
        session_say(s, false, "there are %llu steps at this detail", (unsigned long long)n);
}

/* Builds the new lesson before the old one goes, and keeps the place as well as it can. */
static void reload(struct session *s)
{
    int status;
    uint64_t number = timeline_number(s->lesson->timeline);
    if (s->cli.code || !s->cli.file || !strcmp(s->cli.file, "-")) {
        session_say(s, true, "only a file can be loaded again");
        return;
    }
    struct buffer why = {0};
    struct lesson *fresh = lesson_new(&s->cli, s->detail, &status, &why);
    if (fresh) {
        lesson_free(s->lesson);
        s->lesson = fresh;
        timeline_goto_stop(fresh->timeline, number);
        session_moved(s, false);
        session_say(s, false, "loaded again");
    } else {
        session_say(s, true, "%.*s", (int)strcspn(buffer_text(&why), "\n"), buffer_text(&why));
    }
    buffer_free(&why);
}

static void set_theme(struct session *s)
{
    s->theme = (s->theme + 1) % THEME_COUNT;
    screen_set_theme(s->screen, theme_get(s->theme));
    screen_redraw(s->screen);
    session_say(s, false, "theme: %s", theme_get(s->theme)->name);
}

static void set_pace(struct session *s, int numerator, int denominator)
{
    s->pace_ms = s->pace_ms * numerator / denominator;
    if (s->pace_ms < PACE_MIN_MS)
        s->pace_ms = PACE_MIN_MS;
    if (s->pace_ms > PACE_MAX_MS)
        s->pace_ms = PACE_MAX_MS;
    session_say(s, false, "a step every %.1f s", s->pace_ms / 1000.0);
}

static void play(struct session *s)
{
    s->playing = !s->playing;
    s->next_step_at = s->now(s->clock_context);
    session_say(s, false, s->playing ? "playing: + faster, - slower, a pauses" : "paused");
}

static void next_view(struct session *s)
{
    s->view++;
    if (!stage_view_name(s->lesson->stage, s->view))
        s->view = 0;
    s->dirty = true;
}

/* ---- keys ------------------------------------------------------------------------------------ */

static const char at_end[] = "this is the end: ← goes back, Home to the start";
static const char at_start[] = "this is the start: → steps";

static void act(struct session *s, enum action action)
{
    switch (action) {
    case ACTION_NEXT:
        step(s, timeline_next_stop, true, at_end);
        break;
    case ACTION_PREVIOUS:
        step(s, timeline_previous_stop, false, at_start);
        break;
    case ACTION_NEXT_STATEMENT:
        step(s, timeline_next_statement, true, at_end);
        break;
    case ACTION_PREVIOUS_STATEMENT:
        step(s, timeline_previous_statement, false, at_start);
        break;
    case ACTION_FINISH:
        step(s, timeline_finish, false, at_end);
        break;
    case ACTION_NEXT_LANDMARK:
        step(s, timeline_next_landmark, false, "no landmark further on");
        break;
    case ACTION_PREVIOUS_LANDMARK:
        step(s, timeline_previous_landmark, false, "no landmark before this");
        break;
    case ACTION_DETAIL:
        set_detail(s, (enum event_level)((s->detail + 1) % LEVEL_COUNT));
        break;
    case ACTION_FIRST:
        timeline_seek(s->lesson->timeline, 1);
        session_moved(s, false);
        break;
    case ACTION_LAST:
        go_last(s);
        break;
    case ACTION_GO:
        go(s);
        break;
    case ACTION_PLAY:
        play(s);
        break;
    case ACTION_FASTER:
        set_pace(s, 2, 3);
        break;
    case ACTION_SLOWER:
        set_pace(s, 3, 2);
        break;
    case ACTION_BLANK:
        s->blank = true;
        break;
    case ACTION_HELP:
        s->overlay = OVERLAY_HELP;
        s->help_row = 0;
        break;
    case ACTION_COMMAND:
        session_command_open(s, ':');
        break;
    case ACTION_SEARCH:
        session_command_open(s, '/');
        break;
    case ACTION_SEARCH_AGAIN:
        session_search_again(s);
        break;
    case ACTION_VIEW:
        next_view(s);
        break;
    case ACTION_ZOOM:
        s->zoom = !s->zoom;
        break;
    case ACTION_QUESTION:
        s->questioning = true;
        session_say(s, false, "a question: what happens next?  any key goes on");
        break;
    case ACTION_THEME:
        set_theme(s);
        break;
    case ACTION_RELOAD:
        reload(s);
        break;
    case ACTION_REDRAW:
        screen_redraw(s->screen);
        break;
    case ACTION_SUSPEND:
        screen_suspend(s->screen, true);
        break;
    case ACTION_QUIT:
        s->quit = true;
        break;
    case ACTION_ESCAPE:
    case ACTION_NONE:
        break;
    }
    s->dirty = true;
}

static void help_key(struct session *s, enum action action)
{
    switch (action) {
    case ACTION_NEXT_STATEMENT:
    case ACTION_NEXT:
        s->help_row++;
        break;
    case ACTION_PREVIOUS_STATEMENT:
    case ACTION_PREVIOUS:
        s->help_row -= s->help_row > 0;
        break;
    case ACTION_QUIT:
    case ACTION_ESCAPE:
    case ACTION_HELP:
        s->overlay = OVERLAY_NONE;
        break;
    default:
        s->overlay = OVERLAY_NONE;
        act(s, action);
    }
    s->dirty = true;
}

static bool is_digit(const struct session *s, const struct key *key)
{
    return key->sym == KEY_TEXT && !(key->modifiers & (KEYMOD_CTRL | KEYMOD_ALT)) &&
           key->code_point >= (s->prefix ? '0' : '1') && key->code_point <= '9';
}

static void type_digit(struct session *s, unsigned digit)
{
    if (s->prefix < 1000000000000)
        s->prefix = s->prefix * 10 + digit;
    session_say(s, false, "%lluG goes to step %llu", (unsigned long long)s->prefix,
                (unsigned long long)s->prefix);
}

static void key_pressed(struct session *s, const struct key *key)
{
    enum action action = keymap_action(key);
    finish_motion(s);
    s->dirty = true;
    if (s->blank) { /* any key but those that leave only brings the screen back */
        s->blank = false;
        if (action != ACTION_QUIT && action != ACTION_SUSPEND)
            return;
    }
    if (s->command[0]) {
        session_command_key(s, key);
        return;
    }
    buffer_clear(&s->message);
    if (s->questioning) {
        s->questioning = false;
        if (action == ACTION_ESCAPE)
            return;
    }
    if (s->overlay == OVERLAY_HELP) {
        help_key(s, action);
        return;
    }
    if (is_digit(s, key)) {
        type_digit(s, key->code_point - '0');
        return;
    }
    if (action != ACTION_PLAY && action != ACTION_FASTER && action != ACTION_SLOWER)
        s->playing = false;
    act(s, action == ACTION_GO && !s->prefix && key->sym == KEY_ENTER ? ACTION_NEXT : action);
    s->prefix = 0;
}

/* ---- the loop -------------------------------------------------------------------------------- */

static bool may_scout(const struct session *s)
{
    struct timeline_place place = timeline_place(s->lesson->timeline);
    return (!place.total_known || !place.number_known) &&
           timeline_statistics(s->lesson->timeline).run < SCOUT_LIMIT;
}

static int timeout(const struct session *s, bool scouting)
{
    if (scouting)
        return 0;
    if (s->motion_ms)
        return FRAME_MS;
    if (s->playing) {
        int64_t left = s->next_step_at - s->now(s->clock_context);
        return left < 0 ? 0 : (int)left;
    }
    return -1;
}

static void tick(struct session *s)
{
    int64_t now = s->now(s->clock_context);
    if (s->motion_ms) {
        if (now - s->motion_start >= s->motion_ms)
            s->motion_ms = 0;
        s->dirty = true;
        return;
    }
    if (s->playing && now >= s->next_step_at) {
        s->next_step_at = now + s->pace_ms;
        if (timeline_next_stop(s->lesson->timeline)) {
            session_moved(s, true);
            s->next_step_at += s->motion_ms;
        } else {
            s->playing = false;
            session_say(s, false, "%s", at_end);
        }
    }
}

static void handle(struct session *s, const struct screen_event *event)
{
    switch (event->kind) {
    case SCREEN_TICK:
        tick(s);
        break;
    case SCREEN_KEY:
        key_pressed(s, &event->key);
        break;
    case SCREEN_RESIZE:
        s->dirty = true;
        break;
    case SCREEN_SUSPEND:
        screen_suspend(s->screen, false);
        s->dirty = true;
        break;
    case SCREEN_QUIT:
    case SCREEN_HANGUP:
        s->signal = event->signal;
        s->quit = true;
        break;
    }
}

int session_run(struct session *s, struct screen *screen, session_clock now, void *context)
{
    s->screen = screen;
    s->now = now;
    s->clock_context = context;
    s->dirty = true;
    bool scouting = true;
    while (!s->quit) {
        if (s->dirty && !screen_pending(screen))
            session_draw(s);
        scouting = scouting && !s->motion_ms && !s->playing;
        if (scouting && !screen_pending(screen)) {
            scouting = may_scout(s) && timeline_scout(s->lesson->timeline, SCOUT_EVENTS);
            if (!scouting)
                s->dirty = true;
            if (!scouting)
                continue;
        }
        struct screen_event event;
        screen_wait(screen, timeout(s, scouting), &event);
        handle(s, &event);
        if (event.kind != SCREEN_TICK)
            scouting = may_scout(s);
    }
    return s->signal;
}
