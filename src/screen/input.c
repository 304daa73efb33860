#include <pyviz/screen/input.h>

#include "sequence.h"

#include <pyviz/base/buffer.h>
#include <pyviz/base/utf8.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tickit-termdrv.h>
#include <tickit.h>

struct input {
    TickitTerm *term;
    struct key *keys; /* a queue: keys[first..count) */
    size_t first, count, cap;
    struct buffer held; /* the beginning of a unit that is not complete */
    int64_t since;      /* when its last byte came */
};

/* ---- A driver for a terminal that nothing is written to ---- */

static void null_destroy(TickitTermDriver *driver)
{
    free(driver);
}

static bool null_print(TickitTermDriver *driver, const char *str, size_t len)
{
    (void)driver, (void)str, (void)len;
    return true;
}

static bool null_goto(TickitTermDriver *driver, int line, int col)
{
    (void)driver, (void)line, (void)col;
    return true;
}

static bool null_scroll(TickitTermDriver *driver, const TickitRect *rect, int down, int right)
{
    (void)driver, (void)rect, (void)down, (void)right;
    return false;
}

static bool null_erase(TickitTermDriver *driver, int count, TickitMaybeBool moveend)
{
    (void)driver, (void)count, (void)moveend;
    return true;
}

static bool null_clear(TickitTermDriver *driver)
{
    (void)driver;
    return true;
}

static bool null_pen(TickitTermDriver *driver, const TickitPen *delta, const TickitPen *final)
{
    (void)driver, (void)delta, (void) final;
    return true;
}

static bool null_get(TickitTermDriver *driver, TickitTermCtl ctl, int *value)
{
    (void)driver, (void)ctl;
    *value = 0;
    return true;
}

static bool null_set(TickitTermDriver *driver, TickitTermCtl ctl, int value)
{
    (void)driver, (void)ctl, (void)value;
    return true;
}

static bool null_set_str(TickitTermDriver *driver, TickitTermCtl ctl, const char *value)
{
    (void)driver, (void)ctl, (void)value;
    return true;
}

static TickitTermDriverVTable null_vtable = {
    .destroy = null_destroy,
    .print = null_print,
    .goto_abs = null_goto,
    .move_rel = null_goto,
    .scrollrect = null_scroll,
    .erasech = null_erase,
    .clear = null_clear,
    .chpen = null_pen,
    .getctl_int = null_get,
    .setctl_int = null_set,
    .setctl_str = null_set_str,
};

/* Mends what terminfo says.  Where it has mouse reports begin with CSI <, libtermkey 0.22 reads
 * clicks wrong; told the old prefix it understands both forms.  Some entries give single control
 * characters a meaning (Ctrl-Z "suspend"), and would hide the keys that people press. */
static const char *terminfo_string(const char *name, const char *value, void *data)
{
    (void)data;
    if (strcmp(name, "key_mouse") == 0)
        return "\033[M";
    if (value && (unsigned char)value[0] < 0x20 && value[1] == '\0' &&
        strcmp(name, "key_backspace") != 0)
        return NULL;
    return value;
}

/* ---- Events of the decoder ---- */

static void queue_key(struct input *in, struct key key)
{
    if (in->first == in->count)
        in->first = in->count = 0;
    if (in->count == in->cap) {
        in->cap = in->cap ? 2 * in->cap : 64;
        in->keys = base_realloc(in->keys, in->cap * sizeof *in->keys);
    }
    in->keys[in->count++] = key;
}

/* libtermkey's names, prefixes taken off. */
static const struct {
    const char *name;
    enum key_code sym;
    char text; /* of the keypad's keys, which are as good as the others */
} names[] = {
    {"Enter", KEY_ENTER, 0},    {"Tab", KEY_TAB, 0},         {"Backspace", KEY_BACKSPACE, 0},
    {"DEL", KEY_BACKSPACE, 0},  {"Escape", KEY_ESCAPE, 0},   {"Up", KEY_UP, 0},
    {"Down", KEY_DOWN, 0},      {"Left", KEY_LEFT, 0},       {"Right", KEY_RIGHT, 0},
    {"Home", KEY_HOME, 0},      {"Find", KEY_HOME, 0},       {"End", KEY_END, 0},
    {"Select", KEY_END, 0},     {"PageUp", KEY_PGUP, 0},     {"PageDown", KEY_PGDN, 0},
    {"Insert", KEY_INSERT, 0},  {"Delete", KEY_DELETE, 0},   {"KPEnter", KEY_ENTER, 0},
    {"Space", KEY_TEXT, ' '},   {"KP0", KEY_TEXT, '0'},      {"KP1", KEY_TEXT, '1'},
    {"KP2", KEY_TEXT, '2'},     {"KP3", KEY_TEXT, '3'},      {"KP4", KEY_TEXT, '4'},
    {"KP5", KEY_TEXT, '5'},     {"KP6", KEY_TEXT, '6'},      {"KP7", KEY_TEXT, '7'},
    {"KP8", KEY_TEXT, '8'},     {"KP9", KEY_TEXT, '9'},      {"KPPlus", KEY_TEXT, '+'},
    {"KPMinus", KEY_TEXT, '-'}, {"KPMult", KEY_TEXT, '*'},   {"KPDiv", KEY_TEXT, '/'},
    {"KPComma", KEY_TEXT, ','}, {"KPPeriod", KEY_TEXT, '.'}, {"KPEquals", KEY_TEXT, '='},
};

static struct key key_from_text(const char *s)
{
    int32_t code_point;
    utf8_decode(s, strlen(s), false, &code_point);
    return (struct key){.sym = KEY_TEXT,
                        .code_point = code_point < 0 ? 0xfffd : (uint32_t)code_point};
}

/* Terminals send Ctrl with what ASCII made of it: line feed is Enter, backspace Backspace. */
static struct key canonical(struct key key)
{
    if (key.sym == KEY_TEXT && key.modifiers == KEYMOD_CTRL) {
        if (key.code_point == 'j')
            return (struct key){.sym = KEY_ENTER};
        if (key.code_point == 'h')
            return (struct key){.sym = KEY_BACKSPACE};
    }
    return key;
}

/* "C-M-Left" and the like; KEY_NONE for keys that have no meaning here (Cancel, Begin, ...). */
static struct key key_from_name(const char *name, int modifiers)
{
    struct key key = {.modifiers = (unsigned)modifiers & 7};
    while (name[0] && strchr("SMC", name[0]) && name[1] == '-' && name[2])
        name += 2;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].name, name) == 0) {
            key.sym = names[i].sym;
            key.code_point = (unsigned char)names[i].text;
            return key;
        }
    int number = name[0] == 'F' ? atoi(name + 1) : 0;
    if (number > 0) {
        key.sym = KEY_FUNCTION;
        key.code_point = (uint32_t)number;
    } else if (utf8_length(name, strlen(name)) == 1) {
        key.sym = KEY_TEXT;
        key.code_point = key_from_text(name).code_point;
    }
    return canonical(key);
}

static int on_key(TickitTerm *term, TickitEventFlags flags, void *info, void *user)
{
    (void)term, (void)flags;
    const TickitKeyEventInfo *event = info;
    struct key key = event->type == TICKIT_KEYEV_TEXT ? key_from_text(event->str)
                                                      : key_from_name(event->str, event->mod);
    if (key.sym != KEY_NONE)
        queue_key(user, key);
    return 1;
}

static int on_mouse(TickitTerm *term, TickitEventFlags flags, void *info, void *user)
{
    (void)term, (void)flags;
    const TickitMouseEventInfo *event = info;
    struct key key = {.sym = KEY_MOUSE,
                      .modifiers = (unsigned)event->mod & 7,
                      .row = event->line,
                      .col = event->col};
    if (event->type == TICKIT_MOUSEEV_PRESS)
        key.button = event->button == 1   ? MOUSE_LEFT
                     : event->button == 2 ? MOUSE_MIDDLE
                     : event->button == 3 ? MOUSE_RIGHT
                                          : MOUSE_NONE;
    else if (event->type == TICKIT_MOUSEEV_WHEEL)
        key.button = event->button == TICKIT_MOUSEWHEEL_UP     ? MOUSE_UP
                     : event->button == TICKIT_MOUSEWHEEL_DOWN ? MOUSE_DOWN
                                                               : MOUSE_NONE;
    if (key.button != MOUSE_NONE)
        queue_key(user, key);
    return 1;
}

/* ---- The decoder ---- */

struct input *input_new(const char *term)
{
    struct input *in = base_calloc(1, sizeof *in);
    TickitTermDriver *driver = calloc(1, sizeof *driver); /* null_destroy frees it */
    if (!driver)
        abort();
    driver->vtable = &null_vtable;
    driver->name = "null";
    in->term = tickit_term_build(&(struct TickitTermBuilder){
        .termtype = term && *term ? term : "xterm",
        .driver = driver,
        .ti_hook = &(struct TickitTerminfoHook){.getstr = terminfo_string},
    });
    if (!in->term)
        abort();
    tickit_term_set_utf8(in->term, true);
    tickit_term_bind_event(in->term, TICKIT_TERM_ON_KEY, 0, on_key, in);
    tickit_term_bind_event(in->term, TICKIT_TERM_ON_MOUSE, 0, on_mouse, in);
    return in;
}

void input_free(struct input *in)
{
    if (!in)
        return;
    tickit_term_unref(in->term);
    buffer_free(&in->held);
    free(in->keys);
    free(in);
}

/* One unit, complete.  libtermkey keeps 256 bytes; a unit is far shorter. */
static void take_unit(struct input *in, enum sequence what, const char *s, size_t len)
{
    if (what == SEQUENCE_KEY)
        tickit_term_input_push_bytes(in->term, s, len);
    else if (what == SEQUENCE_ESCAPE)
        queue_key(in, (struct key){.sym = KEY_ESCAPE});
    else if (what == SEQUENCE_ALT)
        queue_key(in, (struct key){.sym = KEY_TEXT,
                                   .code_point = (unsigned char)s[1],
                                   .modifiers = KEYMOD_ALT});
}

/* Takes units from what is held; at the end of patience, the last ones too. */
static void take_units(struct input *in, bool all)
{
    size_t at = 0, len;
    while (at < in->held.len) {
        const char *s = in->held.data + at;
        size_t n = in->held.len - at;
        enum sequence what = all ? sequence_last(s, n, &len) : sequence_next(s, n, &len);
        if (what == SEQUENCE_PARTIAL)
            break;
        take_unit(in, what, s, len);
        at += len;
    }
    in->held.len -= at;
    memmove(in->held.data, in->held.data + at, in->held.len);
}

void input_push(struct input *in, const char *bytes, size_t n, int64_t now)
{
    if (n == 0)
        return;
    buffer_append(&in->held, bytes, n);
    in->since = now;
    take_units(in, false);
}

bool input_next(struct input *in, int64_t now, struct key *key)
{
    if (in->first == in->count && input_timeout(in, now) == 0)
        take_units(in, true);
    if (in->first == in->count)
        return false;
    *key = in->keys[in->first++];
    return true;
}

int input_timeout(const struct input *in, int64_t now)
{
    if (in->first < in->count)
        return 0;
    if (in->held.len == 0)
        return -1;
    int64_t left = in->since + INPUT_ESCAPE_MS - now;
    return left <= 0 ? 0 : left > INPUT_ESCAPE_MS ? INPUT_ESCAPE_MS : (int)left;
}

/* ---- Names ---- */

bool key_is(const struct key *key, uint32_t code_point, unsigned modifiers)
{
    return key->sym == KEY_TEXT && key->code_point == code_point &&
           (key->modifiers & ~(unsigned)KEYMOD_SHIFT) == modifiers;
}

static const char *const symbol_names[] = {
    [KEY_NONE] = "None",
    [KEY_TEXT] = "",
    [KEY_ENTER] = "Enter",
    [KEY_TAB] = "Tab",
    [KEY_BACKSPACE] = "Backspace",
    [KEY_ESCAPE] = "Esc",
    [KEY_UP] = "Up",
    [KEY_DOWN] = "Down",
    [KEY_LEFT] = "Left",
    [KEY_RIGHT] = "Right",
    [KEY_HOME] = "Home",
    [KEY_END] = "End",
    [KEY_PGUP] = "PgUp",
    [KEY_PGDN] = "PgDn",
    [KEY_INSERT] = "Insert",
    [KEY_DELETE] = "Delete",
    [KEY_FUNCTION] = "F",
    [KEY_MOUSE] = "Mouse",
};

char *key_name(const struct key *key, char *buffer, size_t size)
{
    struct buffer b = {0};
    if (key->modifiers & KEYMOD_CTRL)
        buffer_puts(&b, "C-");
    if (key->modifiers & KEYMOD_ALT)
        buffer_puts(&b, "M-");
    if (key->modifiers & KEYMOD_SHIFT)
        buffer_puts(&b, "S-");
    if (key->sym == KEY_FUNCTION)
        buffer_printf(&b, "F%u", (unsigned)key->code_point);
    else if (key->sym == KEY_TEXT && key->code_point == ' ')
        buffer_puts(&b, "Space");
    else if (key->sym == KEY_TEXT)
        utf8_append(&b, key->code_point);
    else
        buffer_puts(&b, symbol_names[key->sym]);
    snprintf(buffer, size, "%s", buffer_text(&b));
    buffer_free(&b);
    return buffer;
}
