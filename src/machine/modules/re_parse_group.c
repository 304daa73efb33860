/* What stands in brackets in regular expressions: groups, flags, looks, conditions. */
#include "re_parse.h"

#include "../objects/unicode.h"

#include <pyviz/base/ascii.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>

#include <string.h>

/* ---- groups ---------------------------------------------------------------------------------- */

/* An identifier, or an error that points at it. */
static bool check_name(struct re_parser *p, Object *name)
{
    bool ascii = ((StrObject *)name)->ascii;
    if ((p->is_text || ascii) && str_is_identifier(name))
        return true;
    if (!p->is_text && !ascii) {
        Object *shown = object_ascii(p->m, name);
        if (shown)
            bad(p, str_len(name) + 1, "bad character in group name %U", shown);
        xdecref(p->m, shown);
        return false;
    }
    return bad(p, str_len(name) + 1, "bad character in group name %R", name);
}

/* The number that a name stands for: 0 unless it is known; an error is set if not. */
static uint32_t find_group(struct re_parser *p, Object *name)
{
    Object *number = dict_get(p->m, p->tree->groupindex, name);
    int overflow;
    if (number)
        return (uint32_t)int_as_i64(number, &overflow);
    if (!error_occurred(p->m))
        bad(p, str_len(name) + 1, "unknown group name %R", name);
    return 0;
}

static bool named_reference(struct re_parser *p, struct re_sequence *s)
{
    Object *name = re_reader_until(p, ')', "group name");
    bool ok = name && check_name(p, name);
    uint32_t group = ok ? find_group(p, name) : 0;
    ok = group;
    if (ok && !re_parse_group_is_closed(p, group))
        ok = bad(p, str_len(name) + 1, "cannot refer to an open group");
    xdecref(p->m, name);
    return ok && re_parse_check_lookbehind(p, group) && re_parse_append_reference(p, s, group);
}

/* A number for a new group; 0 with an exception. */
uint32_t re_parse_open_group(struct re_parser *p, Object *name)
{
    Machine *m = p->m;
    if (p->groups == p->group_room) {
        size_t room = p->group_room ? 2 * p->group_room : 16;
        struct re_group_state *more = heap_realloc(m, p->group, room * sizeof *more);
        if (!more)
            return 0;
        p->group = more;
        p->group_room = room;
    }
    uint32_t group = p->groups++;
    p->group[group].closed = false;
    if (!name)
        return group;
    Object *known = dict_get(m, p->tree->groupindex, name), *number = NULL;
    int overflow;
    if (known)
        bad(p, str_len(name) + 1, "redefinition of group name %R as group %d; was group %d", name,
            (int)group, (int)int_as_i64(known, &overflow));
    else if (!error_occurred(m) && (number = int_from_i64(m, group)))
        dict_set(m, p->tree->groupindex, name, number);
    xdecref(m, number);
    return error_occurred(m) ? 0 : group;
}

static bool close_bracket(struct re_parser *p, ssize_t start)
{
    int closed = re_reader_take(p, ')');
    if (closed == 0)
        bad(p, re_reader_tell(p) - start, "missing ), unterminated subpattern");
    return closed > 0;
}

/* A group's contents and its end. */
static bool group_body(struct re_parser *p, struct re_sequence *s, struct re_item *item,
                       ssize_t start, bool verbose, Object *name, bool captures)
{
    uint32_t group = captures ? re_parse_open_group(p, name) : 0;
    if (captures && !group)
        return false;
    item->body = re_parse_alternatives(p, verbose, false);
    if (!item->body || !close_bracket(p, start))
        return false;
    if (captures)
        p->group[group].closed = true;
    item->code = group;
    return re_tree_append(s, item);
}

static bool comment(struct re_parser *p, ssize_t start)
{
    while (true) {
        if (p->next == RE_NO_CHARACTER)
            return bad(p, re_reader_tell(p) - start, "missing ), unterminated comment");
        bool ends = re_reader_is(p, ')');
        if (!re_reader_advance(p))
            return false;
        if (ends)
            return true;
    }
}

/* (?=, (?!, (?<=, (?<!: what is behind the question mark was taken up to the sign. */
static bool look(struct re_parser *p, struct re_sequence *s, ssize_t start, bool behind,
                 bool negated, bool verbose)
{
    uint32_t before = p->lookbehind_groups;
    if (behind && !before)
        p->lookbehind_groups = p->groups;
    struct re_item *item = re_tree_item(p, RE_LOOK);
    struct re_sequence *body = item ? re_parse_alternatives(p, verbose, false) : NULL;
    p->lookbehind_groups = before;
    if (!body || !close_bracket(p, start))
        return false;
    item->body = body;
    item->behind = behind;
    item->negated = negated;
    if (negated && !body->first)
        item->op = RE_FAIL;
    return re_tree_append(s, item);
}

/* The group of a condition: by number, which may come later, or by name.  0 with an exception. */
static uint32_t condition_group(struct re_parser *p, Object *name)
{
    uint64_t v = 0;
    ssize_t n = str_len(name);
    for (ssize_t i = 0; i < n; i++) {
        if (!ascii_is_digit((int32_t)str_at(name, i)))
            return check_name(p, name) ? find_group(p, name) : 0;
        v = v < RE_MAX_GROUP ? v * 10 + (str_at(name, i) - '0') : v;
    }
    if (v == 0)
        bad(p, n + 1, "bad group number");
    else if (v >= RE_MAX_GROUP)
        bad(p, n + 1, "invalid group reference %U", name);
    else
        return (uint32_t)v;
    return 0;
}

static bool note_late(struct re_parser *p, uint32_t group, ssize_t at)
{
    struct re_late_group *late = re_arena_alloc(p->m, &p->tree->arena, sizeof *late);
    if (!late)
        return false;
    *late = (struct re_late_group){NULL, group, at};
    *p->late_end = late;
    p->late_end = &late->next;
    return true;
}

/* (?(1)yes|no): the second bracket was taken. */
static bool condition(struct re_parser *p, struct re_sequence *s, ssize_t start, bool verbose)
{
    Object *name = re_reader_until(p, ')', "group name");
    uint32_t group = name ? condition_group(p, name) : 0;
    ssize_t at = name ? re_reader_tell(p) - str_len(name) - 1 : 0;
    xdecref(p->m, name);
    struct re_item *item = group ? re_tree_item(p, RE_IF) : NULL;
    if (!item || !re_parse_check_lookbehind(p, group))
        return false;
    item->code = group;
    if (group >= p->groups && !note_late(p, group, at))
        return false;
    if (!(item->body = re_parse_sequence(p, verbose, false)))
        return false;
    int other = re_reader_take(p, '|');
    if (other < 0 || (other && !(item->body->next = re_parse_sequence(p, verbose, false))))
        return false;
    if (other && re_reader_is(p, '|'))
        return bad(p, 0, "conditional backref with more than two branches");
    return close_bracket(p, start) && re_tree_append(s, item);
}

/* ---- flags ----------------------------------------------------------------------------------- */

static int flag_of(const struct re_parser *p, int32_t c)
{
    switch (p->escaped ? RE_NO_CHARACTER : c) {
    case 'i':
        return RE_FLAG_IGNORECASE;
    case 'L':
        return RE_FLAG_LOCALE;
    case 'm':
        return RE_FLAG_MULTILINE;
    case 's':
        return RE_FLAG_DOTALL;
    case 'x':
        return RE_FLAG_VERBOSE;
    case 'a':
        return RE_FLAG_ASCII;
    case 't':
        return p->m->profile->re_has_template ? RE_FLAG_TEMPLATE : 0;
    case 'u':
        return RE_FLAG_UNICODE;
    default:
        return 0;
    }
}

static bool unknown_flag(struct re_parser *p, const char *missing)
{
    if (p->next == RE_NO_CHARACTER)
        return bad(p, 0, "missing %s", missing);
    bool letter = !p->escaped && unicode_is_alpha((uint32_t)p->next);
    return letter ? bad(p, 0, "unknown flag") : bad(p, 0, "missing %s", missing);
}

/* Letters up to one of `stops`, which stays; each must be a flag. */
static bool read_flags(struct re_parser *p, const char *stops, const char *missing, bool adding,
                       int *flags)
{
    do {
        int flag = flag_of(p, p->next);
        if (!flag)
            return unknown_flag(p, missing);
        if (!re_reader_advance(p))
            return false;
        if (!adding && flag & RE_TYPE_FLAGS)
            return bad(p, 0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        if (adding && p->is_text && flag == RE_FLAG_LOCALE)
            return bad(p, 0, "bad inline flags: cannot use 'L' flag with a str pattern");
        if (adding && !p->is_text && flag == RE_FLAG_UNICODE)
            return bad(p, 0, "bad inline flags: cannot use 'u' flag with a bytes pattern");
        *flags |= flag;
        if (adding && flag & RE_TYPE_FLAGS && (*flags & RE_TYPE_FLAGS) != flag)
            return bad(p, 0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
    } while (p->next == RE_NO_CHARACTER || p->escaped || !strchr(stops, p->next) || p->next == 0);
    return true;
}

/* (?i), (?i:, (?-i:, (?i-m: with the letter or minus next.  *global: these were for the whole. */
static bool parse_flags(struct re_parser *p, struct re_item *item, bool *global)
{
    *global = false;
    if (!re_reader_is(p, '-') && !read_flags(p, ")-:", "-, : or )", true, &item->add_flags))
        return false;
    int32_t sign = p->next;
    if (!re_reader_advance(p))
        return false;
    if (sign == ')') {
        p->flags |= item->add_flags;
        *global = true;
        return true;
    }
    if (item->add_flags & (RE_FLAG_DEBUG | RE_FLAG_TEMPLATE))
        return bad(p, 1, "bad inline flags: cannot turn on global flag");
    if (sign == ':')
        return true;
    if (!flag_of(p, p->next))
        return unknown_flag(p, "flag");
    if (!read_flags(p, ":", ":", false, &item->drop_flags) || !re_reader_advance(p))
        return false;
    if (item->drop_flags & (RE_FLAG_DEBUG | RE_FLAG_TEMPLATE))
        return bad(p, 1, "bad inline flags: cannot turn off global flag");
    if (item->add_flags & item->drop_flags)
        return bad(p, 1, "bad inline flags: flag turned on and off");
    return true;
}

static bool flag_group(struct re_parser *p, struct re_sequence *s, ssize_t start, bool *verbose,
                       bool first)
{
    struct re_item *item = re_tree_item(p, RE_GROUP);
    bool global;
    if (!item || !parse_flags(p, item, &global))
        return false;
    if (global) {
        if (!first || s->first)
            return bad(p, re_reader_tell(p) - start,
                       "global flags not at the start of the expression");
        *verbose = p->flags & RE_FLAG_VERBOSE;
        return true;
    }
    bool inner =
        (*verbose || item->add_flags & RE_FLAG_VERBOSE) && !(item->drop_flags & RE_FLAG_VERBOSE);
    return group_body(p, s, item, start, inner, NULL, false);
}

/* ---- what begins with a bracket -------------------------------------------------------------- */

static bool unknown_extension(struct re_parser *p, const char *lead, ssize_t from)
{
    Object *text = str_substring(p->m, p->text, from, re_reader_tell(p));
    if (text)
        bad(p, re_reader_tell(p) - from + (ssize_t)strlen(lead), "unknown extension %s%U", lead,
            text);
    xdecref(p->m, text);
    return false;
}

/* (?P<name>...), (?P=name) */
static bool python_group(struct re_parser *p, struct re_sequence *s, ssize_t start, bool verbose)
{
    int named = re_reader_take(p, '<'), refers = named ? 0 : re_reader_take(p, '=');
    if (named < 0 || refers < 0)
        return false;
    if (refers)
        return named_reference(p, s);
    if (!named) {
        if (p->next == RE_NO_CHARACTER)
            return bad(p, 0, "unexpected end of pattern");
        ssize_t from = re_reader_tell(p);
        return re_reader_advance(p) && unknown_extension(p, "?P", from);
    }
    Object *name = re_reader_until(p, '>', "group name");
    struct re_item *item = name && check_name(p, name) ? re_tree_item(p, RE_GROUP) : NULL;
    bool ok = item && group_body(p, s, item, start, verbose, name, true);
    xdecref(p->m, name);
    return ok;
}

static bool look_behind(struct re_parser *p, struct re_sequence *s, ssize_t start, bool verbose)
{
    if (p->next == RE_NO_CHARACTER)
        return bad(p, 0, "unexpected end of pattern");
    ssize_t from = re_reader_tell(p);
    bool is = re_reader_is(p, '='), is_not = re_reader_is(p, '!');
    if (!re_reader_advance(p))
        return false;
    if (!is && !is_not)
        return unknown_extension(p, "?<", from);
    return look(p, s, start, true, is_not, verbose);
}

/* Behind the question mark. */
static bool parse_extension(struct re_parser *p, struct re_sequence *s, ssize_t start,
                            bool *verbose, bool first)
{
    if (p->next == RE_NO_CHARACTER)
        return bad(p, 0, "unexpected end of pattern");
    ssize_t from = re_reader_tell(p);
    int32_t c = p->escaped ? '\\' : p->next;
    if (c == '-' || flag_of(p, p->next))
        return flag_group(p, s, start, verbose, first);
    if (!re_reader_advance(p))
        return false;
    struct re_item *item;
    switch (c) {
    case 'P':
        return python_group(p, s, start, *verbose);
    case ':':
        return (item = re_tree_item(p, RE_GROUP)) &&
               group_body(p, s, item, start, *verbose, NULL, false);
    case '>':
        return (item = re_tree_item(p, RE_ATOMIC)) &&
               group_body(p, s, item, start, *verbose, NULL, false);
    case '#':
        return comment(p, start);
    case '=':
    case '!':
        return look(p, s, start, false, c == '!', *verbose);
    case '<':
        return look_behind(p, s, start, *verbose);
    case '(':
        return condition(p, s, start, *verbose);
    default:
        return unknown_extension(p, "?", from);
    }
}

/* The bracket was taken. */
bool re_parse_group(struct re_parser *p, struct re_sequence *s, bool *verbose, bool first)
{
    ssize_t start = re_reader_tell(p) - 1;
    if (recursion_enter(p->m, "") < 0)
        return false;
    int extension = re_reader_take(p, '?');
    struct re_item *item;
    bool ok = extension > 0 ? parse_extension(p, s, start, verbose, first)
                            : extension == 0 && (item = re_tree_item(p, RE_GROUP)) &&
                                  group_body(p, s, item, start, *verbose, NULL, true);
    recursion_leave(p->m);
    return ok;
}
