#include <pyviz/machine/machine.h>

#include "place.h"
#include "session_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FRAME_MS = 33,
    VERIFY_MS = 100,
    MINUTE_MS = 60000,
    PACE_MS = 1500,
    PACE_MIN_MS = 100,
    PACE_MAX_MS = 10000,
    VIEWS_BESIDE = 20, /* columns that the footer needs besides the names of the views */
};

/* ---- making and unmaking --------------------------------------------------------------------- */

static enum theme_name theme_named(const char *name)
{
    for (int i = 0; name && i < THEME_COUNT; i++)
        if (!strcmp(theme_get((enum theme_name)i)->name, name))
            return (enum theme_name)i;
    return THEME_DARK;
}

struct session *session_new(const struct cli *cli, int *status, struct buffer *why)
{
    struct session *s = base_calloc(1, sizeof *s);
    s->cli = *cli;
    s->pace_ms = PACE_MS;
    s->theme = theme_named(cli->theme);
    s->lesson = lesson_new(cli, status, why);
    if (!s->lesson) {
        free(s);
        return NULL;
    }
    s->detail = s->lesson->detail;
    s->program = program_identity(cli);
    return s;
}

void session_free(struct session *s)
{
    session_verify_stop(s);
    lesson_free(s->lesson);
    canvas_free(s->canvas);
    grid_free(s->grid);
    buffer_free(&s->message);
    buffer_free(&s->verdict);
    buffer_free(&s->remark);
    edit_free(&s->command);
    base_free(s->program);
    free(s);
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

void session_set_remark(struct session *s, const char *text)
{
    buffer_clear(&s->remark);
    buffer_puts(&s->remark, text);
    s->dirty = true;
}

/* ---- the place ------------------------------------------------------------------------------- */

static void tell_place(struct session *s)
{
    struct place place;
    if (!s->program || !place_load(s->program, &place))
        return;
    unsigned long long stop = place.stop;
    if (place.detail == s->detail)
        session_say(s, false, "last time: step %llu; %lluG goes there", stop, stop);
    else
        session_say(s, false, "last time: step %llu of detail %s (d)", stop,
                    cli_levels[place.detail]);
}

static void keep_place(struct session *s)
{
    const struct lesson *lesson = s->lesson;
    while (lesson->outer)
        lesson = lesson->outer;
    struct timeline_place here = timeline_place(lesson->timeline);
    if (s->program && here.number_known)
        place_save(s->program, &(struct place){here.number, s->detail});
}

/* ---- what keys do ---------------------------------------------------------------------------- */

static const char at_end[] = "this is the end: ← goes back, Home to the start";
static const char at_start[] = "this is the start: → steps";

static bool step(struct session *s)
{
    bool moved = session_step(s);
    if (moved)
        session_moved(s, true);
    else if (!screen_pending(s->screen))
        session_say(s, false, "%s", at_end);
    return moved;
}

/* The next step, and nobody tells what it means until a key is pressed. */
static void question(struct session *s)
{
    if (step(s)) {
        s->questioning = true;
        session_say(s, false, "a question; any key tells");
    }
}

static void set_theme(struct session *s)
{
    s->theme = (s->theme + 1) % THEME_COUNT;
    screen_set_theme(s->screen, theme_get(s->theme));
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

static void toggle_timer(struct session *s)
{
    s->timing = !s->timing;
    s->timer_start = s->now(s->clock_context);
    session_say(s, false, s->timing ? "a timer: it starts now" : "no timer");
}

static void play(struct session *s)
{
    s->playing = !s->playing;
    s->next_step_at = s->now(s->clock_context);
    if (!s->playing)
        session_say(s, false, "paused");
}

/* `view: names · Tab: frames`; where there is room, all that Tab goes through. */
static void say_view(struct session *s, size_t at)
{
    const struct stage *stage = s->lesson->stage;
    const char *next = stage_view_name(stage, at + 1);
    struct buffer all = {0};
    int room = s->grid ? s->grid->cols - VIEWS_BESIDE : 0;
    for (size_t i = 0; stage_view_name(stage, i); i++)
        buffer_printf(&all, i == at ? " [%s]" : " %s", stage_view_name(stage, i));
    if ((int)all.len < room)
        session_say(s, false, "view:%s", buffer_text(&all));
    else
        session_say(s, false, "view: %s · Tab: %s", stage_view_name(stage, at),
                    next ? next : stage_view_name(stage, 0));
    buffer_free(&all);
}

/* The view behind the one on stage, or in front of it; behind the last comes whatever fits. */
static void turn_view(struct session *s, bool back)
{
    const struct stage *stage = s->lesson->stage;
    const char *name;
    size_t i = 0, count = 0;
    while (stage_view_name(stage, count))
        count++;
    while ((name = stage_view_name(stage, i)) && s->view[0] && strcmp(name, s->view) != 0)
        i++;
    i = i >= count ? 0 : (i + (back ? count - 1 : 1)) % count;
    session_set_view(s, i ? stage_view_name(stage, i) : "");
    say_view(s, i);
}

static void next_view(struct session *s)
{
    turn_view(s, false);
}

static void previous_view(struct session *s)
{
    turn_view(s, true);
}

/* To the room of references, and back. */
static void toggle_references(struct session *s)
{
    bool on = strcmp(s->view, "references") != 0;
    session_set_view(s, on ? "references" : "");
    session_say(s, false, on ? "view: references, and their steps" : "view: %s",
                stage_view_name(s->lesson->stage, 0));
}

static void open_help(struct session *s)
{
    s->overlay = OVERLAY_HELP;
    s->help_row = 0;
}

static void go(struct session *s)
{
    if (s->prefix)
        session_go(s, s->prefix);
    else
        session_go_last(s);
}

static void go_first(struct session *s)
{
    timeline_seek(s->lesson->timeline, 1);
    session_moved(s, false);
}

static void next_detail(struct session *s)
{
    session_set_detail(s, (enum event_level)((s->detail + 1) % LEVEL_COUNT));
}

static const struct move {
    bool (*to)(struct timeline *);
    bool animate;
    const char *otherwise; /* what is said where there is no way on */
} moves[ACTION_COUNT] = {
    [ACTION_PREVIOUS] = {timeline_previous_stop, false, at_start},
    [ACTION_NEXT_STATEMENT] = {timeline_next_statement, true, at_end},
    [ACTION_PREVIOUS_STATEMENT] = {timeline_previous_statement, false, at_start},
    [ACTION_FINISH] = {timeline_finish, false, at_end},
    [ACTION_NEXT_LANDMARK] = {timeline_next_landmark, false, "no landmark further on"},
    [ACTION_PREVIOUS_LANDMARK] = {timeline_previous_landmark, false, "no landmark before this"},
};

static void move(struct session *s, const struct move *way)
{
    if (way->to(s->lesson->timeline))
        session_moved(s, way->animate);
    else
        session_say(s, false, "%s", way->otherwise);
}

static void next(struct session *s)
{
    step(s);
}

static void play_faster(struct session *s)
{
    set_pace(s, 2, 3);
}

static void play_slower(struct session *s)
{
    set_pace(s, 3, 2);
}

static void open_command(struct session *s)
{
    session_command_open(s, ':');
}

static void open_search(struct session *s)
{
    session_command_open(s, '/');
}

static void open_search_back(struct session *s)
{
    session_command_open(s, '\\');
}

static void search_again(struct session *s)
{
    session_search_again(s, false);
}

static void search_other_way(struct session *s)
{
    session_search_again(s, true);
}

static void go_to_line(struct session *s)
{
    int line = machine_line(timeline_machine(s->lesson->timeline));
    if (line || s->prefix)
        session_go_to_line(s, s->prefix ? s->prefix : (uint64_t)line);
    else
        session_say(s, false, "no line runs here: 12L goes to line 12");
}

/* A line: to it; a header: what else there is to see; anything else: a step. */
static void click(struct session *s)
{
    int line;
    enum stage_part part = session_part_at(s, s->mouse_row, s->mouse_col, &line);
    uint64_t from = timeline_clock(s->lesson->timeline);
    if (part == STAGE_HEADER) {
        next_view(s);
    } else if (part == STAGE_SOURCE) {
        session_go_to_line(s, (uint64_t)line);
        session_note_jump(s, s->lesson, from);
    } else {
        step(s);
    }
}

static void ask_mark(struct session *s)
{
    session_ask(s, ASKING_MARK);
}

static void ask_where(struct session *s)
{
    session_ask(s, ASKING_WHERE);
}

static void open_what_if(struct session *s)
{
    session_command_open(s, '>');
}

static void blank(struct session *s)
{
    s->blank = true;
}

static void toggle_zoom(struct session *s)
{
    s->zoom = !s->zoom;
}

static void redraw(struct session *s)
{
    screen_redraw(s->screen);
}

static void suspend(struct session *s)
{
    screen_suspend(s->screen, true);
}

static void quit(struct session *s)
{
    s->quit = true;
}

static void (*const deeds[ACTION_COUNT])(struct session *) = {
    [ACTION_NEXT] = next,
    [ACTION_DETAIL] = next_detail,
    [ACTION_FIRST] = go_first,
    [ACTION_LAST] = session_go_last,
    [ACTION_GO] = go,
    [ACTION_LINE] = go_to_line,
    [ACTION_MARK] = ask_mark,
    [ACTION_GO_TO_MARK] = ask_where,
    [ACTION_PLAY] = play,
    [ACTION_FASTER] = play_faster,
    [ACTION_SLOWER] = play_slower,
    [ACTION_BLANK] = blank,
    [ACTION_HELP] = open_help,
    [ACTION_COMMAND] = open_command,
    [ACTION_SEARCH] = open_search,
    [ACTION_SEARCH_BACK] = open_search_back,
    [ACTION_SEARCH_AGAIN] = search_again,
    [ACTION_SEARCH_OTHER_WAY] = search_other_way,
    [ACTION_WHAT_IF] = open_what_if,
    [ACTION_ESCAPE] = session_leave_what_if,
    [ACTION_CLICK] = click,
    [ACTION_VIEW] = next_view,
    [ACTION_VIEW_BACK] = previous_view,
    [ACTION_REFERENCES] = toggle_references,
    [ACTION_ZOOM] = toggle_zoom,
    [ACTION_QUESTION] = question,
    [ACTION_THEME] = set_theme,
    [ACTION_TIMER] = toggle_timer,
    [ACTION_VERIFY] = session_verify,
    [ACTION_RELOAD] = session_reload,
    [ACTION_REDRAW] = redraw,
    [ACTION_SUSPEND] = suspend,
    [ACTION_QUIT] = quit,
};

static bool is_jump(enum action action)
{
    return action == ACTION_FIRST || action == ACTION_LAST || action == ACTION_GO ||
           action == ACTION_LINE || action == ACTION_SEARCH_AGAIN ||
           action == ACTION_SEARCH_OTHER_WAY;
}

static void act(struct session *s, enum action action)
{
    const struct lesson *lesson = s->lesson;
    uint64_t from = timeline_clock(lesson->timeline);
    if (moves[action].to)
        move(s, &moves[action]);
    else if (deeds[action])
        deeds[action](s);
    if (is_jump(action))
        session_note_jump(s, lesson, from);
}

static void help_key(struct session *s, enum action action)
{
    enum { PAGE = 10 };
    switch (action) {
    case ACTION_NEXT_STATEMENT:
        s->help_row++;
        break;
    case ACTION_PREVIOUS_STATEMENT:
        s->help_row -= s->help_row > 0;
        break;
    case ACTION_NEXT: /* drawing keeps it within the text */
        s->help_row += PAGE;
        break;
    case ACTION_PREVIOUS:
        s->help_row -= s->help_row > PAGE ? PAGE : s->help_row;
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
}

/* ---- keys ------------------------------------------------------------------------------------ */

static bool is_digit(const struct session *s, const struct key *key)
{
    return key->sym == KEY_TEXT && !(key->modifiers & (KEYMOD_CTRL | KEYMOD_ALT)) &&
           key->code_point >= (s->prefix ? '0' : '1') && key->code_point <= '9';
}

static void say_prefix(struct session *s)
{
    unsigned long long n = s->prefix;
    if (n)
        session_say(s, false, "%lluG goes to step %llu, %lluL to line %llu", n, n, n, n);
}

/* Digits before G; true if the key was part of a number. */
static bool number_key(struct session *s, const struct key *key)
{
    static const uint64_t most = 100000000000000000;
    if (is_digit(s, key) && s->prefix < most)
        s->prefix = s->prefix * 10 + key->code_point - '0';
    else if (s->prefix && key->sym == KEY_BACKSPACE)
        s->prefix /= 10;
    else
        return false;
    say_prefix(s);
    return true;
}

/* Any key but those that leave only brings the screen, or the voice, back. */
static bool wakes(struct session *s, enum action action)
{
    bool asleep = s->blank || s->questioning;
    s->blank = s->questioning = false;
    return asleep && action != ACTION_QUIT && action != ACTION_SUSPEND;
}

static bool lets_play(enum action action)
{
    return action == ACTION_PLAY || action == ACTION_FASTER || action == ACTION_SLOWER ||
           action == ACTION_THEME || action == ACTION_TIMER || action == ACTION_ZOOM ||
           action == ACTION_VIEW || action == ACTION_VIEW_BACK || action == ACTION_REDRAW;
}

static void say_unknown(struct session *s, const struct key *key)
{
    char name[32];
    if (key->sym != KEY_MOUSE && key->sym != KEY_NONE)
        session_say(s, false, "%s does nothing here; ? tells what the keys do",
                    key_name(key, name, sizeof name));
}

static void key_pressed(struct session *s, const struct key *key)
{
    enum action action = keymap_action(key);
    session_finish_motion(s);
    s->dirty = true;
    s->mouse_row = key->row;
    s->mouse_col = key->col;
    if (s->command.text[0] && !s->blank) {
        session_command_key(s, key);
        return;
    }
    buffer_clear(&s->message);
    buffer_clear(&s->remark);
    if (wakes(s, action))
        return;
    if (s->asking) {
        session_answer(s, key);
        return;
    }
    if (s->overlay == OVERLAY_HELP) {
        help_key(s, action);
        return;
    }
    if (s->playing && action == ACTION_ESCAPE)
        action = ACTION_PLAY;
    s->playing = s->playing && lets_play(action);
    if (number_key(s, key))
        return;
    if (action == ACTION_NONE)
        say_unknown(s, key);
    else /* Enter alone is a step; behind a number it goes there */
        act(s, key->sym == KEY_ENTER && !s->prefix ? ACTION_NEXT : action);
    s->prefix = 0;
}

/* ---- the loop -------------------------------------------------------------------------------- */

static int timeout(const struct session *s)
{
    if (s->motion_ms)
        return FRAME_MS;
    if (!s->playing && s->verifying)
        return VERIFY_MS;
    int64_t now = s->now(s->clock_context), left = s->next_step_at - now;
    int64_t minute = MINUTE_MS - (now - s->timer_start) % MINUTE_MS;
    if (s->timing && (!s->playing || minute < left))
        return (int)minute;
    return !s->playing ? -1 : left < 0 ? 0 : (int)left;
}

static void play_on(struct session *s)
{
    int64_t now = s->now(s->clock_context);
    if (now < s->next_step_at)
        return;
    buffer_clear(&s->message);
    s->playing = step(s);
    s->next_step_at = now + s->pace_ms + s->motion_ms;
}

static void tick(struct session *s)
{
    if (s->motion_ms) {
        if (s->now(s->clock_context) - s->motion_start >= s->motion_ms)
            s->motion_ms = 0;
        s->dirty = true;
    } else if (s->playing) {
        play_on(s);
    }
    s->dirty |= s->timing;
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

void session_start(struct session *s, struct screen *screen, session_clock now, void *context)
{
    s->screen = screen;
    s->now = now;
    s->clock_context = context;
    s->quit = false;
    s->dirty = true;
    tell_place(s);
}

bool session_turn(struct session *s)
{
    struct screen_event event;
    if (s->dirty && !screen_pending(s->screen))
        session_draw(s);
    bool scouting = !s->motion_ms && session_may_scout(s) && !screen_pending(s->screen);
    if (scouting)
        session_scout(s);
    session_verify_poll(s);
    if (s->dirty && !screen_pending(s->screen))
        session_draw(s);
    screen_wait(s->screen, scouting ? 0 : timeout(s), &event);
    handle(s, &event);
    return !s->quit;
}

int session_run(struct session *s, struct screen *screen, session_clock now, void *context)
{
    session_start(s, screen, now, context);
    while (session_turn(s))
        ;
    keep_place(s);
    return s->signal;
}
