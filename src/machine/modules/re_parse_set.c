/* Sets of characters in regular expressions: [...]. */
#include "re_parse.h"

#include "../frame.h"
#include "../warnings.h"

#include <stdio.h>

struct set {
    struct re_member *first, **last;
    ssize_t start; /* of the bracket */
};

static bool set_add(struct re_parser *p, struct set *set, int category, uint32_t low, uint32_t high)
{
    struct re_member *member = category >= 0
                                   ? re_tree_member(p, RE_MEMBER_CATEGORY, (uint32_t)category, 0)
                                   : re_tree_member(p, RE_MEMBER_RANGE, low, high);
    if (!member)
        return false;
    *set->last = member;
    set->last = &member->next;
    return true;
}

/* FutureWarning: what may come to mean an operation on sets.  false with an exception. */
static bool warn_set(struct re_parser *p, const char *what, ssize_t at)
{
    char text[80];
    snprintf(text, sizeof text, "Possible %s at position %zd", what, at);
    struct Frame *frame = p->m->frame; /* the program is warned, not the library */
    while (p->m->frame && frame_is_library(p->m->frame))
        p->m->frame = p->m->frame->previous;
    int status = warn_future(p->m, text);
    p->m->frame = frame;
    return status == 0;
}

/* Two of the signs -&~| beside each other, of which the first is the next token. */
static bool check_set_operator(struct re_parser *p)
{
    static const struct {
        char sign;
        const char *what;
    } operators[] = {{'-', "set difference"},
                     {'&', "set intersection"},
                     {'~', "set symmetric difference"},
                     {'|', "set union"}};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (re_reader_is(p, operators[i].sign) && p->index < str_len(p->text) &&
            str_at(p->text, p->index) == (uint32_t)operators[i].sign)
            return warn_set(p, operators[i].what, re_reader_tell(p));
    return true;
}

/* One end of a range, or all there is: the token that comes next. */
static bool set_token(struct re_parser *p, const struct set *set, int *category, uint32_t *c)
{
    *category = -1;
    if (p->next == RE_NO_CHARACTER)
        return bad(p, re_reader_tell(p) - set->start, "unterminated character set");
    ssize_t start = re_reader_tell(p);
    int32_t letter = p->next;
    bool escaped = p->escaped;
    if (!re_reader_advance(p))
        return false;
    if (escaped)
        return re_parse_set_escape(p, letter, start, category, c);
    *c = (uint32_t)letter;
    return true;
}

/* What may be a range, from `start`; its first end was read. */
static bool set_range(struct re_parser *p, struct set *set, ssize_t start, int category,
                      uint32_t low, bool *ended)
{
    int other;
    uint32_t high;
    if (p->next == RE_NO_CHARACTER)
        return bad(p, re_reader_tell(p) - set->start, "unterminated character set");
    if (re_reader_is(p, ']')) {
        *ended = true;
        return re_reader_advance(p) && set_add(p, set, category, low, low) &&
               set_add(p, set, -1, '-', '-');
    }
    if (re_reader_is(p, '-') && !warn_set(p, "set difference", re_reader_tell(p) - 1))
        return false;
    if (!set_token(p, set, &other, &high))
        return false;
    if (category >= 0 || other >= 0 || high < low) {
        ssize_t n = re_reader_tell(p) - start;
        Object *text = str_substring(p->m, p->text, start, start + n);
        if (text)
            bad(p, n, "bad character range %U", text);
        xdecref(p->m, text);
        return false;
    }
    return set_add(p, set, -1, low, high);
}

/* The bracket was taken. */
bool re_parse_set(struct re_parser *p, struct re_sequence *s)
{
    struct set set = {.start = re_reader_tell(p) - 1};
    set.last = &set.first;
    if (re_reader_is(p, '[') && !warn_set(p, "nested set", re_reader_tell(p)))
        return false;
    int negated = re_reader_take(p, '^');
    bool ended = false;
    if (negated < 0)
        return false;
    while (!ended) {
        if (set.first && re_reader_is(p, ']')) {
            if (!re_reader_advance(p))
                return false;
            break;
        }
        if (set.first && !check_set_operator(p))
            return false;
        ssize_t start = re_reader_tell(p);
        int category, dash;
        uint32_t c = 0;
        if (!set_token(p, &set, &category, &c) || (dash = re_reader_take(p, '-')) < 0)
            return false;
        if (dash ? !set_range(p, &set, start, category, c, &ended)
                 : !set_add(p, &set, category, c, c))
            return false;
    }
    struct re_member *only = set.first;
    bool literal = !only->next && only->kind == RE_MEMBER_RANGE && only->low == only->high;
    struct re_item *i = re_tree_item(p, literal ? RE_LITERAL : RE_SET);
    if (i) {
        i->negated = negated;
        i->members = literal ? NULL : only;
        i->code = only->low;
    }
    return re_tree_append(s, i);
}
