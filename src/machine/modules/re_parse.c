/* From the text of a regular expression to a tree: Lib/re/_parser.py, whose messages and positions
 * these are. */
#include "re_internal.h"

#include "../exceptions.h"
#include "../frame.h"
#include "../objects/unicode.h"
#include "../warnings.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/tuple.h>

#include <stdio.h>
#include <string.h>

/* ---- memory ------------------------------------------------------------------------------------ */

enum { ARENA_BLOCK = 4096 };

void *re_arena_alloc(Machine *m, struct re_arena *a, size_t size)
{
    size = (size + 15) & ~(size_t)15;
    if (!a->block || a->used + size > ARENA_BLOCK) {
        char *block = heap_alloc(m, ARENA_BLOCK);
        if (!block)
            return NULL;
        *(void **)(void *)block = a->block;
        a->block = block;
        a->used = 16;
    }
    void *p = (char *)a->block + a->used;
    a->used += size;
    return p;
}

void re_arena_free(Machine *m, struct re_arena *a)
{
    while (a->block) {
        void *before = *(void **)a->block;
        heap_free(m, a->block);
        a->block = before;
    }
}

void re_tree_free(Machine *m, struct re_tree *tree)
{
    re_arena_free(m, &tree->arena);
    clear_ref(m, tree->groupindex);
}

/* ---- the reader -------------------------------------------------------------------------------- */

enum { END = -1 };

/* What is known of a group. */
struct group {
    bool closed;
};

struct late {
    struct late *next;
    uint32_t group;
    ssize_t at; /* where it was named */
};

struct parser {
    Machine *m;
    Object *source; /* the pattern as given */
    Object *text;   /* as a str: bytes read as Latin-1 */
    Object *error;
    struct re_tree *tree;
    bool is_text;
    ssize_t index;  /* behind the next token */
    int32_t next;   /* its last character, or END */
    bool escaped;   /* a backslash stands before it */
    int flags;
    uint32_t groups;           /* opened so far, the whole counted */
    struct group *group;       /* an array of the region */
    size_t group_room;
    struct late *late, **late_end; /* groups that a condition named before they existed */
    uint32_t lookbehind_groups; /* inside a lookbehind: how many groups there were before; else 0 */
};

void *re_raise(Machine *m, Object *error, Object *message, Object *pattern, ssize_t at)
{
    Object *args[] = {message, pattern, at >= 0 ? int_from_i64(m, at) : NULL}, *e = NULL;
    if (message && (at < 0 || args[2]))
        e = object_vectorcall(m, error, args, at < 0 ? 1 : 3, NULL);
    xdecref(m, message);
    xdecref(m, args[2]);
    return e ? error_raise(m, e) : NULL;
}

static ssize_t tell(const struct parser *p)
{
    return p->index - (p->next == END ? 0 : 1 + p->escaped);
}

/* Raises re.error; `before`: how far before the next token the mistake is.  false. */
#define bad(p, before, ...) bad_at((p), tell(p) - (before), str_printf((p)->m, __VA_ARGS__))
static bool bad_at(struct parser *p, ssize_t at, Object *message)
{
    Machine *m = p->m;
    if (message && !p->is_text) {
        Object *plain = object_ascii(m, message); /* quoted: without its quotes it is what is wanted */
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
static bool advance(struct parser *p)
{
    p->escaped = false;
    if (p->index >= str_len(p->text)) {
        p->next = END;
        return true;
    }
    p->next = (int32_t)str_at(p->text, p->index++);
    if (p->next != '\\')
        return true;
    if (p->index >= str_len(p->text))
        return bad_at(p, str_len(p->text) - 1,
                      str_from_ascii(p->m, "bad escape (end of pattern)"));
    p->escaped = true;
    p->next = (int32_t)str_at(p->text, p->index++);
    return true;
}

static bool is_next(const struct parser *p, int32_t c)
{
    return p->next == c && !p->escaped;
}

/* Takes the next token if it is this character.  1, 0, or -1 with an exception. */
static int take(struct parser *p, int32_t c)
{
    if (!is_next(p, c))
        return 0;
    return advance(p) ? 1 : -1;
}

static bool seek(struct parser *p, ssize_t index)
{
    p->index = index;
    return advance(p);
}

static bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}
static bool is_octal(int32_t c)
{
    return c >= '0' && c <= '7';
}
static bool is_hex(int32_t c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
static bool is_letter(int32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The text up to the terminator, which is taken too.  NULL with an exception. */
static Object *until(struct parser *p, int32_t terminator, const char *what)
{
    ssize_t start = tell(p), n;
    while (true) {
        bool plain = !p->escaped;
        int32_t c = p->next;
        n = tell(p) - start;
        if (c == END) {
            if (n == 0)
                bad(p, 0, "missing %s", what);
            else
                bad(p, n, "missing %c, unterminated name", (int)terminator);
            return NULL;
        }
        if (!advance(p))
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

/* ---- the tree ---------------------------------------------------------------------------------- */

static struct re_item *item_new(struct parser *p, enum re_op op)
{
    struct re_item *i = re_arena_alloc(p->m, &p->tree->arena, sizeof *i);
    if (i)
        i->op = op;
    return i;
}

static struct re_sequence *sequence_new(struct parser *p)
{
    return re_arena_alloc(p->m, &p->tree->arena, sizeof(struct re_sequence));
}

static bool append(struct re_sequence *s, struct re_item *item)
{
    if (!item)
        return false;
    if (s->last)
        s->last->next = item;
    else
        s->first = item;
    s->last = item;
    return true;
}

static bool append_literal(struct parser *p, struct re_sequence *s, uint32_t c)
{
    struct re_item *i = item_new(p, RE_LITERAL);
    if (i)
        i->code = c;
    return append(s, i);
}

static struct re_member *member_new(struct parser *p, enum re_member_kind kind, uint32_t low,
                                    uint32_t high)
{
    struct re_member *member = re_arena_alloc(p->m, &p->tree->arena, sizeof *member);
    if (member) {
        member->kind = kind;
        member->low = low;
        member->high = high;
    }
    return member;
}

/* ---- escapes ----------------------------------------------------------------------------------- */

static int32_t simple_escape(int32_t c)
{
    static const char escapes[] = "a\ab\bf\fn\nr\rt\tv\v\\\\";
    for (const char *e = escapes; *e; e += 2)
        if (*e == c)
            return e[1];
    return -1;
}

static int category_of(int32_t c)
{
    static const char letters[] = "dDsSwW";
    const char *at = c > 0 && c < 128 ? strchr(letters, c) : NULL;
    return at ? (int)(at - letters) : -1;
}

static bool bad_escape(struct parser *p, const char *what, ssize_t start)
{
    ssize_t n = tell(p) - start;
    Object *text = str_substring(p->m, p->text, start, start + n);
    if (text)
        bad(p, n, "%s %U", what, text);
    xdecref(p->m, text);
    return false;
}

/* Digits behind \x, \u, \U: all of `count`, or an error. */
static bool hex_escape(struct parser *p, ssize_t start, int count, uint32_t *c)
{
    uint64_t v = 0;
    int n = 0;
    while (n < count && !p->escaped && is_hex(p->next)) {
        v = v * 16 + (uint64_t)(is_digit(p->next) ? p->next - '0' : (p->next | 32) - 'a' + 10);
        n++;
        if (!advance(p))
            return false;
    }
    if (n != count)
        return bad_escape(p, "incomplete escape", start);
    if (v > INT32_MAX && !p->m->profile->chr_clips) {
        error_set(p->m, EXC_OverflowError, "Python int too large to convert to C int");
        return false;
    }
    if (v > 0x10ffff)
        return bad_escape(p, "bad escape", start);
    *c = (uint32_t)v;
    return true;
}

static bool octal_too_large(struct parser *p, ssize_t start)
{
    ssize_t n = tell(p) - start;
    Object *text = str_substring(p->m, p->text, start, start + n);
    if (text)
        bad(p, n, "octal escape value %U outside of range 0-0o377", text);
    xdecref(p->m, text);
    return false;
}

/* Up to so many more octal digits.  false with an exception. */
static bool octal_digits(struct parser *p, int count, uint32_t *c)
{
    for (; count > 0 && !p->escaped && is_octal(p->next); count--) {
        *c = *c * 8 + (uint32_t)(p->next - '0');
        if (!advance(p))
            return false;
    }
    return true;
}

/* \xhh, \uhhhh, \Uhhhhhhhh and \N{...}: 1 if it was one (with *c), 0 if not, -1. */
static int number_escape(struct parser *p, int32_t letter, ssize_t start, uint32_t *c)
{
    int digits = letter == 'x' ? 2 : letter == 'u' && p->is_text ? 4 : letter == 'U' && p->is_text ? 8 : 0;
    if (digits)
        return hex_escape(p, start, digits, c) ? 1 : -1;
    if (letter != 'N' || !p->is_text)
        return 0;
    if (!is_next(p, '{'))
        bad(p, 0, "missing {");
    else
        error_not_simulated(p->m, "a character by its name in a regular expression");
    return -1;
}

/* The rest: a character that stands for itself, but no ASCII letter. */
static bool other_escape(struct parser *p, int32_t letter, ssize_t start, uint32_t *c)
{
    if (is_letter(letter) || is_digit(letter))
        return bad_escape(p, "bad escape", start);
    *c = (uint32_t)letter;
    return true;
}

/* An escape in a set, whose letter was taken: a category, or a character. */
static bool set_escape(struct parser *p, int32_t letter, ssize_t start, int *category, uint32_t *c)
{
    *category = category_of(letter);
    int32_t simple = simple_escape(letter);
    if (simple >= 0) {
        *c = (uint32_t)simple;
        return true;
    }
    if (*category >= 0)
        return true;
    int number = number_escape(p, letter, start, c);
    if (number)
        return number > 0;
    if (is_octal(letter)) {
        *c = (uint32_t)(letter - '0');
        if (!octal_digits(p, 2, c))
            return false;
        return *c <= 0377 || octal_too_large(p, start);
    }
    return other_escape(p, letter, start, c);
}

static bool group_is_closed(const struct parser *p, uint32_t group)
{
    return group < p->groups && p->group[group].closed;
}

/* Inside a lookbehind a group may only be referred to if it stood before. */
static bool check_lookbehind(struct parser *p, uint32_t group)
{
    if (!p->lookbehind_groups)
        return true;
    if (!group_is_closed(p, group))
        return bad(p, 0, "cannot refer to an open group");
    if (group >= p->lookbehind_groups)
        return bad(p, 0, "cannot refer to group defined in the same lookbehind subpattern");
    return true;
}

static bool append_reference(struct parser *p, struct re_sequence *s, uint32_t group)
{
    struct re_item *i = item_new(p, RE_REFERENCE);
    if (i)
        i->code = group;
    return append(s, i);
}

/* \1 to \99: a group, unless three octal digits make it a character. */
static bool digit_escape(struct parser *p, struct re_sequence *s, int32_t first, ssize_t start)
{
    uint32_t group = (uint32_t)(first - '0');
    if (!p->escaped && is_digit(p->next)) {
        int32_t second = p->next;
        group = group * 10 + (uint32_t)(second - '0');
        if (!advance(p))
            return false;
        if (is_octal(first) && is_octal(second) && !p->escaped && is_octal(p->next)) {
            uint32_t c = (uint32_t)((first - '0') * 64 + (second - '0') * 8 + (p->next - '0'));
            if (!advance(p))
                return false;
            return c > 0377 ? octal_too_large(p, start) : append_literal(p, s, c);
        }
    }
    ssize_t n = tell(p) - start;
    if (group >= p->groups)
        return bad(p, n - 1, "invalid group reference %d", (int)group);
    if (!group_is_closed(p, group))
        return bad(p, n, "cannot refer to an open group");
    return check_lookbehind(p, group) && append_reference(p, s, group);
}

static bool append_place(struct parser *p, struct re_sequence *s, enum re_place place)
{
    struct re_item *i = item_new(p, RE_AT);
    if (i)
        i->code = place;
    return append(s, i);
}

static bool parse_escape(struct parser *p, struct re_sequence *s)
{
    static const char places[] = "AbBZ";
    static const enum re_place place[] = {RE_BEGINNING_STRING, RE_BOUNDARY, RE_NON_BOUNDARY,
                                          RE_END_STRING};
    ssize_t start = tell(p);
    int32_t letter = p->next;
    if (!advance(p))
        return false;
    const char *at = letter > 0 && letter < 128 ? strchr(places, letter) : NULL;
    if (at)
        return append_place(p, s, place[at - places]);
    int category = category_of(letter);
    if (category >= 0) {
        struct re_item *i = item_new(p, RE_SET);
        return i && (i->members = member_new(p, RE_MEMBER_CATEGORY, (uint32_t)category, 0)) && append(s, i);
    }
    int32_t simple = simple_escape(letter);
    if (simple >= 0)
        return append_literal(p, s, (uint32_t)simple);
    uint32_t c = 0;
    int number = number_escape(p, letter, start, &c);
    if (number)
        return number > 0 && append_literal(p, s, c);
    if (letter == '0')
        return octal_digits(p, 2, &c) && append_literal(p, s, c);
    if (is_digit(letter))
        return digit_escape(p, s, letter, start);
    return other_escape(p, letter, start, &c) && append_literal(p, s, c);
}

/* ---- sets -------------------------------------------------------------------------------------- */

struct set {
    struct re_member *first, **last;
    ssize_t start; /* of the bracket */
};

static bool set_add(struct parser *p, struct set *set, int category, uint32_t low, uint32_t high)
{
    struct re_member *member = category >= 0
                                   ? member_new(p, RE_MEMBER_CATEGORY, (uint32_t)category, 0)
                                   : member_new(p, RE_MEMBER_RANGE, low, high);
    if (!member)
        return false;
    *set->last = member;
    set->last = &member->next;
    return true;
}

/* FutureWarning: what may come to mean an operation on sets.  false with an exception. */
static bool warn_set(struct parser *p, const char *what, ssize_t at)
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
static bool check_set_operator(struct parser *p)
{
    static const struct {
        char sign;
        const char *what;
    } operators[] = {{'-', "set difference"}, {'&', "set intersection"},
                     {'~', "set symmetric difference"}, {'|', "set union"}};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (is_next(p, operators[i].sign) && p->index < str_len(p->text) &&
            str_at(p->text, p->index) == (uint32_t)operators[i].sign)
            return warn_set(p, operators[i].what, tell(p));
    return true;
}

/* One end of a range, or all there is: the token that comes next. */
static bool set_token(struct parser *p, const struct set *set, int *category, uint32_t *c)
{
    *category = -1;
    if (p->next == END)
        return bad(p, tell(p) - set->start, "unterminated character set");
    ssize_t start = tell(p);
    int32_t letter = p->next;
    bool escaped = p->escaped;
    if (!advance(p))
        return false;
    if (escaped)
        return set_escape(p, letter, start, category, c);
    *c = (uint32_t)letter;
    return true;
}

/* What may be a range, from `start`; its first end was read. */
static bool set_range(struct parser *p, struct set *set, ssize_t start, int category, uint32_t low,
                      bool *ended)
{
    int other;
    uint32_t high;
    if (p->next == END)
        return bad(p, tell(p) - set->start, "unterminated character set");
    if (is_next(p, ']')) {
        *ended = true;
        return advance(p) && set_add(p, set, category, low, low) && set_add(p, set, -1, '-', '-');
    }
    if (is_next(p, '-') && !warn_set(p, "set difference", tell(p) - 1))
        return false;
    if (!set_token(p, set, &other, &high))
        return false;
    if (category >= 0 || other >= 0 || high < low) {
        ssize_t n = tell(p) - start;
        Object *text = str_substring(p->m, p->text, start, start + n);
        if (text)
            bad(p, n, "bad character range %U", text);
        xdecref(p->m, text);
        return false;
    }
    return set_add(p, set, -1, low, high);
}

/* The bracket was taken. */
static bool parse_set(struct parser *p, struct re_sequence *s)
{
    struct set set = {.start = tell(p) - 1};
    set.last = &set.first;
    if (is_next(p, '[') && !warn_set(p, "nested set", tell(p)))
        return false;
    int negated = take(p, '^');
    bool ended = false;
    if (negated < 0)
        return false;
    while (!ended) {
        if (set.first && is_next(p, ']')) {
            if (!advance(p))
                return false;
            break;
        }
        if (set.first && !check_set_operator(p))
            return false;
        ssize_t start = tell(p);
        int category, dash;
        uint32_t c = 0;
        if (!set_token(p, &set, &category, &c) || (dash = take(p, '-')) < 0)
            return false;
        if (dash ? !set_range(p, &set, start, category, c, &ended)
                 : !set_add(p, &set, category, c, c))
            return false;
    }
    struct re_member *only = set.first;
    bool literal = !only->next && only->kind == RE_MEMBER_RANGE && only->low == only->high;
    struct re_item *i = item_new(p, literal ? RE_LITERAL : RE_SET);
    if (i) {
        i->negated = negated;
        i->members = literal ? NULL : only;
        i->code = only->low;
    }
    return append(s, i);
}

/* ---- repeats ----------------------------------------------------------------------------------- */

static bool read_count(struct parser *p, uint32_t *count, bool *given)
{
    uint64_t v = 0;
    while (!p->escaped && is_digit(p->next)) {
        *given = true;
        v = v < RE_NO_MOST ? v * 10 + (uint64_t)(p->next - '0') : v;
        if (!advance(p))
            return false;
    }
    if (v >= RE_NO_MOST) {
        error_set(p->m, EXC_OverflowError, "the repetition number is too large");
        return false;
    }
    if (*given)
        *count = (uint32_t)v;
    return true;
}

/* {m,n}, whose brace was taken.  1; 0 if the brace is only a brace; -1. */
static int read_braces(struct parser *p, ssize_t here, uint32_t *least, uint32_t *most)
{
    bool low = false, high = false;
    uint32_t n = RE_NO_MOST;
    *least = 0;
    if (is_next(p, '}'))
        return 0;
    int comma = 0;
    if (!read_count(p, least, &low) || (comma = take(p, ',')) < 0 ||
        (comma && !read_count(p, &n, &high)))
        return -1;
    if (!comma && low)
        n = *least;
    int closed = take(p, '}');
    if (closed < 0)
        return -1;
    if (!closed)
        return seek(p, here) ? 0 : -1;
    *most = n;
    if (high && n < *least) {
        bad(p, tell(p) - here, "min repeat greater than max repeat");
        return -1;
    }
    return 1;
}

/* The sign was taken; before is what stands in front of it. */
static bool parse_repeat(struct parser *p, struct re_sequence *s, int32_t sign)
{
    ssize_t here = tell(p);
    uint32_t least = sign == '+', most = sign == '?' ? 1 : RE_NO_MOST;
    if (sign == '{') {
        int braces = read_braces(p, here, &least, &most);
        if (braces <= 0)
            return braces == 0 && append_literal(p, s, '{');
    }
    struct re_item *item = s->last;
    if (!item || item->op == RE_AT)
        return bad(p, tell(p) - here + 1, "nothing to repeat");
    if (item->op == RE_REPEAT)
        return bad(p, tell(p) - here + 1, "multiple repeat");
    struct re_item *inner = item_new(p, item->op);
    struct re_sequence *body = sequence_new(p);
    if (!inner || !body)
        return false;
    *inner = *item;
    inner->next = NULL;
    append(body, inner);
    *item = (struct re_item){.op = RE_REPEAT, .body = body, .least = least, .most = most};
    int lazy = take(p, '?'), possessive = lazy ? 0 : take(p, '+');
    item->greed = lazy > 0 ? RE_LAZY : possessive > 0 ? RE_POSSESSIVE : RE_GREEDY;
    return lazy >= 0 && possessive >= 0;
}

/* ---- groups ------------------------------------------------------------------------------------ */

static struct re_sequence *parse_alternatives(struct parser *p, bool verbose, bool outermost);
static struct re_sequence *parse_sequence(struct parser *p, bool verbose, bool first);

/* An identifier, or an error that points at it. */
static bool check_name(struct parser *p, Object *name)
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
static uint32_t find_group(struct parser *p, Object *name)
{
    Object *number = dict_get(p->m, p->tree->groupindex, name);
    int overflow;
    if (number)
        return (uint32_t)int_as_i64(number, &overflow);
    if (!error_occurred(p->m))
        bad(p, str_len(name) + 1, "unknown group name %R", name);
    return 0;
}

static bool named_reference(struct parser *p, struct re_sequence *s)
{
    Object *name = until(p, ')', "group name");
    bool ok = name && check_name(p, name);
    uint32_t group = ok ? find_group(p, name) : 0;
    ok = group;
    if (ok && !group_is_closed(p, group))
        ok = bad(p, str_len(name) + 1, "cannot refer to an open group");
    xdecref(p->m, name);
    return ok && check_lookbehind(p, group) && append_reference(p, s, group);
}

/* A number for a new group; 0 with an exception. */
static uint32_t open_group(struct parser *p, Object *name)
{
    Machine *m = p->m;
    if (p->groups == p->group_room) {
        size_t room = p->group_room ? 2 * p->group_room : 16;
        struct group *more = heap_realloc(m, p->group, room * sizeof *more);
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

static bool close_bracket(struct parser *p, ssize_t start)
{
    int closed = take(p, ')');
    if (closed == 0)
        bad(p, tell(p) - start, "missing ), unterminated subpattern");
    return closed > 0;
}

/* A group's contents and its end. */
static bool group_body(struct parser *p, struct re_sequence *s, struct re_item *item, ssize_t start,
                       bool verbose, Object *name, bool captures)
{
    uint32_t group = captures ? open_group(p, name) : 0;
    if (captures && !group)
        return false;
    item->body = parse_alternatives(p, verbose, false);
    if (!item->body || !close_bracket(p, start))
        return false;
    if (captures)
        p->group[group].closed = true;
    item->code = group;
    return append(s, item);
}

static bool comment(struct parser *p, ssize_t start)
{
    while (true) {
        if (p->next == END)
            return bad(p, tell(p) - start, "missing ), unterminated comment");
        bool ends = is_next(p, ')');
        if (!advance(p))
            return false;
        if (ends)
            return true;
    }
}

/* (?=, (?!, (?<=, (?<!: what is behind the question mark was taken up to the sign. */
static bool look(struct parser *p, struct re_sequence *s, ssize_t start, bool behind, bool negated,
                 bool verbose)
{
    uint32_t before = p->lookbehind_groups;
    if (behind && !before)
        p->lookbehind_groups = p->groups;
    struct re_item *item = item_new(p, RE_LOOK);
    struct re_sequence *body = item ? parse_alternatives(p, verbose, false) : NULL;
    p->lookbehind_groups = before;
    if (!body || !close_bracket(p, start))
        return false;
    item->body = body;
    item->behind = behind;
    item->negated = negated;
    if (negated && !body->first)
        item->op = RE_FAIL;
    return append(s, item);
}

/* The group of a condition: by number, which may come later, or by name.  0 with an exception. */
static uint32_t condition_group(struct parser *p, Object *name)
{
    uint64_t v = 0;
    ssize_t n = str_len(name);
    for (ssize_t i = 0; i < n; i++) {
        if (!is_digit((int32_t)str_at(name, i)))
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

static bool note_late(struct parser *p, uint32_t group, ssize_t at)
{
    struct late *late = re_arena_alloc(p->m, &p->tree->arena, sizeof *late);
    if (!late)
        return false;
    *late = (struct late){NULL, group, at};
    *p->late_end = late;
    p->late_end = &late->next;
    return true;
}

/* (?(1)yes|no): the second bracket was taken. */
static bool condition(struct parser *p, struct re_sequence *s, ssize_t start, bool verbose)
{
    Object *name = until(p, ')', "group name");
    uint32_t group = name ? condition_group(p, name) : 0;
    ssize_t at = name ? tell(p) - str_len(name) - 1 : 0;
    xdecref(p->m, name);
    struct re_item *item = group ? item_new(p, RE_IF) : NULL;
    if (!item || !check_lookbehind(p, group))
        return false;
    item->code = group;
    if (group >= p->groups && !note_late(p, group, at))
        return false;
    if (!(item->body = parse_sequence(p, verbose, false)))
        return false;
    int other = take(p, '|');
    if (other < 0 || (other && !(item->body->next = parse_sequence(p, verbose, false))))
        return false;
    if (other && is_next(p, '|'))
        return bad(p, 0, "conditional backref with more than two branches");
    return close_bracket(p, start) && append(s, item);
}

/* ---- flags ------------------------------------------------------------------------------------- */

static int flag_of(const struct parser *p, int32_t c)
{
    switch (p->escaped ? END : c) {
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

static bool unknown_flag(struct parser *p, const char *missing)
{
    if (p->next == END)
        return bad(p, 0, "missing %s", missing);
    bool letter = !p->escaped && unicode_is_alpha((uint32_t)p->next);
    return letter ? bad(p, 0, "unknown flag") : bad(p, 0, "missing %s", missing);
}

/* Letters up to one of `stops`, which stays; each must be a flag. */
static bool read_flags(struct parser *p, const char *stops, const char *missing, bool adding, int *flags)
{
    do {
        int flag = flag_of(p, p->next);
        if (!flag)
            return unknown_flag(p, missing);
        if (!advance(p))
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
    } while (p->next == END || p->escaped || !strchr(stops, p->next) || p->next == 0);
    return true;
}

/* (?i), (?i:, (?-i:, (?i-m: with the letter or minus next.  *global: these were for the whole. */
static bool parse_flags(struct parser *p, struct re_item *item, bool *global)
{
    *global = false;
    if (!is_next(p, '-') && !read_flags(p, ")-:", "-, : or )", true, &item->add_flags))
        return false;
    int32_t sign = p->next;
    if (!advance(p))
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
    if (!read_flags(p, ":", ":", false, &item->drop_flags) || !advance(p))
        return false;
    if (item->drop_flags & (RE_FLAG_DEBUG | RE_FLAG_TEMPLATE))
        return bad(p, 1, "bad inline flags: cannot turn off global flag");
    if (item->add_flags & item->drop_flags)
        return bad(p, 1, "bad inline flags: flag turned on and off");
    return true;
}

static bool flag_group(struct parser *p, struct re_sequence *s, ssize_t start, bool *verbose, bool first)
{
    struct re_item *item = item_new(p, RE_GROUP);
    bool global;
    if (!item || !parse_flags(p, item, &global))
        return false;
    if (global) {
        if (!first || s->first)
            return bad(p, tell(p) - start, "global flags not at the start of the expression");
        *verbose = p->flags & RE_FLAG_VERBOSE;
        return true;
    }
    bool inner = (*verbose || item->add_flags & RE_FLAG_VERBOSE) && !(item->drop_flags & RE_FLAG_VERBOSE);
    return group_body(p, s, item, start, inner, NULL, false);
}

/* ---- what begins with a bracket ---------------------------------------------------------------- */

static bool unknown_extension(struct parser *p, const char *lead, ssize_t from)
{
    Object *text = str_substring(p->m, p->text, from, tell(p));
    if (text)
        bad(p, tell(p) - from + (ssize_t)strlen(lead), "unknown extension %s%U", lead, text);
    xdecref(p->m, text);
    return false;
}

/* (?P<name>...), (?P=name) */
static bool python_group(struct parser *p, struct re_sequence *s, ssize_t start, bool verbose)
{
    int named = take(p, '<'), refers = named ? 0 : take(p, '=');
    if (named < 0 || refers < 0)
        return false;
    if (refers)
        return named_reference(p, s);
    if (!named) {
        if (p->next == END)
            return bad(p, 0, "unexpected end of pattern");
        ssize_t from = tell(p);
        return advance(p) && unknown_extension(p, "?P", from);
    }
    Object *name = until(p, '>', "group name");
    struct re_item *item = name && check_name(p, name) ? item_new(p, RE_GROUP) : NULL;
    bool ok = item && group_body(p, s, item, start, verbose, name, true);
    xdecref(p->m, name);
    return ok;
}

static bool look_behind(struct parser *p, struct re_sequence *s, ssize_t start, bool verbose)
{
    if (p->next == END)
        return bad(p, 0, "unexpected end of pattern");
    ssize_t from = tell(p);
    bool is = is_next(p, '='), is_not = is_next(p, '!');
    if (!advance(p))
        return false;
    if (!is && !is_not)
        return unknown_extension(p, "?<", from);
    return look(p, s, start, true, is_not, verbose);
}

/* Behind the question mark. */
static bool parse_extension(struct parser *p, struct re_sequence *s, ssize_t start, bool *verbose,
                            bool first)
{
    if (p->next == END)
        return bad(p, 0, "unexpected end of pattern");
    ssize_t from = tell(p);
    int32_t c = p->escaped ? '\\' : p->next;
    if (c == '-' || flag_of(p, p->next))
        return flag_group(p, s, start, verbose, first);
    if (!advance(p))
        return false;
    struct re_item *item;
    switch (c) {
    case 'P':
        return python_group(p, s, start, *verbose);
    case ':':
        return (item = item_new(p, RE_GROUP)) && group_body(p, s, item, start, *verbose, NULL, false);
    case '>':
        return (item = item_new(p, RE_ATOMIC)) && group_body(p, s, item, start, *verbose, NULL, false);
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
static bool parse_group(struct parser *p, struct re_sequence *s, bool *verbose, bool first)
{
    ssize_t start = tell(p) - 1;
    if (recursion_enter(p->m, "") < 0)
        return false;
    int extension = take(p, '?');
    struct re_item *item;
    bool ok = extension > 0 ? parse_extension(p, s, start, verbose, first)
                            : extension == 0 && (item = item_new(p, RE_GROUP)) &&
                                  group_body(p, s, item, start, *verbose, NULL, true);
    recursion_leave(p->m);
    return ok;
}

/* ---- sequences --------------------------------------------------------------------------------- */

static bool skip_comment(struct parser *p)
{
    while (p->next != END) {
        bool ends = p->next == '\n' && !p->escaped;
        if (!advance(p))
            return false;
        if (ends)
            break;
    }
    return true;
}

static bool parse_item(struct parser *p, struct re_sequence *s, bool *verbose, bool first)
{
    if (p->escaped)
        return parse_escape(p, s);
    int32_t c = p->next;
    if (!advance(p))
        return false;
    if (*verbose && c < 128 && c && strchr(" \t\n\r\v\f", c))
        return true;
    if (*verbose && c == '#')
        return skip_comment(p);
    struct re_item *item;
    switch (c) {
    case '[':
        return parse_set(p, s);
    case '*':
    case '+':
    case '?':
    case '{':
        return parse_repeat(p, s, c);
    case '.':
        item = item_new(p, RE_ANY);
        return append(s, item);
    case '(':
        return parse_group(p, s, verbose, first);
    case '^':
        return append_place(p, s, RE_BEGINNING);
    case '$':
        return append_place(p, s, RE_END);
    default:
        return append_literal(p, s, (uint32_t)c);
    }
}

static struct re_sequence *parse_sequence(struct parser *p, bool verbose, bool first)
{
    struct re_sequence *s = sequence_new(p);
    while (s && p->next != END && !is_next(p, '|') && !is_next(p, ')'))
        if (!parse_item(p, s, &verbose, first))
            return NULL;
    return s;
}

/* a|b|c: as one sequence, of one item if there is more than one alternative. */
static struct re_sequence *parse_alternatives(struct parser *p, bool verbose, bool outermost)
{
    struct re_sequence *first = parse_sequence(p, verbose, outermost), *last = first;
    while (last && is_next(p, '|')) {
        if (!advance(p))
            return NULL;
        if (outermost)
            verbose = p->flags & RE_FLAG_VERBOSE;
        last->next = parse_sequence(p, verbose, false);
        last = last->next;
    }
    if (!last || first == last)
        return last ? first : NULL;
    struct re_sequence *whole = sequence_new(p);
    struct re_item *branch = whole ? item_new(p, RE_BRANCH) : NULL;
    if (!branch)
        return NULL;
    branch->body = first;
    append(whole, branch);
    return whole;
}

/* ---- the whole --------------------------------------------------------------------------------- */

static bool fix_flags(struct parser *p)
{
    const char *wrong = NULL;
    if (p->is_text && p->flags & RE_FLAG_LOCALE)
        wrong = "cannot use LOCALE flag with a str pattern";
    else if (p->is_text && p->flags & RE_FLAG_ASCII && p->flags & RE_FLAG_UNICODE)
        wrong = "ASCII and UNICODE flags are incompatible";
    else if (!p->is_text && p->flags & RE_FLAG_UNICODE)
        wrong = "cannot use UNICODE flag with a bytes pattern";
    else if (!p->is_text && p->flags & RE_FLAG_LOCALE && p->flags & RE_FLAG_ASCII)
        wrong = "ASCII and LOCALE flags are incompatible";
    if (wrong)
        error_set(p->m, EXC_ValueError, "%s", wrong);
    else if (p->is_text && !(p->flags & RE_FLAG_ASCII))
        p->flags |= RE_FLAG_UNICODE;
    return !wrong;
}

static bool parse_whole(struct parser *p)
{
    p->late_end = &p->late;
    open_group(p, NULL);
    if (error_occurred(p->m) || !advance(p))
        return false;
    struct re_sequence *root = parse_alternatives(p, p->flags & RE_FLAG_VERBOSE, true);
    if (!root || !fix_flags(p))
        return false;
    if (p->next != END)
        return bad(p, 0, "unbalanced parenthesis");
    for (const struct late *late = p->late; late; late = late->next)
        if (late->group >= p->groups)
            return bad_at(p, late->at,
                          str_printf(p->m, "invalid group reference %d", (int)late->group));
    p->tree->root = root;
    p->tree->flags = p->flags;
    p->tree->groups = p->groups - 1;
    return true;
}

bool re_parse(Machine *m, Object *pattern, int flags, Object *error, struct re_tree *tree)
{
    *tree = (struct re_tree){.groupindex = dict_new(m)};
    if (!tree->groupindex)
        return false;
    tree->groupindex->flags |= OBJECT_QUIET;
    const BytesObject *b = (BytesObject *)pattern;
    struct parser p = {
        .m = m, .source = pattern, .error = error, .tree = tree, .is_text = is_str(pattern), .flags = flags,
    };
    StrWriter latin1 = {0};
    if (p.is_text)
        p.text = newref(pattern);
    else if (str_writer_latin1(m, &latin1, b->data, (size_t)b->size) == 0)
        p.text = str_writer_finish(m, &latin1);
    bool ok = p.text && parse_whole(&p);
    xdecref(m, p.text);
    heap_free(m, p.group);
    return ok;
}
