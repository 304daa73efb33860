/* From a tree to a program: Lib/re/_compiler.py does the same for sre's machine. */
#include "re_internal.h"

#include "../objects/unicode.h"

#include <pyviz/base/ascii.h>

#include <string.h>

/* ---- characters ------------------------------------------------------------------------------ */

static uint32_t simple_lower(uint32_t c)
{
    uint32_t out[UNICODE_CASE_MAX];
    if (c == 0x130)
        return 'i';
    return unicode_to_lower(c, out) == 1 ? out[0] : c;
}
static uint32_t simple_upper(uint32_t c)
{
    uint32_t out[UNICODE_CASE_MAX];
    return unicode_to_upper(c, out) == 1 ? out[0] : c;
}

/* sre takes characters for the same if their lower cases have the same upper case. */
uint32_t re_fold(uint32_t c, enum re_fold fold)
{
    if (fold == RE_FOLD_NONE)
        return c;
    if (c < 128)
        return (uint32_t)ascii_to_upper((int)c);
    if (fold == RE_FOLD_ASCII)
        return c;
    /* two of each have the same upper case, of several letters */
    if (c == 0xfb06)
        return 0xfb05;
    if (c == 0x1fd3 || c == 0x1fe3)
        return c == 0x1fd3 ? 0x390 : 0x3b0;
    return simple_upper(simple_lower(c));
}

bool re_in_category(uint32_t c, enum re_category category, bool ascii)
{
    bool in;
    if (ascii && c >= 128) {
        in = false;
    } else if (category == RE_DIGIT || category == RE_NOT_DIGIT) {
        in = unicode_is_decimal(c);
    } else if (category == RE_SPACE || category == RE_NOT_SPACE) {
        in = ascii ? c == ' ' || (c >= 9 && c <= 13) : unicode_is_space(c);
    } else {
        in = c == '_' || unicode_is_alnum(c);
    }
    return in == (category == RE_DIGIT || category == RE_SPACE || category == RE_WORD);
}

/* ---- writing --------------------------------------------------------------------------------- */

struct compiler {
    Machine *m;
    Object *error;
    struct re_program *out;
};

static bool put(struct compiler *c, uint32_t word)
{
    struct re_program *p = c->out;
    if (p->length == p->room) {
        size_t room = p->room ? 2 * p->room : 32;
        uint32_t *more = heap_realloc(c->m, p->code, room * sizeof *more);
        if (!more)
            return false;
        p->code = more;
        p->room = room;
    }
    p->code[p->length++] = word;
    return true;
}

static bool put2(struct compiler *c, uint32_t a, uint32_t b)
{
    return put(c, a) && put(c, b);
}

/* The address at `hole` becomes that of what comes next. */
static void fill(struct compiler *c, size_t hole)
{
    c->out->code[hole] = (uint32_t)c->out->length;
}

static enum re_fold fold_of(int flags)
{
    if (!(flags & RE_FLAG_IGNORECASE))
        return RE_FOLD_NONE;
    return flags & RE_FLAG_UNICODE && !(flags & RE_FLAG_ASCII) ? RE_FOLD_UNICODE : RE_FOLD_ASCII;
}

static bool is_ascii(int flags)
{
    return !(flags & RE_FLAG_UNICODE) || flags & RE_FLAG_ASCII;
}

static int combine_flags(int flags, const struct re_item *item)
{
    if (item->add_flags & RE_TYPE_FLAGS)
        flags &= ~RE_TYPE_FLAGS;
    return (flags | item->add_flags) & ~item->drop_flags;
}

/* ---- sets ------------------------------------------------------------------------------------ */

bool re_range_has(uint32_t c, uint32_t low, uint32_t high, enum re_fold fold)
{
    if (c >= low && c <= high)
        return true;
    if (fold == RE_FOLD_NONE)
        return false;
    uint32_t folded = re_fold(c, fold);
    if (low == high)
        return folded == re_fold(low, fold);
    uint32_t lower =
        fold == RE_FOLD_ASCII ? (uint32_t)ascii_to_lower((int)folded) : simple_lower(folded);
    if ((folded >= low && folded <= high) || (lower >= low && lower <= high))
        return true;
    /* those whose lower case is not the way back: i and s without a dot or long, micro, Kelvin ...
     */
    static const uint32_t others[] = {0x130,  0x131, 0x17f,  0xb5,  0x212a, 0x212b,
                                      0x2126, 0x3c2, 0x1e9b, 0x345, 0x1fbe, 0x3d0};
    for (size_t i = 0; fold == RE_FOLD_UNICODE && i < sizeof others / sizeof *others; i++)
        if (others[i] >= low && others[i] <= high && re_fold(others[i], fold) == folded)
            return true;
    return false;
}

static bool set_has(const struct re_member *first, uint32_t c, enum re_fold fold, bool ascii)
{
    for (const struct re_member *member = first; member; member = member->next)
        if (member->kind == RE_MEMBER_CATEGORY
                ? re_in_category(c, (enum re_category)member->low, ascii)
                : re_range_has(c, member->low, member->high, fold))
            return true;
    return false;
}

/* Members beyond Latin-1 as three words each: kind, low, high; of categories, high: ASCII only. */
static bool put_set(struct compiler *c, const struct re_item *item, int flags)
{
    enum re_fold fold = fold_of(flags);
    bool ascii = is_ascii(flags);
    size_t start = c->out->length;
    if (!put2(c, REI(REI_SET, fold), 0) || !put(c, item->negated))
        return false;
    for (uint32_t word = 0; word < 8; word++) {
        uint32_t bits = 0;
        for (uint32_t bit = 0; bit < 32; bit++)
            if (set_has(item->members, word * 32 + bit, fold, ascii) != item->negated)
                bits |= (uint32_t)1 << bit;
        if (!put(c, bits))
            return false;
    }
    for (const struct re_member *member = item->members; member; member = member->next) {
        bool category = member->kind == RE_MEMBER_CATEGORY;
        if (!put2(c, member->kind, member->low) || !put(c, category ? ascii : member->high))
            return false;
    }
    c->out->code[start + 1] = (uint32_t)(c->out->length - start);
    return true;
}

/* ---- widths ---------------------------------------------------------------------------------- */

struct width {
    uint64_t least, most;
};
static const uint64_t most_width = (uint64_t)1 << 62;

static uint64_t capped(uint64_t n)
{
    return n > most_width ? most_width : n;
}

static uint64_t times(uint64_t width, uint32_t count)
{
    return count == RE_NO_MOST
               ? (width ? most_width : 0)
               : capped(width > most_width / (count + 1ULL) ? most_width : width * count);
}

static struct width sequence_width(const struct re_tree *tree, const struct re_sequence *s);

/* What a group of the tree holds, by its number. */
static const struct re_item *find_group(const struct re_sequence *s, uint32_t group)
{
    for (; s; s = s->next)
        for (const struct re_item *i = s->first; i; i = i->next) {
            if (i->op == RE_GROUP && i->code == group)
                return i;
            const struct re_item *inside = i->body ? find_group(i->body, group) : NULL;
            if (inside)
                return inside;
        }
    return NULL;
}

static struct width alternatives_width(const struct re_tree *tree, const struct re_sequence *first)
{
    struct width all = {UINT64_MAX, 0};
    for (const struct re_sequence *s = first; s; s = s->next) {
        struct width w = sequence_width(tree, s);
        all.least = w.least < all.least ? w.least : all.least;
        all.most = w.most > all.most ? w.most : all.most;
    }
    return all;
}

static struct width item_width(const struct re_tree *tree, const struct re_item *i)
{
    struct width w = {0, 0};
    switch (i->op) {
    case RE_LITERAL:
    case RE_ANY:
    case RE_SET:
        return (struct width){1, 1};
    case RE_BRANCH:
        return alternatives_width(tree, i->body);
    case RE_GROUP:
    case RE_ATOMIC:
        return sequence_width(tree, i->body);
    case RE_REPEAT:
        w = sequence_width(tree, i->body);
        return (struct width){times(w.least, i->least), times(w.most, i->most)};
    case RE_REFERENCE: {
        const struct re_item *group = find_group(tree->root, i->code);
        return group ? sequence_width(tree, group->body) : w;
    }
    case RE_IF:
        w = alternatives_width(tree, i->body);
        if (!i->body->next)
            w.least = 0;
        return w;
    default:
        return w;
    }
}

static struct width sequence_width(const struct re_tree *tree, const struct re_sequence *s)
{
    struct width w = {0, 0};
    for (const struct re_item *i = s->first; i; i = i->next) {
        struct width one = item_width(tree, i);
        w.least = capped(w.least + one.least);
        w.most = capped(w.most + one.most);
    }
    return w;
}

/* ---- items ----------------------------------------------------------------------------------- */

static bool put_sequence(struct compiler *c, const struct re_tree *tree,
                         const struct re_sequence *s, int flags);

static bool is_one_character(const struct re_item *i)
{
    return i->op == RE_LITERAL || i->op == RE_ANY || i->op == RE_SET;
}

static bool put_character(struct compiler *c, const struct re_item *i, int flags)
{
    enum re_fold fold = fold_of(flags);
    if (i->op == RE_ANY)
        return put2(c, REI_ANY, flags & RE_FLAG_DOTALL ? 1 : 0);
    if (i->op == RE_SET)
        return put_set(c, i, flags);
    if (i->code < 'A' || (i->code > 'Z' && i->code < 'a'))
        fold = RE_FOLD_NONE; /* has no case */
    return put2(c, REI(i->negated ? REI_NOT_CHAR : REI_CHAR, fold), re_fold(i->code, fold));
}

/* The item that a repeat's body comes down to, if it is one of one character. */
static const struct re_item *only_character(const struct re_sequence *s, int *flags)
{
    const struct re_item *i = s->first;
    if (!i || i->next)
        return NULL;
    if (i->op == RE_GROUP && i->code == 0) {
        *flags = combine_flags(*flags, i);
        return only_character(i->body, flags);
    }
    return is_one_character(i) ? i : NULL;
}

static bool put_loop(struct compiler *c, const struct re_tree *tree, const struct re_item *i,
                     int flags)
{
    uint32_t slot = c->out->loops++;
    if (!put2(c, REI_LOOP_INIT, slot))
        return false;
    size_t loop = c->out->length;
    if (!put2(c, REI_LOOP, slot) || !put2(c, i->least, i->most) || !put2(c, i->greed == RE_LAZY, 0))
        return false;
    size_t atomic = 0;
    if (i->greed == RE_POSSESSIVE) {
        atomic = c->out->length;
        if (!put2(c, REI_ATOMIC, 0))
            return false;
    }
    if (!put_sequence(c, tree, i->body, flags))
        return false;
    if (atomic) {
        if (!put(c, REI_SUCCEED))
            return false;
        fill(c, atomic + 1);
    }
    if (!put2(c, REI_JUMP, (uint32_t)loop))
        return false;
    fill(c, loop + 5);
    return true;
}

static bool put_repeat(struct compiler *c, const struct re_tree *tree, const struct re_item *i,
                       int flags)
{
    int inner = flags;
    const struct re_item *one = only_character(i->body, &inner);
    if (one) {
        size_t start = c->out->length;
        if (!put(c, REI_ONE) || !put2(c, i->least, i->most) || !put2(c, i->greed, 0) ||
            !put_character(c, one, inner))
            return false;
        fill(c, start + 4);
        return true;
    }
    if (i->greed != RE_POSSESSIVE)
        return put_loop(c, tree, i, flags);
    size_t atomic = c->out->length;
    if (!put2(c, REI_ATOMIC, 0) || !put_loop(c, tree, i, flags) || !put(c, REI_SUCCEED))
        return false;
    fill(c, atomic + 1);
    return true;
}

static bool put_branch(struct compiler *c, const struct re_tree *tree, const struct re_item *i,
                       int flags)
{
    size_t end = 0; /* a chain of jumps to the end, each holding the one before */
    for (const struct re_sequence *s = i->body; s; s = s->next) {
        size_t split = c->out->length;
        if (s->next && !put2(c, REI_SPLIT, 0))
            return false;
        if (!put_sequence(c, tree, s, flags))
            return false;
        if (!s->next)
            break;
        size_t jump = c->out->length;
        if (!put2(c, REI_JUMP, (uint32_t)end))
            return false;
        end = jump + 1;
        fill(c, split + 1);
    }
    while (end) {
        size_t before = c->out->code[end];
        fill(c, end);
        end = before;
    }
    return true;
}

static bool put_group(struct compiler *c, const struct re_tree *tree, const struct re_item *i,
                      int flags)
{
    uint32_t slot = 2 * (i->code - 1);
    if (i->code && !put2(c, REI_MARK, slot))
        return false;
    if (!put_sequence(c, tree, i->body, combine_flags(flags, i)))
        return false;
    return !i->code || put2(c, REI_MARK, slot + 1);
}

static bool put_look(struct compiler *c, const struct re_tree *tree, const struct re_item *i,
                     int flags)
{
    uint32_t width = 0;
    if (i->behind) {
        struct width w = sequence_width(tree, i->body);
        if (w.least != w.most)
            return re_raise(c->m, c->error,
                            str_from_ascii(c->m, "look-behind requires fixed-width pattern"), NULL,
                            -1);
        if (w.least >= UINT32_MAX) {
            re_raise(c->m, c->error, str_from_ascii(c->m, "looks too much behind"), NULL, -1);
            return false;
        }
        width = (uint32_t)w.least;
    }
    size_t start = c->out->length;
    if (!put2(c, REI_LOOK, i->negated) || !put2(c, width, 0) ||
        !put_sequence(c, tree, i->body, flags) || !put(c, REI_SUCCEED))
        return false;
    fill(c, start + 3);
    return true;
}

static bool put_condition(struct compiler *c, const struct re_tree *tree, const struct re_item *i,
                          int flags)
{
    size_t start = c->out->length;
    if (!put2(c, REI_IF, i->code) || !put(c, 0) || !put_sequence(c, tree, i->body, flags))
        return false;
    if (!i->body->next) {
        fill(c, start + 2);
        return true;
    }
    size_t jump = c->out->length;
    if (!put2(c, REI_JUMP, 0))
        return false;
    fill(c, start + 2);
    if (!put_sequence(c, tree, i->body->next, flags))
        return false;
    fill(c, jump + 1);
    return true;
}

static bool put_place(struct compiler *c, const struct re_item *i, int flags)
{
    uint32_t place = i->code;
    if (flags & RE_FLAG_MULTILINE && place == RE_BEGINNING)
        place = RE_BEGINNING_LINE;
    if (flags & RE_FLAG_MULTILINE && place == RE_END)
        place = RE_END_LINE;
    return put2(c, REI_AT, place) && put(c, is_ascii(flags));
}

static bool put_item(struct compiler *c, const struct re_tree *tree, const struct re_item *i,
                     int flags)
{
    switch (i->op) {
    case RE_LITERAL:
    case RE_ANY:
    case RE_SET:
        return put_character(c, i, flags);
    case RE_AT:
        return put_place(c, i, flags);
    case RE_BRANCH:
        return put_branch(c, tree, i, flags);
    case RE_GROUP:
        return put_group(c, tree, i, flags);
    case RE_REPEAT:
        return put_repeat(c, tree, i, flags);
    case RE_REFERENCE:
        return put2(c, REI(REI_REFERENCE, fold_of(flags)), i->code - 1);
    case RE_LOOK:
        return put_look(c, tree, i, flags);
    case RE_IF:
        return put_condition(c, tree, i, flags);
    case RE_ATOMIC: {
        size_t start = c->out->length;
        if (!put2(c, REI_ATOMIC, 0) || !put_sequence(c, tree, i->body, flags) ||
            !put(c, REI_SUCCEED))
            return false;
        fill(c, start + 1);
        return true;
    }
    default:
        return put(c, REI_FAIL);
    }
}

static bool put_sequence(struct compiler *c, const struct re_tree *tree,
                         const struct re_sequence *s, int flags)
{
    for (const struct re_item *i = s->first; i; i = i->next)
        if (!put_item(c, tree, i, flags))
            return false;
    return true;
}

bool re_compile(Machine *m, const struct re_tree *tree, Object *error, struct re_program *program)
{
    *program = (struct re_program){.groups = tree->groups};
    struct compiler c = {m, error, program};
    return put_sequence(&c, tree, tree->root, tree->flags) && put(&c, REI_MATCH);
}
