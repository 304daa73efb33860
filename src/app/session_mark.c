/* Marks: steps with names, a to z, and the way back to them. */
#include <pyviz/machine/machine.h>

#include "session_internal.h"

/* `' where the last jump began · a line 12 · b line 24` */
static void say_where(struct session *s)
{
    struct buffer places = {0};
    for (int i = 0; i < MARKS; i++) {
        const struct mark *mark = &s->lesson->marks[i];
        if (mark->line)
            buffer_printf(&places, " · %c line %d", 'a' + i, mark->line);
        else if (mark->clock)
            buffer_printf(&places, " · %c %s", 'a' + i, mark->clock == 1 ? "start" : "end");
    }
    session_say(s, false, "to: ' last jump%s",
                places.len ? buffer_text(&places) : "; m sets marks");
    buffer_free(&places);
}

void session_ask(struct session *s, enum session_asking what)
{
    s->asking = what;
    if (what == ASKING_MARK)
        session_say(s, false, "mark this step: a letter names it");
    else
        say_where(s);
}

static void set_mark(struct session *s, struct mark *mark, char name)
{
    const struct timeline *t = s->lesson->timeline;
    *mark = (struct mark){timeline_clock(t), machine_line(timeline_machine(t))};
    session_say(s, false, "marked: '%c comes back here", name);
}

static void go_to_mark(struct session *s, const struct mark *mark, char name)
{
    struct timeline *t = s->lesson->timeline;
    if (!mark->clock) {
        session_say(s, true, "there is no mark %c: m%c sets it", name, name);
        return;
    }
    uint64_t from = timeline_clock(t);
    timeline_seek(t, mark->clock);
    session_moved(s, false);
    session_note_jump(s, s->lesson, from);
}

void session_answer(struct session *s, const struct key *key)
{
    enum session_asking asking = s->asking;
    s->asking = ASKING_NOTHING;
    char name = key->code_point < 0x80 ? (char)key->code_point : '\0';
    bool plain = key->sym == KEY_TEXT && !(key->modifiers & (KEYMOD_CTRL | KEYMOD_ALT));
    struct mark *mark = plain && name >= 'a' && name <= 'z' ? &s->lesson->marks[name - 'a'] : NULL;
    if (mark && asking == ASKING_MARK)
        set_mark(s, mark, name);
    else if (mark)
        go_to_mark(s, mark, name);
    else if (plain && name == '\'' && asking == ASKING_WHERE)
        session_jump_back(s);
    else if (key->sym != KEY_ESCAPE)
        session_say(s, true, "marks are letters from a to z");
}
