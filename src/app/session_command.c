/* The command line (:12, :line 8, :show d) and the search (/text). */
#include <pyviz/base/utf8.h>
#include <pyviz/machine/machine.h>

#include "session_internal.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS = 16 };

void session_command_open(struct session *s, char prompt)
{
    s->command[0] = prompt;
    s->command[1] = '\0';
    s->dirty = true;
}

/* ---- going to a line ------------------------------------------------------------------------- */

/* Steps through the statements until `wanted` says yes; from the start again if need be; where none
 * does, stays. */
static bool find_statement(struct session *s, bool (*wanted)(struct session *, int, const void *),
                           const void *what)
{
    struct timeline *t = s->lesson->timeline;
    uint64_t here = timeline_clock(t);
    for (int round = 0; round < 2; round++) {
        while (timeline_next_statement(t)) {
            if (round == 1 && timeline_clock(t) > here)
                break;
            if (wanted(s, machine_line(timeline_machine(t)), what))
                return true;
            if (screen_pending(s->screen))
                break;
        }
        if (round == 0)
            timeline_seek(t, 1);
    }
    timeline_seek(t, here);
    return false;
}

static bool is_line(struct session *s, int line, const void *what)
{
    (void)s;
    return line == *(const int *)what;
}

static bool holds_text(struct session *s, int line, const void *what)
{
    size_t n;
    const char *text = source_line(&s->lesson->program.source, (size_t)line, &n);
    return line > 0 && memmem(text, n, what, strlen(what)) != NULL;
}

static void go_to_line(struct session *s, int line)
{
    if (find_statement(s, is_line, &line))
        session_moved(s, false);
    else
        session_say(s, true, "line %d is never run", line);
}

static void search(struct session *s, const char *text)
{
    if (text[0])
        memmove(s->searched, text, strlen(text) + 1);
    if (!s->searched[0])
        session_say(s, true, "nothing to search for");
    else if (find_statement(s, holds_text, s->searched))
        session_moved(s, false);
    else
        session_say(s, true, "no line that is run holds \"%s\"", s->searched);
}

void session_search_again(struct session *s)
{
    search(s, "");
}

/* ---- commands -------------------------------------------------------------------------------- */

static void show(struct session *s, const char *const *names, size_t n)
{
    stage_show(s->lesson->stage, names, n);
    struct stop_filter filter = stage_filter(s->lesson->stage, s->detail, false);
    timeline_set_filter(s->lesson->timeline, &filter);
    session_moved(s, false);
}

static bool parse_number(const char *word, uint64_t *n)
{
    char *end;
    *n = strtoull(word, &end, 10);
    return word[0] >= '0' && word[0] <= '9' && !*end;
}

static void set_theme_named(struct session *s, const char *name)
{
    for (int i = 0; i < THEME_COUNT; i++)
        if (!strcmp(theme_get((enum theme_name)i)->name, name)) {
            s->theme = (enum theme_name)i;
            screen_set_theme(s->screen, theme_get(s->theme));
            screen_redraw(s->screen);
            return;
        }
    session_say(s, true, "themes: dark, light, mono");
}

static void execute(struct session *s, const char *const *word, size_t n)
{
    uint64_t number;
    if (n == 0)
        return;
    if (n == 1 && parse_number(word[0], &number)) {
        timeline_goto_stop(s->lesson->timeline, number);
        session_moved(s, false);
    } else if (n == 2 && !strcmp(word[0], "line") && parse_number(word[1], &number)) {
        go_to_line(s, number > 1000000000 ? 1000000000 : (int)number);
    } else if (n == 2 && !strcmp(word[0], "event") && parse_number(word[1], &number)) {
        timeline_seek(s->lesson->timeline, number ? number : 1);
        session_moved(s, false);
    } else if (n == 2 && !strcmp(word[0], "theme")) {
        set_theme_named(s, word[1]);
    } else if (!strcmp(word[0], "show")) {
        show(s, word + 1, n - 1);
    } else if (n == 1 && (!strcmp(word[0], "q") || !strcmp(word[0], "quit"))) {
        s->quit = true;
    } else if (n == 1 && !strcmp(word[0], "help")) {
        s->overlay = OVERLAY_HELP;
    } else {
        session_say(s, true, "no such command: %s  (:12  :line 8  :event 500  :show d  :theme light)",
                    word[0]);
    }
}

static void run_command(struct session *s)
{
    char line[COMMAND_SIZE];
    const char *word[WORDS];
    size_t n = 0;
    memcpy(line, s->command, sizeof line);
    s->command[0] = '\0';
    if (line[0] == '/') {
        search(s, line + 1);
        return;
    }
    char *rest = NULL;
    for (char *w = strtok_r(line + 1, " \t", &rest); w && n < WORDS; w = strtok_r(NULL, " \t", &rest))
        word[n++] = w;
    execute(s, word, n);
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
