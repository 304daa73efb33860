/* The tokens of a regular expression: characters, with or without a backslash before them. */
#include "re_parse.h"

#include "../exceptions.h"

#include <pyviz/machine/int.h>

void *re_raise(Machine *m, Object *error, Object *message, Object *pattern, ssize_t at)
{
    Object *args[] = {message, pattern, at >= 0 ? int_from_i64(m, at) : NULL}, *e = NULL;
    if (message && (at < 0 || args[2]))
        e = object_vectorcall(m, error, args, at < 0 ? 1 : 3, NULL);
    xdecref(m, message);
    xdecref(m, args[2]);
    return e ? error_raise(m, e) : NULL;
}

ssize_t re_reader_tell(const struct re_parser *p)
{
    return p->index - (p->next == RE_NO_CHARACTER ? 0 : 1 + p->escaped);
}

bool re_reader_bad(struct re_parser *p, ssize_t at, Object *message)
{
    Machine *m = p->m;
    if (message && !p->is_text) {
        Object *plain =
            object_ascii(m, message); /* quoted: without its quotes it is what is wanted */
        Object *inner = plain ? str_substring(m, plain, 1, str_len(plain) - 1) : NULL;
        bool changed = false;
        for (ssize_t i = 0; i < str_len(message); i++)
            changed |= str_at(message, i) > 126;
        xdecref(m, plain);
        if (changed && inner) {
            decref(m, message);
            message = inner;
        } else {
            xdecref(m, inner);
        }
    }
    re_raise(m, p->error, message, p->source, at);
    return false;
}

/* Reads the token behind the present one. */
bool re_reader_advance(struct re_parser *p)
{
    p->escaped = false;
    if (p->index >= str_len(p->text)) {
        p->next = RE_NO_CHARACTER;
        return true;
    }
    p->next = (int32_t)str_at(p->text, p->index++);
    if (p->next != '\\')
        return true;
    if (p->index >= str_len(p->text))
        return re_reader_bad(p, str_len(p->text) - 1,
                             str_from_ascii(p->m, "bad escape (end of pattern)"));
    p->escaped = true;
    p->next = (int32_t)str_at(p->text, p->index++);
    return true;
}

bool re_reader_is(const struct re_parser *p, int32_t c)
{
    return p->next == c && !p->escaped;
}

/* Takes the next token if it is this character.  1, 0, or -1 with an exception. */
int re_reader_take(struct re_parser *p, int32_t c)
{
    if (!re_reader_is(p, c))
        return 0;
    return re_reader_advance(p) ? 1 : -1;
}

bool re_reader_seek(struct re_parser *p, ssize_t index)
{
    p->index = index;
    return re_reader_advance(p);
}

/* The text up to the terminator, which is taken too.  NULL with an exception. */
Object *re_reader_until(struct re_parser *p, int32_t terminator, const char *what)
{
    ssize_t start = re_reader_tell(p), n;
    while (true) {
        bool plain = !p->escaped;
        int32_t c = p->next;
        n = re_reader_tell(p) - start;
        if (c == RE_NO_CHARACTER) {
            if (n == 0)
                bad(p, 0, "missing %s", what);
            else
                bad(p, n, "missing %c, unterminated name", (int)terminator);
            return NULL;
        }
        if (!re_reader_advance(p))
            return NULL;
        if (plain && c == terminator)
            break;
    }
    if (n == 0) {
        bad(p, 1, "missing %s", what);
        return NULL;
    }
    return str_substring(p->m, p->text, start, start + n);
}
