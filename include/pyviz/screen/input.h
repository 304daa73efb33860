/* Bytes from a terminal become keys.
 *
 * One decoder serves every backend: a libtickit terminal that has no output and is fed by hand, so
 * that arrows with modifiers, function keys and the mouse mean the same under ncurses, tickit and
 * in tests.  Time is the caller's: a lone Esc is known for one when INPUT_ESCAPE_MS have passed
 * without a byte behind it.
 *
 * Invariants: keys come out in the order in which their bytes went in; no byte is lost, however
 * many come at once; terminal replies (mode reports, DCS) and bracketed-paste markers are no keys.
 */
#ifndef PYVIZ_SCREEN_INPUT_H
#define PYVIZ_SCREEN_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { INPUT_ESCAPE_MS = 50 };

enum key_code {
    KEY_NONE,
    KEY_TEXT, /* a character: code_point says which; with KEYMOD_CTRL 'c' is Ctrl-C */
    KEY_ENTER,
    KEY_TAB, /* with KEYMOD_SHIFT: back-tab */
    KEY_BACKSPACE,
    KEY_ESCAPE,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_HOME, /* also what terminals call Find */
    KEY_END,  /* also Select */
    KEY_PGUP,
    KEY_PGDN,
    KEY_INSERT,
    KEY_DELETE,
    KEY_FUNCTION, /* F1 ...: code_point is the number */
    KEY_MOUSE,    /* a press, at row, col */
};

enum { KEYMOD_SHIFT = 1, KEYMOD_ALT = 2, KEYMOD_CTRL = 4 };

enum mouse_button { MOUSE_NONE, MOUSE_LEFT, MOUSE_MIDDLE, MOUSE_RIGHT, MOUSE_UP, MOUSE_DOWN };

struct key {
    enum key_code sym;
    uint32_t code_point;
    unsigned modifiers;       /* KEYMOD_... */
    enum mouse_button button; /* MOUSE_UP and MOUSE_DOWN are the wheel */
    int row, col;             /* from 0; for the mouse only */
};

struct input;

/* A decoder for the keys of that terminal type (TERM; NULL or unknown: those of an xterm). */
struct input *input_new(const char *term);
void input_free(struct input *in);
/* Hands over n bytes that were read at `now` (milliseconds on the caller's clock). */
void input_push(struct input *in, const char *bytes, size_t n, int64_t now);
/* Takes the next key that is complete at `now`; false if there is none. */
bool input_next(struct input *in, int64_t now, struct key *key);
/* Milliseconds from `now` until input_next may know more without another byte; -1: never. */
int input_timeout(const struct input *in, int64_t now);

/* True if the key is that character with exactly those modifiers (Shift aside, for it is in the
 * character). */
bool key_is(const struct key *key, uint32_t code_point, unsigned modifiers);
/* Writes "Right", "S-Right", "C-z", "M-x", "a", "Space", "F5": returns buffer.  Made for help
 * texts, messages and tests. */
char *key_name(const struct key *key, char *buffer, size_t size);

#endif
