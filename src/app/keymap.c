#include "keymap.h"

#include <stddef.h>

/* clang-format off */
#define CHAR(c, action)   {KEY_TEXT, c, 0, ACTION_##action}
#define CTRL(c, action)   {KEY_TEXT, c, KEYMOD_CTRL, ACTION_##action}
#define KEY(key, action)  {KEY_##key, 0, 0, ACTION_##action}
#define FUNCTION(n, action) {KEY_FUNCTION, n, 0, ACTION_##action}
/* clang-format on */

static const struct binding bindings[] = {
    KEY(RIGHT, NEXT),
    KEY(PGDN, NEXT),
    CHAR(' ', NEXT),
    CHAR('l', NEXT),
    CHAR('n', NEXT),
    KEY(LEFT, PREVIOUS),
    KEY(PGUP, PREVIOUS),
    KEY(BACKSPACE, PREVIOUS),
    CHAR('h', PREVIOUS),
    CHAR('p', PREVIOUS),
    KEY(DOWN, NEXT_STATEMENT),
    CHAR('j', NEXT_STATEMENT),
    KEY(UP, PREVIOUS_STATEMENT),
    CHAR('k', PREVIOUS_STATEMENT),
    CHAR('f', FINISH),
    CHAR('d', DETAIL),
    KEY(HOME, FIRST),
    CHAR('g', FIRST),
    KEY(END, LAST),
    CHAR('G', GO),
    KEY(ENTER, GO),
    CHAR('L', LINE),
    CHAR('m', MARK),
    CHAR('\'', GO_TO_MARK),
    CHAR(']', NEXT_LANDMARK),
    CHAR('[', PREVIOUS_LANDMARK),
    CHAR('a', PLAY),
    FUNCTION(5, PLAY),
    CHAR('+', FASTER),
    CHAR('=', FASTER),
    CHAR('-', SLOWER),
    KEY(ESCAPE, ESCAPE),
    CHAR('b', BLANK),
    CHAR('.', BLANK),
    CHAR('?', HELP),
    FUNCTION(1, HELP),
    CHAR(':', COMMAND),
    CHAR('/', SEARCH),
    CHAR('>', WHAT_IF),
    CHAR('\\', SEARCH_BACK),
    CTRL('n', SEARCH_AGAIN),
    CTRL('p', SEARCH_OTHER_WAY),
    CHAR('N', SEARCH_OTHER_WAY),
    KEY(TAB, VIEW),
    {KEY_TAB, 0, KEYMOD_SHIFT, ACTION_VIEW_BACK},
    CHAR('R', REFERENCES),
    CHAR('z', ZOOM),
    CHAR('Q', QUESTION),
    CHAR('t', THEME),
    CHAR('T', TIMER),
    CHAR('v', VERIFY),
    CHAR('r', RELOAD),
    CTRL('l', REDRAW),
    CTRL('z', SUSPEND),
    CHAR('q', QUIT),
    CTRL('c', QUIT),
};

/* With --mouse: the wheel steps, and a click does what it hits. */
static enum action mouse_action(const struct key *key)
{
    switch (key->button) {
    case MOUSE_LEFT:
        return ACTION_CLICK;
    case MOUSE_DOWN:
        return ACTION_NEXT;
    case MOUSE_RIGHT:
    case MOUSE_UP:
        return ACTION_PREVIOUS;
    default:
        return ACTION_NONE;
    }
}

enum action keymap_action(const struct key *key)
{
    if (key->sym == KEY_MOUSE)
        return mouse_action(key);
    for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++) {
        const struct binding *b = &bindings[i];
        if (b->sym == KEY_TEXT ? key_is(key, b->code_point, b->modifiers)
                               : key->sym == b->sym && key->modifiers == b->modifiers &&
                                     (b->sym != KEY_FUNCTION || key->code_point == b->code_point))
            return b->action;
    }
    return ACTION_NONE;
}

const struct help_row keymap_help[] = {
    {NULL, "Stepping"},
    {"→ PgDn Space l n", "next step"},
    {"← PgUp Backspace h p", "previous step"},
    {"↓ j  ↑ k", "next, previous statement"},
    {"f", "finish the operation under way"},
    {"] [", "next, previous collision, resize, free, chapter"},
    {"Home g  End G", "first, last step"},
    {"12G  12 Enter", "step 12, as the footer counts"},
    {"ma  'a  ''", "name this step a; go there; to the last jump"},
    {"a F5  + -", "play or pause; faster, slower"},
    {NULL, "Looking"},
    {"d", "detail: statements, operations, everything"},
    {"Tab  Shift-Tab  z", "next, previous view; zoom"},
    {"R", "who holds what, with each +1 and -1; back"},
    {"b .", "blank the screen; any key brings it back"},
    {"Q", "a question: a step, and no voice until a key"},
    {"t", "theme: dark, light, mono"},
    {"T", "a timer: minutes since then, in the title; off"},
    {NULL, "Going places"},
    {"/  \\", "search statements, else what is said; backwards"},
    {"Ctrl-n  N", "again; again, the other way"},
    {"24L  L", "the next time that line 24, this line, runs"},
    {":12 :line 8 :event 500", "step 12; line 8; event 500"},
    {":detail L  :theme T", "one of the levels, one of the themes"},
    {":show a b  :show", "put these names on stage; follow the work again"},
    {">", "what if: a statement of yours, run here and now"},
    {NULL, "The rest"},
    {"v", "verify it against the real python3"},
    {"r", "reload the file, keep the place"},
    {"mouse, with --mouse", "steps; on a line: to it; on a header: next view"},
    {"Ctrl-L  Ctrl-Z", "redraw; suspend"},
    {"Esc", "close this, stop playing, leave a what-if"},
    {"q Ctrl-C", "quit"},
    {NULL, NULL},
};
