/* From the text of a regular expression to a tree: Lib/re/_parser.py, whose messages and positions
 * these are. */
#include "re_parse.h"

#include "../exceptions.h"

#include <pyviz/base/ascii.h>
#include <pyviz/machine/dict.h>

#include <string.h>

/* ---- escapes --------------------------------------------------------------------------------- */

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

static bool bad_escape(struct re_parser *p, const char *what, ssize_t start)
{
    ssize_t n = re_reader_tell(p) - start;
    Object *text = str_substring(p->m, p->text, start, start + n);
    if (text)
        bad(p, n, "%s %U", what, text);
    xdecref(p->m, text);
    return false;
}

/* Digits behind \x, \u, \U: all of `count`, or an error. */
static bool hex_escape(struct re_parser *p, ssize_t start, int count, uint32_t *c)
{
    uint64_t v = 0;
    int n = 0;
    while (n < count && !p->escaped && ascii_is_hex(p->next)) {
        v = v * 16 + (uint64_t)ascii_digit_value(p->next);
        n++;
        if (!re_reader_advance(p))
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

static bool octal_too_large(struct re_parser *p, ssize_t start)
{
    ssize_t n = re_reader_tell(p) - start;
    Object *text = str_substring(p->m, p->text, start, start + n);
    if (text)
        bad(p, n, "octal escape value %U outside of range 0-0o377", text);
    xdecref(p->m, text);
    return false;
}

/* Up to so many more octal digits.  false with an exception. */
static bool octal_digits(struct re_parser *p, int count, uint32_t *c)
{
    for (; count > 0 && !p->escaped && ascii_is_octal(p->next); count--) {
        *c = *c * 8 + (uint32_t)(p->next - '0');
        if (!re_reader_advance(p))
            return false;
    }
    return true;
}

/* \xhh, \uhhhh, \Uhhhhhhhh and \N{...}: 1 if it was one (with *c), 0 if not, -1. */
static int number_escape(struct re_parser *p, int32_t letter, ssize_t start, uint32_t *c)
{
    int digits = letter == 'x'                 ? 2
                 : letter == 'u' && p->is_text ? 4
                 : letter == 'U' && p->is_text ? 8
                                               : 0;
    if (digits)
        return hex_escape(p, start, digits, c) ? 1 : -1;
    if (letter != 'N' || !p->is_text)
        return 0;
    if (!re_reader_is(p, '{'))
        bad(p, 0, "missing {");
    else
        error_not_simulated(p->m, "a character by its name in a regular expression");
    return -1;
}

/* The rest: a character that stands for itself, but no ASCII letter. */
static bool other_escape(struct re_parser *p, int32_t letter, ssize_t start, uint32_t *c)
{
    if (ascii_is_letter(letter) || ascii_is_digit(letter))
        return bad_escape(p, "bad escape", start);
    *c = (uint32_t)letter;
    return true;
}

/* An escape in a set, whose letter was taken: a category, or a character. */
bool re_parse_set_escape(struct re_parser *p, int32_t letter, ssize_t start, int *category,
                         uint32_t *c)
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
    if (ascii_is_octal(letter)) {
        *c = (uint32_t)(letter - '0');
        if (!octal_digits(p, 2, c))
            return false;
        return *c <= 0377 || octal_too_large(p, start);
    }
    return other_escape(p, letter, start, c);
}

bool re_parse_group_is_closed(const struct re_parser *p, uint32_t group)
{
    return group < p->groups && p->group[group].closed;
}

/* Inside a lookbehind a group may only be referred to if it stood before. */
bool re_parse_check_lookbehind(struct re_parser *p, uint32_t group)
{
    if (!p->lookbehind_groups)
        return true;
    if (!re_parse_group_is_closed(p, group))
        return bad(p, 0, "cannot refer to an open group");
    if (group >= p->lookbehind_groups)
        return bad(p, 0, "cannot refer to group defined in the same lookbehind subpattern");
    return true;
}

bool re_parse_append_reference(struct re_parser *p, struct re_sequence *s, uint32_t group)
{
    struct re_item *i = re_tree_item(p, RE_REFERENCE);
    if (i)
        i->code = group;
    return re_tree_append(s, i);
}

/* \1 to \99: a group, unless three octal digits make it a character. */
static bool digit_escape(struct re_parser *p, struct re_sequence *s, int32_t first, ssize_t start)
{
    uint32_t group = (uint32_t)(first - '0');
    if (!p->escaped && ascii_is_digit(p->next)) {
        int32_t second = p->next;
        group = group * 10 + (uint32_t)(second - '0');
        if (!re_reader_advance(p))
            return false;
        if (ascii_is_octal(first) && ascii_is_octal(second) && !p->escaped &&
            ascii_is_octal(p->next)) {
            uint32_t c = (uint32_t)((first - '0') * 64 + (second - '0') * 8 + (p->next - '0'));
            if (!re_reader_advance(p))
                return false;
            return c > 0377 ? octal_too_large(p, start) : re_tree_append_literal(p, s, c);
        }
    }
    ssize_t n = re_reader_tell(p) - start;
    if (group >= p->groups)
        return bad(p, n - 1, "invalid group reference %d", (int)group);
    if (!re_parse_group_is_closed(p, group))
        return bad(p, n, "cannot refer to an open group");
    return re_parse_check_lookbehind(p, group) && re_parse_append_reference(p, s, group);
}

static bool append_place(struct re_parser *p, struct re_sequence *s, enum re_place place)
{
    struct re_item *i = re_tree_item(p, RE_AT);
    if (i)
        i->code = place;
    return re_tree_append(s, i);
}

static bool parse_escape(struct re_parser *p, struct re_sequence *s)
{
    static const char places[] = "AbBZ";
    static const enum re_place place[] = {RE_BEGINNING_STRING, RE_BOUNDARY, RE_NON_BOUNDARY,
                                          RE_END_STRING};
    ssize_t start = re_reader_tell(p);
    int32_t letter = p->next;
    if (!re_reader_advance(p))
        return false;
    const char *at = letter > 0 && letter < 128 ? strchr(places, letter) : NULL;
    if (at)
        return append_place(p, s, place[at - places]);
    int category = category_of(letter);
    if (category >= 0) {
        struct re_item *i = re_tree_item(p, RE_SET);
        return i && (i->members = re_tree_member(p, RE_MEMBER_CATEGORY, (uint32_t)category, 0)) &&
               re_tree_append(s, i);
    }
    int32_t simple = simple_escape(letter);
    if (simple >= 0)
        return re_tree_append_literal(p, s, (uint32_t)simple);
    uint32_t c = 0;
    int number = number_escape(p, letter, start, &c);
    if (number)
        return number > 0 && re_tree_append_literal(p, s, c);
    if (letter == '0')
        return octal_digits(p, 2, &c) && re_tree_append_literal(p, s, c);
    if (ascii_is_digit(letter))
        return digit_escape(p, s, letter, start);
    return other_escape(p, letter, start, &c) && re_tree_append_literal(p, s, c);
}

/* ---- repeats --------------------------------------------------------------------------------- */

static bool read_count(struct re_parser *p, uint32_t *count, bool *given)
{
    uint64_t v = 0;
    while (!p->escaped && ascii_is_digit(p->next)) {
        *given = true;
        v = v < RE_NO_MOST ? v * 10 + (uint64_t)(p->next - '0') : v;
        if (!re_reader_advance(p))
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
static int read_braces(struct re_parser *p, ssize_t here, uint32_t *least, uint32_t *most)
{
    bool low = false, high = false;
    uint32_t n = RE_NO_MOST;
    *least = 0;
    if (re_reader_is(p, '}'))
        return 0;
    int comma = 0;
    if (!read_count(p, least, &low) || (comma = re_reader_take(p, ',')) < 0 ||
        (comma && !read_count(p, &n, &high)))
        return -1;
    if (!comma && low)
        n = *least;
    int closed = re_reader_take(p, '}');
    if (closed < 0)
        return -1;
    if (!closed)
        return re_reader_seek(p, here) ? 0 : -1;
    *most = n;
    if (high && n < *least) {
        bad(p, re_reader_tell(p) - here, "min repeat greater than max repeat");
        return -1;
    }
    return 1;
}

/* The sign was taken; before is what stands in front of it. */
static bool parse_repeat(struct re_parser *p, struct re_sequence *s, int32_t sign)
{
    ssize_t here = re_reader_tell(p);
    uint32_t least = sign == '+', most = sign == '?' ? 1 : RE_NO_MOST;
    if (sign == '{') {
        int braces = read_braces(p, here, &least, &most);
        if (braces <= 0)
            return braces == 0 && re_tree_append_literal(p, s, '{');
    }
    struct re_item *item = s->last;
    if (!item || item->op == RE_AT)
        return bad(p, re_reader_tell(p) - here + 1, "nothing to repeat");
    if (item->op == RE_REPEAT)
        return bad(p, re_reader_tell(p) - here + 1, "multiple repeat");
    struct re_item *inner = re_tree_item(p, item->op);
    struct re_sequence *body = re_tree_sequence(p);
    if (!inner || !body)
        return false;
    *inner = *item;
    inner->next = NULL;
    re_tree_append(body, inner);
    *item = (struct re_item){.op = RE_REPEAT, .body = body, .least = least, .most = most};
    int lazy = re_reader_take(p, '?'), possessive = lazy ? 0 : re_reader_take(p, '+');
    item->greed = lazy > 0 ? RE_LAZY : possessive > 0 ? RE_POSSESSIVE : RE_GREEDY;
    return lazy >= 0 && possessive >= 0;
}

/* ---- sequences ------------------------------------------------------------------------------- */

static bool skip_comment(struct re_parser *p)
{
    while (p->next != RE_NO_CHARACTER) {
        bool ends = p->next == '\n' && !p->escaped;
        if (!re_reader_advance(p))
            return false;
        if (ends)
            break;
    }
    return true;
}

static bool parse_item(struct re_parser *p, struct re_sequence *s, bool *verbose, bool first)
{
    if (p->escaped)
        return parse_escape(p, s);
    int32_t c = p->next;
    if (!re_reader_advance(p))
        return false;
    if (*verbose && c < 128 && c && strchr(" \t\n\r\v\f", c))
        return true;
    if (*verbose && c == '#')
        return skip_comment(p);
    struct re_item *item;
    switch (c) {
    case '[':
        return re_parse_set(p, s);
    case '*':
    case '+':
    case '?':
    case '{':
        return parse_repeat(p, s, c);
    case '.':
        item = re_tree_item(p, RE_ANY);
        return re_tree_append(s, item);
    case '(':
        return re_parse_group(p, s, verbose, first);
    case '^':
        return append_place(p, s, RE_BEGINNING);
    case '$':
        return append_place(p, s, RE_END);
    default:
        return re_tree_append_literal(p, s, (uint32_t)c);
    }
}

struct re_sequence *re_parse_sequence(struct re_parser *p, bool verbose, bool first)
{
    struct re_sequence *s = re_tree_sequence(p);
    while (s && p->next != RE_NO_CHARACTER && !re_reader_is(p, '|') && !re_reader_is(p, ')'))
        if (!parse_item(p, s, &verbose, first))
            return NULL;
    return s;
}

/* a|b|c: as one sequence, of one item if there is more than one alternative. */
struct re_sequence *re_parse_alternatives(struct re_parser *p, bool verbose, bool outermost)
{
    struct re_sequence *first = re_parse_sequence(p, verbose, outermost), *last = first;
    while (last && re_reader_is(p, '|')) {
        if (!re_reader_advance(p))
            return NULL;
        if (outermost)
            verbose = p->flags & RE_FLAG_VERBOSE;
        last->next = re_parse_sequence(p, verbose, false);
        last = last->next;
    }
    if (!last || first == last)
        return last ? first : NULL;
    struct re_sequence *whole = re_tree_sequence(p);
    struct re_item *branch = whole ? re_tree_item(p, RE_BRANCH) : NULL;
    if (!branch)
        return NULL;
    branch->body = first;
    re_tree_append(whole, branch);
    return whole;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool fix_flags(struct re_parser *p)
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

static bool parse_whole(struct re_parser *p)
{
    p->late_end = &p->late;
    re_parse_open_group(p, NULL);
    if (error_occurred(p->m) || !re_reader_advance(p))
        return false;
    struct re_sequence *root = re_parse_alternatives(p, p->flags & RE_FLAG_VERBOSE, true);
    if (!root || !fix_flags(p))
        return false;
    if (p->next != RE_NO_CHARACTER)
        return bad(p, 0, "unbalanced parenthesis");
    for (const struct re_late_group *late = p->late; late; late = late->next)
        if (late->group >= p->groups)
            return re_reader_bad(p, late->at,
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
    struct re_parser p = {
        .m = m,
        .source = pattern,
        .error = error,
        .tree = tree,
        .is_text = is_str(pattern),
        .flags = flags,
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
