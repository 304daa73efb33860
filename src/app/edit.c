#include "edit.h"

#include <pyviz/base/buffer.h>
#include <pyviz/base/utf8.h>

#include <stdlib.h>
#include <string.h>

enum { UTF8_MOST = 4 };

/* ---- places in the text ---------------------------------------------------------------------- */

static bool is_inside(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t place_before(const struct edit *e, size_t at)
{
    if (at > e->prompt)
        at--;
    while (at > e->prompt && is_inside(e->text[at]))
        at--;
    return at;
}

static size_t place_behind(const struct edit *e, size_t at)
{
    if (e->text[at])
        at++;
    while (is_inside(e->text[at]))
        at++;
    return at;
}

static size_t word_before(const struct edit *e)
{
    size_t at = e->cursor;
    while (at > e->prompt && e->text[at - 1] == ' ')
        at--;
    while (at > e->prompt && e->text[at - 1] != ' ')
        at--;
    return at;
}

/* ---- changes --------------------------------------------------------------------------------- */

static void erase(struct edit *e, size_t from, size_t to)
{
    memmove(e->text + from, e->text + to, strlen(e->text + to) + 1);
    e->cursor = from;
}

static void insert(struct edit *e, uint32_t code_point)
{
    char bytes[UTF8_MOST];
    size_t n = utf8_encode(code_point, bytes), length = strlen(e->text);
    if (length + n >= EDIT_SIZE)
        return;
    memmove(e->text + e->cursor + n, e->text + e->cursor, length - e->cursor + 1);
    memcpy(e->text + e->cursor, bytes, n);
    e->cursor += n;
}

static void keep(struct edit *e)
{
    if (!e->text[e->prompt] || (e->count && !strcmp(e->kept[e->count - 1], e->text)))
        return;
    if (e->count == EDIT_KEPT) {
        base_free(e->kept[0]);
        memmove(e->kept, e->kept + 1, --e->count * sizeof *e->kept);
    }
    e->kept[e->count++] = base_strdup(e->text);
}

/* The next older line, or newer one, with the same prompt; behind the newest what was being typed
 * before. */
static void recall(struct edit *e, bool older)
{
    size_t i = e->recalled;
    do {
        if (older ? i == 0 : i >= e->count)
            return;
        i += older ? (size_t)-1 : 1;
    } while (i < e->count && strncmp(e->kept[i], e->text, e->prompt) != 0);
    if (e->recalled == e->count)
        memcpy(e->draft, e->text, sizeof e->draft);
    const char *line = i < e->count ? e->kept[i] : e->draft;
    memmove(e->text, line, strlen(line) + 1);
    e->recalled = i;
    e->cursor = strlen(e->text);
}

/* ---- keys ------------------------------------------------------------------------------------ */

static bool is_typed(const struct key *key)
{
    return key->sym == KEY_TEXT && !(key->modifiers & (KEYMOD_CTRL | KEYMOD_ALT)) &&
           !utf8_is_control(key->code_point);
}

static void moves(struct edit *e, const struct key *key)
{
    if (key->sym == KEY_LEFT || key_is(key, 'b', KEYMOD_CTRL))
        e->cursor = place_before(e, e->cursor);
    else if (key->sym == KEY_RIGHT || key_is(key, 'f', KEYMOD_CTRL))
        e->cursor = place_behind(e, e->cursor);
    else if (key->sym == KEY_HOME || key_is(key, 'a', KEYMOD_CTRL))
        e->cursor = e->prompt;
    else if (key->sym == KEY_END || key_is(key, 'e', KEYMOD_CTRL))
        e->cursor = strlen(e->text);
    else if (key->sym == KEY_UP || key_is(key, 'p', KEYMOD_CTRL))
        recall(e, true);
    else if (key->sym == KEY_DOWN || key_is(key, 'n', KEYMOD_CTRL))
        recall(e, false);
}

static void changes(struct edit *e, const struct key *key)
{
    if (key->sym == KEY_BACKSPACE)
        erase(e, place_before(e, e->cursor), e->cursor);
    else if (key->sym == KEY_DELETE || key_is(key, 'd', KEYMOD_CTRL))
        erase(e, e->cursor, place_behind(e, e->cursor));
    else if (key_is(key, 'u', KEYMOD_CTRL))
        erase(e, e->prompt, e->cursor);
    else if (key_is(key, 'k', KEYMOD_CTRL))
        erase(e, e->cursor, strlen(e->text));
    else if (key_is(key, 'w', KEYMOD_CTRL))
        erase(e, word_before(e), e->cursor);
    else if (is_typed(key))
        insert(e, key->code_point);
    else
        moves(e, key);
}

enum edit_outcome edit_key(struct edit *e, const struct key *key)
{
    if (key->sym == KEY_ENTER) {
        keep(e);
        return EDIT_DONE;
    }
    bool beyond = key->sym == KEY_BACKSPACE && !e->text[e->prompt];
    if (beyond || key->sym == KEY_ESCAPE || key_is(key, 'c', KEYMOD_CTRL)) {
        edit_close(e);
        return EDIT_LEFT;
    }
    changes(e, key);
    return EDIT_GOES_ON;
}

void edit_open(struct edit *e, const char *prompt)
{
    e->prompt = e->cursor = strlen(prompt);
    memcpy(e->text, prompt, e->prompt + 1);
    e->recalled = e->count;
}

void edit_close(struct edit *e)
{
    e->text[0] = '\0';
}

void edit_free(struct edit *e)
{
    for (size_t i = 0; i < e->count; i++)
        base_free(e->kept[i]);
    *e = (struct edit){0};
}
