/* Capturing: what is on stage at the present event, and at the stop before it. */
#include "stage_private.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/str.h>

#include "layout.h"
#include "lesson.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct stage *stage_new(struct timeline *t, const struct scenario *scenario,
                        const struct source *source, const char *name)
{
    struct stage *s = base_calloc(1, sizeof *s);
    s->timeline = t;
    s->scenario = scenario;
    s->source = source;
    s->name = name;
    scan_source(&s->scan, source);
    stop_table_init(&s->stops, NULL, 0);
    return s;
}

static void capture_free(struct capture *c)
{
    arena_free(&c->arena);
    *c = (struct capture){0};
}

static void forget_shown(struct stage *s)
{
    for (size_t i = 0; i < s->shown_count; i++)
        free(s->shown[i]);
    free(s->shown);
    s->shown = NULL;
    s->shown_count = 0;
}

void stage_free(struct stage *s)
{
    if (!s)
        return;
    for (int i = 0; i < CAPTURES; i++)
        capture_free(&s->capture[i]);
    scan_free(&s->scan);
    what_ifs_free(&s->what_ifs);
    forget_shown(s);
    buffer_free(&s->words.voice);
    free(s);
}

void stage_set_what_ifs(struct stage *s, const char *const *texts, size_t count)
{
    what_ifs_set(&s->what_ifs, texts, count);
}

/* ---- what is on stage ------------------------------------------------------------------------ */

void stage_show(struct stage *s, const char *const *names, size_t count)
{
    forget_shown(s);
    s->footing = (struct footing){0};
    if (count == 0)
        return;
    s->shown = base_calloc(count, sizeof *s->shown);
    for (size_t i = 0; i < count; i++)
        s->shown[i] = base_strdup(names[i]);
    s->shown_count = count;
}

/* The line being executed; the last of the program when it has ended, or what it has left is taken
 * down. */
static int line_of(const struct stage *s, const Machine *m)
{
    bool over = machine_ended(m) || (m->gc.ending && machine_line(m) <= 0);
    return over ? (int)s->source->line_count : machine_line(m);
}

static struct subject_names names_asked_for(const struct stage *s, const Machine *m)
{
    struct subject_names names = {(const char *const *)s->shown, s->shown_count};
    if (!names.count && lesson_directs(s->scenario))
        names.name = lesson_shows(s->scenario, line_of(s, m), &names.count);
    return names;
}

static bool shows_asked_for(const Machine *m, const Object *subject, void *context)
{
    const struct stage *s = context;
    struct subject_names asked = names_asked_for(s, m);
    struct stop_names names = {asked.name, asked.count};
    return names.count ? stop_shows_names(m, subject, &names) : !(subject->flags & OBJECT_QUIET);
}

bool stage_set_view(struct stage *s, const char *name)
{
    s->footing = (struct footing){0};
    s->view = view_named(name);
    return !name || s->view;
}

/* The room that is asked for; NULL: none is. */
static const struct view *room_asked_for(const struct stage *s, const Machine *m)
{
    if (s->view || !lesson_directs(s->scenario))
        return s->view;
    return view_named(lesson_view(s->scenario, line_of(s, m)));
}

/* Has the author a word on the statement under way, and not on another one of the same line? */
static bool has_words_of_its_own(const struct stage *s, const Machine *m)
{
    int line = inspect_other_file(m) ? 0 : inspect_frame_line(m->frame);
    const struct Frame *outer = inspect_outer_frame(m->frame);
    return *lesson_narration(s->scenario, line) && !(outer && inspect_frame_line(outer) == line);
}

/* Does the event tell of something that the body of a class is made of: a statement of it, a name,
 * a container? */
static bool is_of_class_body(const Machine *m)
{
    static const char *const families[] = {"statement", "name.", "dict.", "list.", "set."};
    const char *name = event_info[m->event.kind].name;
    if (!m->frame || !inspect_frame_is_class(m, m->frame))
        return false;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (strncmp(name, families[i], strlen(families[i])) == 0)
            return true;
    return false;
}

/* Is a key sought in the table of what is shown as a chain of nodes?  There is nothing to see. */
static bool is_search_in_chain(const Machine *m)
{
    int kind = m->event.kind;
    return kind >= EVENT_DICT_HASH && kind <= EVENT_DICT_RESTART &&
           view_find(m, subject_of_event(m)) == &view_chain;
}

/* Is an attribute read, and looked up in the instance's own dict? */
static bool is_search_for_attribute(const Machine *m)
{
    int kind = m->event.kind;
    return kind >= EVENT_DICT_HASH && kind <= EVENT_DICT_RESTART && m->op &&
           m->op->kind == OP_DICT_LOOKUP && m->op->subject &&
           m->op->subject->flags & OBJECT_INSTANCE_DICT;
}

static bool begins_with(const struct stage *s, int line, const char *word)
{
    size_t len, at = 0, n = strlen(word);
    const char *text = source_line(s->source, (size_t)line, &len);
    while (at < len && (text[at] == ' ' || text[at] == '\t'))
        at++;
    return at + n <= len && memcmp(text + at, word, n) == 0;
}

/* Does it lead up to what a dict gets when it is made?  Of a display each key is a step, and what
 * is remarkable on the way to its slot; that its defaults make a dict for a function is none. */
static bool is_part_of_making(const struct stage *s, const Machine *m)
{
    int kind = m->event.kind;
    bool way = kind == EVENT_DICT_HASH || kind == EVENT_DICT_NO_TABLE || kind == EVENT_DICT_EMPTY ||
               kind == EVENT_DICT_TABLE;
    if ((!way && kind != EVENT_DICT_INSERT) || !inspect_is_fresh(m, subject_of_event(m)))
        return false;
    int line = machine_line(m);
    return way || begins_with(s, line, "def ") || begins_with(s, line, "async def ") ||
           begins_with(s, line, "@");
}

static unsigned adjusted(const Machine *m, unsigned stop_class, void *context)
{
    const struct stage *stage = context;
    const struct view *room = room_asked_for(stage, m);
    enum stop_theme theme = room ? room->theme : STOP_THEME_NONE;
    if (stop_is_plain(theme, m, stop_class))
        return stop_class & STOP_MICRO;
    /* What the body of a class binds is seen when the class is made, unless the author has a word
     * on it. */
    if (is_of_class_body(m) && !has_words_of_its_own(stage, m))
        return m->event.kind == EVENT_STATEMENT ? STOP_MICRO | STOP_FOLDED : STOP_MICRO;
    /* To read an attribute is a step where instances are the lesson. */
    bool reads = m->event.kind == EVENT_INSTANCE_GET || m->event.kind == EVENT_INSTANCE_UNSET ||
                 is_search_for_attribute(m);
    if (reads && stop_class & STOP_OPERATION && room != &view_instance &&
        !names_asked_for(stage, m).count)
        return STOP_MICRO;
    /* Where the keys that instances share are not the lesson, the value is what counts. */
    bool key_alone = m->event.kind == EVENT_INSTANCE_KEY && room != &view_instance &&
                     !names_asked_for(stage, m).count;
    if (key_alone || is_search_in_chain(m) || is_part_of_making(stage, m))
        return STOP_MICRO;
    stop_class = stop_for_theme(theme, m, stop_class);
    return inspect_what_if(m) ? stop_class : stop_paced(m, stop_class);
}

static bool follows(const void *context)
{
    const struct stage *s = context;
    return !s->shown_count && !lesson_directs(s->scenario) &&
           (!s->view || s->view->theme == STOP_THEME_NONE);
}

struct stop_filter stage_filter(const struct stage *s, enum event_level level)
{
    return (struct stop_filter){level,    true,   shows_asked_for, (void *)(uintptr_t)s,
                                adjusted, follows};
}

/* ---- captures -------------------------------------------------------------------------------- */

static struct moment moment_of(const Machine *m)
{
    return (struct moment){.kind = m->clock ? (int)m->event.kind : -1,
                           .line =
                               inspect_other_file(m) || inspect_what_if(m) ? 0 : machine_line(m),
                           .statements = inspect_statements(m),
                           .frames = inspect_frame_count(m)};
}

static void capture(const Machine *m, Object *subject, const struct view *view, struct capture *c)
{
    capture_free(c);
    c->valid = true;
    c->clock = m->clock;
    c->subject = subject;
    c->serial = subject ? subject->serial : 0;
    c->next_serial = m->next_serial;
    c->moment = moment_of(m);
    c->view = view;
    c->names = view_names.capture(m, NULL, &c->arena);
    c->history = view_history.capture(m, NULL, &c->arena);
    c->output = view_output.capture(m, NULL, &c->arena);
    if (subject)
        badge_capture(m, subject, &c->badge, &c->arena);
    c->picture = c->view == &view_names ? c->names : c->view->capture(m, subject, &c->arena);
}

/* The capture of that subject at that event, if it is kept. */
static struct capture *find_capture(struct stage *s, uint64_t clock, const Object *subject,
                                    int32_t serial, const struct view *view)
{
    for (int i = 0; i < CAPTURES; i++) {
        struct capture *c = &s->capture[i];
        if (c->valid && c->clock == clock && c->subject == subject && c->serial == serial &&
            c->view == view)
            return c;
    }
    return NULL;
}

/* The one that has not been asked for the longest. */
static struct capture *oldest_capture(struct stage *s)
{
    struct capture *oldest = &s->capture[0];
    for (int i = 1; i < CAPTURES; i++)
        if (s->capture[i].used < oldest->used)
            oldest = &s->capture[i];
    return oldest;
}

/* Objects are numbered as they are made: what has a later number did not exist yet. */
static bool existed(const Machine *m, int32_t serial)
{
    return serial < m->next_serial;
}

/* Goes there and comes back, unless it is known.  Of a subject that did not exist yet there is no
 * picture, but there are names. */
static const struct capture *get_capture(struct stage *s, uint64_t clock, Object *subject,
                                         int32_t serial, const struct view *view)
{
    struct capture *c = find_capture(s, clock, subject, serial, view);
    if (!c) {
        uint64_t home = timeline_clock(s->timeline);
        timeline_seek(s->timeline, clock);
        const Machine *m = timeline_machine(s->timeline);
        c = oldest_capture(s);
        bool there = subject && existed(m, serial) && inspect_is_made(subject);
        capture(m, there ? subject : NULL, subject && !there ? &view_names : view, c);
        if (subject && !there)
            c->picture = NULL;
        c->view = view;
        c->subject = subject;
        c->serial = serial;
        timeline_seek(s->timeline, home);
    }
    c->used = ++s->uses;
    return c;
}

/* Any capture at that event: names and counts are in each. */
static struct capture *capture_at(struct stage *s, uint64_t clock)
{
    for (int i = 0; i < CAPTURES; i++)
        if (s->capture[i].valid && s->capture[i].clock == clock)
            return &s->capture[i];
    return NULL;
}

/* What did not exist yet need not be looked for. */
static struct exhibit exhibit(struct stage *s, uint64_t clock, uint64_t before, Object *subject,
                              int32_t serial, const struct view *view)
{
    struct exhibit e = {.now = get_capture(s, clock, subject, serial, view)};
    struct capture *then = before ? capture_at(s, before) : NULL;
    e.born = subject && then && serial >= then->next_serial;
    bool will_do = e.born || (then && view == &view_names); /* names are in each */
    if (will_do)
        then->used = ++s->uses;
    e.before = will_do ? then : before ? get_capture(s, before, subject, serial, view) : NULL;
    return e;
}

const void *exhibit_before(const struct exhibit *e)
{
    if (!e->before || e->born)
        return NULL;
    return e->now->view == &view_names ? e->before->names : e->before->picture;
}

static bool same_filter(const struct stop_filter *a, const struct stop_filter *b)
{
    return a->level == b->level && a->references == b->references && a->shows == b->shows &&
           a->context == b->context && a->adjust == b->adjust;
}

static bool is_stop(const struct stage *s, const Machine *m)
{
    const struct stop_filter *filter = timeline_filter(s->timeline);
    unsigned stop_class = stop_staged(&s->stops, m, filter, stop_classify(&s->stops, m));
    return m->clock &&
           (machine_ended(m) || stop_wanted(stop_class, filter->level, filter->references));
}

/* The clock at the stop before this event.  If this is the next stop after the last one shown, that
 * is it, and there is nothing to look for. */
static uint64_t stop_before(struct stage *s)
{
    const Machine *m = timeline_machine(s->timeline);
    const struct footing last = s->footing;
    s->footing = (struct footing){m->clock, timeline_number(s->timeline), is_stop(s, m),
                                  *timeline_filter(s->timeline)};
    bool stepped = last.is_stop && s->footing.is_stop && last.clock < m->clock &&
                   s->footing.number == last.number + 1 &&
                   same_filter(&last.filter, &s->footing.filter);
    return stepped ? last.clock : timeline_stop_before(s->timeline);
}

/* ---- words ---------------------------------------------------------------------------------- */

/* The line under way.  A function that has decorators begins on the first of their lines, but what
 * is called is the function. */
static int line_shown(const struct stage *s, const Machine *m)
{
    int line = machine_line(m);
    if (m->event.kind == EVENT_CALL && !inspect_other_file(m))
        while (line > 0 && (size_t)line < s->scan.lines && begins_with(s, line, "@"))
            line = (int)scan_last_line(&s->scan, (size_t)line) + 1;
    return line;
}

static bool is_indented(const struct stage *s, int line)
{
    size_t len;
    const char *text = source_line(s->source, (size_t)line, &len);
    return len && (*text == ' ' || *text == '\t');
}

/* What a function does belongs to the chapter that it is called in, wherever it is defined; unless
 * chapters are marked in its own body. */
static const char *chapter_under_way(const struct stage *s, const Machine *m, int line)
{
    for (const struct Frame *f = inspect_innermost_frame(m); f; f = inspect_outer_frame(f)) {
        int mark = 0;
        if (inspect_frame_has_statements(m, f))
            mark = lesson_chapter_mark(s->scenario, inspect_frame_line(f));
        if (mark && (!inspect_outer_frame(f) || is_indented(s, mark)))
            return lesson_chapter(s->scenario, inspect_frame_line(f));
        if (!inspect_outer_frame(f) && inspect_frame_is_module(m, f))
            return "";
    }
    return lesson_chapter(s->scenario, line);
}

static void capture_words(struct stage *s, const Machine *m)
{
    struct words *w = &s->words;
    snprintf(w->version, sizeof w->version, "CPython %d.%d · hash seed %" PRIu64, m->profile->major,
             m->profile->minor, m->hash_seed);
    w->start = m->clock == 0 || m->event.kind == EVENT_PROGRAM_START;
    w->ended = machine_ended(m);
    w->statement = !w->start && m->event.kind == EVENT_STATEMENT;
    w->line = line_shown(s, m);
    w->what_if = what_ifs_under_way(&s->what_ifs, m);
    if (w->line == 0 && m->status > MACHINE_FINISHED)
        w->line = m->uncaught ? inspect_exception_line(m, m->uncaught) : m->refusal.line;
    w->chapter = chapter_under_way(s, m, w->line ? w->line : w->ended ? INT32_MAX : 0);
    w->level = timeline_filter(s->timeline)->level;
    words_say(s, m);
}

/* The text that what runs stands in. */
static const struct scan *scan_under_way(const struct stage *s, const Machine *m)
{
    const struct text *text = what_ifs_under_way(&s->what_ifs, m);
    return text ? &text->scan : &s->scan;
}

static const struct source *source_under_way(const struct stage *s, const Machine *m)
{
    const struct text *text = what_ifs_under_way(&s->what_ifs, m);
    return text ? &text->source : s->source;
}

/* What stands under the one that is on stage: of a room about one object, that one's. */
static void capture_beside(struct stage *s, const Machine *m, const struct view *room,
                           Object *subject, uint64_t before)
{
    const struct view *main = s->exhibit[0].now->view;
    bool in_place_of_names = !room && (main == &view_references || main == &view_frames);
    const struct view *view = in_place_of_names ? &view_output : main->beside;
    s->beside = (struct exhibit){0};
    if (s->small || s->exhibits > 1 || !view)
        return;
    struct subjects picked = {0};
    Object *(*part)(const Machine *, Object *) = main->part;
    if (part && subject)
        picked.at[0] = part(m, subject);
    if (part && !picked.at[0])
        return;
    if (view->picks && subject && !part)
        picked.at[0] = view->picks(m, subject);
    if (view->picks && !picked.at[0])
        subject_pick(m, scan_under_way(s, m), source_under_way(s, m), view->picks, &picked);
    Object *o = picked.at[0];
    if (view->picks && !o)
        return;
    int32_t serial = o ? o->serial : 0;
    s->beside = exhibit(s, m->clock, before, o, serial, view);
}

/* The room on stage; NULL: subjects are, each in its own view. */
static const struct view *room_of(const struct stage *s, const Machine *m)
{
    const struct view *room = room_asked_for(s, m);
    return room ? room : m->clock ? view_claiming(m) : NULL;
}

/* To go back for a picture takes long where there is much memory to compare.  So one is taken of
 * what the next step will probably need: its picture before. */
static void prepare(struct stage *s, const Machine *m)
{
    enum { MUCH = 6 << 20, AHEAD = 3 };
    Object *next[AHEAD];
    if (m->heap.top < MUCH)
        return;
    int count = subjects_ahead(m, &s->scan, s->source, AHEAD, next);
    for (int i = 0; i < count; i++)
        get_capture(s, m->clock, next[i], next[i]->serial, view_find(m, next[i]));
}

bool stage_set_size(struct stage *s, int rows, int cols)
{
    struct layout_plan p = layout_plan(rows, cols, false, 1);
    bool small = !p.beside.rows, wide = p.size == LAYOUT_WIDE;
    bool changes = small != s->small || wide == s->narrow;
    s->small = small;
    s->narrow = !wide;
    return changes;
}

/* The view of a subject; NULL: there is none.  Where names stand at the side anyway, the stage
 * shows what they refer to, or the calls under way. */
static const struct view *fitting_view(const struct stage *s, const Machine *m,
                                       const Object *subject)
{
    const struct view *view = view_find(m, subject);
    if (view != &view_names || s->narrow)
        return view;
    return inspect_frame_count(m) > 1 ? &view_frames : &view_references;
}

void stage_update(struct stage *s)
{
    const Machine *m = timeline_machine(s->timeline);
    struct subject_names names = names_asked_for(s, m);
    struct subjects subjects;
    const struct view *room = room_of(s, m);
    const struct scan *scan = scan_under_way(s, m);
    const struct source *source = source_under_way(s, m);
    if (room && room->picks)
        subject_pick(m, scan, source, room->picks, &subjects);
    else if (room)
        subjects = (struct subjects){0};
    else
        subjects_find(m, scan, source, &names, &subjects);
    int32_t serial[SUBJECTS] = {0};
    for (int i = 0; i < subjects.count; i++)
        serial[i] = subjects.at[i]->serial;
    uint64_t before = stop_before(s);
    s->exhibits = subjects.count ? subjects.count : 1;
    s->main = subjects.main;
    if (!s->view)
        s->fits =
            room ? room : fitting_view(s, m, subjects.count ? subjects.at[subjects.main] : NULL);
    for (int i = 0; i < s->exhibits; i++) {
        const struct view *view = room ? room : fitting_view(s, m, subjects.at[i]);
        s->exhibit[i] = exhibit(s, m->clock, before, subjects.at[i], serial[i], view);
    }
    capture_beside(s, m, room, subjects.count ? subjects.at[0] : NULL, before);
    if (!room)
        prepare(s, m);
    capture_words(s, m);
    s->words.place = timeline_place(s->timeline);
}

/* ---- the rest of the interface --------------------------------------------------------------- */

enum stage_part stage_part_at(const struct stage *s, struct rect canvas, bool zoom, int row,
                              int col, int *line)
{
    return frame_part_at(s, canvas, zoom, row, col, line);
}

int stage_motion_ms(const struct stage *s)
{
    int most = 0;
    for (int i = 0; i < s->exhibits; i++) {
        const struct capture *now = s->exhibit[i].now;
        if (!now->view->motion)
            continue;
        int ms = now->view->motion(now->picture, exhibit_before(&s->exhibit[i]));
        most = ms > most ? ms : most;
    }
    return most;
}

const char *stage_voice(const struct stage *s)
{
    return buffer_text(&s->words.voice);
}

void stage_draw(const struct stage *s, struct canvas *c, const struct stage_options *options)
{
    static const struct stage_options none;
    canvas_clear(c);
    frame_draw(s, c, options ? options : &none);
}

const char *stage_view_name(const struct stage *s, size_t i)
{
    const struct view *fits = s->fits ? s->fits : &view_names, *room;
    if (i == 0)
        return fits->name;
    for (size_t n = 0; (room = view_room(n)); n++)
        if (room != fits && --i == 0)
            return room->name;
    return NULL;
}
