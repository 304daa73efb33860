/* The command line: commands (:12, :line 8, :show d), searches (/text) and what if (> a.clear()).
 */
#include <pyviz/base/ascii.h>

#include "session_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 16 };

void session_command_open(struct session *s, char prompt)
{
    edit_open(&s->command, (char[]){prompt, prompt == '>' ? ' ' : '\0', '\0'});
    s->dirty = true;
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
    char copy[EDIT_SIZE];
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
        session_go_to_line(s, number);
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
    char line[EDIT_SIZE];
    const struct lesson *lesson = s->lesson;
    uint64_t from = timeline_clock(lesson->timeline);
    memcpy(line, s->command.text, sizeof line);
    edit_close(&s->command);
    buffer_clear(&s->message);
    if (line[0] == '/' || line[0] == '\\')
        session_search(s, line + 1, line[0] == '\\');
    else if (line[0] == '>')
        session_what_if(s, line + 1);
    else
        execute(s, line + 1);
    session_note_jump(s, lesson, from);
}

void session_command_key(struct session *s, const struct key *key)
{
    if (edit_key(&s->command, key) == EDIT_DONE)
        run_command(s);
    s->dirty = true;
}
