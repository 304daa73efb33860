/* The command line (:12, :line 8, :show d), the search (/text) and what if (>a.append(1)). */
#include <pyviz/base/ascii.h>
#include <pyviz/base/utf8.h>
#include <pyviz/lang/scenario.h>
#include <pyviz/machine/machine.h>

#include "session_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 16 };

void session_command_open(struct session *s, char prompt)
{
    snprintf(s->command, sizeof s->command, prompt == '>' ? "%c " : "%c", prompt);
    s->dirty = true;
}

/* ---- searching ------------------------------------------------------------------------------- */

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
    bool told;
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
    return target->told ? session_step(s) : timeline_next_statement(s->lesson->timeline);
}

/* Steps from here to `until`; a key stops it. */
static enum outcome find_on(struct session *s, const struct target *target, uint64_t until)
{
    struct timeline *t = s->lesson->timeline;
    while (move_on(s, target) && timeline_clock(t) <= until) {
        if (is_target(s, target))
            return FOUND;
        if (screen_pending(s->screen))
            return STOPPED;
    }
    return NOT_FOUND;
}

/* From here to the end, then from the start to here; where it is not found, stays. */
static void find(struct session *s, const struct target *target, const char *otherwise,
                 const char *what)
{
    struct timeline *t = s->lesson->timeline;
    uint64_t here = timeline_clock(t);
    enum outcome outcome = find_on(s, target, UINT64_MAX);
    bool wrapped = outcome == NOT_FOUND;
    if (wrapped) {
        timeline_seek(t, 1);
        outcome = find_on(s, target, here);
    }
    if (outcome != FOUND)
        timeline_seek(t, here);
    session_moved(s, false);
    if (outcome == NOT_FOUND)
        session_say(s, true, otherwise, what);
    else if (wrapped && timeline_clock(t) == here)
        session_say(s, false, target->told ? "no other step says it" : "no other statement has it");
    else if (wrapped)
        session_say(s, false, "the search went on from the start");
}

static bool is_anywhere(const struct session *s, const char *text)
{
    const struct scenario *scenario = s->lesson->program.scenario;
    for (size_t i = 0; i < scenario->line_count; i++)
        if (matches(s, &scenario->lines[i], text))
            return true;
    return false;
}

/* Of the source and its narration; where neither holds the text, of what the voice says. */
static void search(struct session *s, const char *text)
{
    if (text[0])
        memmove(s->searched, text, strlen(text) + 1);
    if (!s->searched[0])
        session_say(s, true, "nothing to search for");
    else if (!is_anywhere(s, s->searched))
        find(s, &(struct target){.text = s->searched, .told = true}, "no line or step says \"%s\"",
             s->searched);
    else
        find(s, &(struct target){.text = s->searched}, "no statement with \"%s\" is ever run",
             s->searched);
}

void session_search_again(struct session *s)
{
    search(s, "");
}

/* The statement of the line, or the next below it. */
static void go_to_line(struct session *s, uint64_t number)
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

/* ---- commands -------------------------------------------------------------------------------- */

static size_t split(char *line, const char *word[WORDS])
{
    size_t n = 0;
    char *rest = NULL;
    for (char *w = strtok_r(line, " \t", &rest); w && n < WORDS; w = strtok_r(NULL, " \t", &rest))
        word[n++] = w;
    return n;
}

void session_show(struct session *s, const char *words)
{
    char copy[COMMAND_SIZE];
    const char *name[WORDS];
    snprintf(s->shown, sizeof s->shown, "%s", words);
    snprintf(copy, sizeof copy, "%s", words);
    stage_show(s->lesson->stage, name, split(copy, name));
    timeline_stage_changed(s->lesson->timeline);
    lesson_set_detail(s->lesson, s->detail);
    session_moved(s, false);
}

static bool parse_number(const char *word, uint64_t *n)
{
    char *end;
    *n = strtoull(word, &end, 10);
    return ascii_is_digit(word[0]) && !*end;
}

static void set_theme_named(struct session *s, const char *name)
{
    for (int i = 0; i < THEME_COUNT; i++)
        if (!strcmp(theme_get((enum theme_name)i)->name, name)) {
            s->theme = (enum theme_name)i;
            screen_set_theme(s->screen, theme_get(s->theme));
            session_say(s, false, "theme: %s", name);
            return;
        }
    session_say(s, true, "themes: dark, light, mono");
}

static void set_detail_named(struct session *s, const char *name)
{
    for (int i = 0; cli_levels[i]; i++)
        if (!strcmp(name, cli_levels[i])) {
            session_set_detail(s, (enum event_level)i);
            return;
        }
    session_say(s, true, "details: statements, operations, everything");
}

static void go_to_event(struct session *s, uint64_t number)
{
    uint64_t k = timeline_seek(s->lesson->timeline, number ? number : 1);
    session_moved(s, false);
    if (k < number)
        session_say(s, false, "there are %llu events", (unsigned long long)k);
}

static void execute_with(struct session *s, const char *command, const char *argument)
{
    uint64_t number;
    bool is_number = parse_number(argument, &number);
    if (!strcmp(command, "theme"))
        set_theme_named(s, argument);
    else if (!strcmp(command, "detail"))
        set_detail_named(s, argument);
    else if (!strcmp(command, "line") && is_number)
        go_to_line(s, number);
    else if (!strcmp(command, "event") && is_number)
        go_to_event(s, number);
    else
        session_say(s, true, "no such command: %s %s", command, argument);
}

static void execute(struct session *s, char *line)
{
    const char *word[WORDS];
    uint64_t number;
    char *names = strncmp(line, "show", 4) == 0 ? line + 4 : NULL;
    if (names && (!*names || *names == ' ')) {
        session_show(s, names);
        return;
    }
    size_t n = split(line, word);
    if (n == 0)
        return;
    if (n == 1 && parse_number(word[0], &number))
        session_go(s, number ? number : 1);
    else if (n == 1 && (!strcmp(word[0], "q") || !strcmp(word[0], "quit")))
        s->quit = true;
    else if (n == 1 && !strcmp(word[0], "help"))
        s->overlay = OVERLAY_HELP;
    else if (n == 2)
        execute_with(s, word[0], word[1]);
    else
        session_say(s, true, "no such command: %s  (:12  :line 8  :event 500  :show d)", word[0]);
}

static void run_command(struct session *s)
{
    char line[COMMAND_SIZE];
    const struct lesson *lesson = s->lesson;
    uint64_t from = timeline_clock(lesson->timeline);
    memcpy(line, s->command, sizeof line);
    s->command[0] = '\0';
    buffer_clear(&s->message);
    if (line[0] == '/')
        search(s, line + 1);
    else if (line[0] == '>')
        session_what_if(s, line + 1);
    else
        execute(s, line + 1);
    session_note_jump(s, lesson, from);
}

static void erase_last(struct session *s)
{
    size_t n = strlen(s->command);
    while (n > 1 && ((unsigned char)s->command[n - 1] & 0xC0) == 0x80)
        n--;
    s->command[n > 0 ? n - 1 : 0] = '\0';
}

void session_command_key(struct session *s, const struct key *key)
{
    size_t n = strlen(s->command);
    if (key->sym == KEY_ENTER) {
        run_command(s);
    } else if (key->sym == KEY_ESCAPE || key_is(key, 'c', KEYMOD_CTRL)) {
        s->command[0] = '\0';
    } else if (key->sym == KEY_BACKSPACE) {
        erase_last(s);
    } else if (key_is(key, 'u', KEYMOD_CTRL)) {
        s->command[1] = '\0';
    } else if (key->sym == KEY_TEXT && !(key->modifiers & (KEYMOD_CTRL | KEYMOD_ALT)) &&
               n + 5 < COMMAND_SIZE && !utf8_is_control(key->code_point)) {
        n += utf8_encode(key->code_point, s->command + n);
        s->command[n] = '\0';
    }
    s->dirty = true;
}
