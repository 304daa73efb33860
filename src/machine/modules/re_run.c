/* The machine that matches: a program counter, a position, and a stack of what to try next or to
 * put back.
 *
 * A choice says where to go on if the present way fails; an undo puts back a mark or a counter that
 * was overwritten since.  To fail is to pop undos up to the topmost choice and to take that.  So a
 * mark always holds what it would had the ways that failed never been tried.
 *
 * What looks around, or is atomic, runs as a match of its own, on the same stack above a base: once
 * it has succeeded its choices are dropped, and its undos stay. */
#include "re_internal.h"

#include <string.h>

enum choice_kind {
    CHOICE,      /* go on at pc, at position a */
    CHOICE_UNDO, /* slot[pc] = a */
    CHOICE_LESS, /* a greedy ONE ended at b: try one less, down to a; pc is behind it */
    CHOICE_MORE, /* a lazy ONE at pc ended at a after b: try one more */
    CHOICE_AGAIN /* a lazy LOOP at pc: once more from position a */
};
struct re_choice {
    enum choice_kind kind;
    uint32_t pc;
    ssize_t a, b;
};
enum { FIRST_ROOM = 64, BACKTRACKS_PER_EVENT = 1 << 14 };

/* ---- the stack ------------------------------------------------------------------------------- */

static bool push(Machine *m, struct re_run *r, enum choice_kind kind, uint32_t pc, ssize_t a,
                 ssize_t b)
{
    if (r->choices == r->room) {
        size_t room = r->room ? 2 * r->room : FIRST_ROOM;
        struct re_choice *more = heap_realloc(m, r->choice, room * sizeof *more);
        if (!more)
            return false;
        r->choice = more;
        r->room = room;
    }
    r->choice[r->choices++] = (struct re_choice){kind, pc, a, b};
    return true;
}

/* Where nothing could be taken back there is nothing to remember. */
static bool set_slot(Machine *m, struct re_run *r, uint32_t slot, ssize_t value)
{
    if (r->choices && !push(m, r, CHOICE_UNDO, slot, r->slot[slot], 0))
        return false;
    r->slot[slot] = value;
    return true;
}

/* Undoes everything above base. */
static void unwind(struct re_run *r, size_t base)
{
    while (r->choices > base) {
        const struct re_choice *c = &r->choice[--r->choices];
        if (c->kind == CHOICE_UNDO)
            r->slot[c->pc] = c->a;
    }
}

/* Drops the choices above base; the undos stay. */
static void commit(struct re_run *r, size_t base)
{
    size_t kept = base;
    for (size_t i = base; i < r->choices; i++)
        if (r->choice[i].kind == CHOICE_UNDO)
            r->choice[kept++] = r->choice[i];
    r->choices = kept;
}

/* ---- tests ----------------------------------------------------------------------------------- */

static bool set_has_wide(const uint32_t *op, uint32_t c)
{
    for (const uint32_t *member = op + 11; member < op + op[1]; member += 3)
        if (member[0] == RE_MEMBER_CATEGORY
                ? re_in_category(c, (enum re_category)member[1], member[2])
                : re_range_has(c, member[1], member[2], REI_FOLD(op[0])))
            return !op[2];
    return op[2];
}

/* Does a one-character instruction take c? */
static inline bool takes(const uint32_t *op, uint32_t c)
{
    switch (REI_OP(op[0])) {
    case REI_CHAR:
        return re_fold(c, REI_FOLD(op[0])) == op[1];
    case REI_NOT_CHAR:
        return re_fold(c, REI_FOLD(op[0])) != op[1];
    case REI_ANY:
        return op[1] || c != '\n';
    default:
        return c < 256 ? op[3 + c / 32] >> c % 32 & 1 : set_has_wide(op, c);
    }
}

static bool is_word_at(const struct re_run *r, ssize_t i, bool ascii)
{
    return i >= 0 && i < r->end && re_in_category(re_text_at(&r->text, i), RE_WORD, ascii);
}

static bool is_at(const struct re_run *r, const uint32_t *op, ssize_t i)
{
    bool boundary;
    switch (op[1]) {
    case RE_BEGINNING:
    case RE_BEGINNING_STRING:
        return i == 0;
    case RE_BEGINNING_LINE:
        return i == 0 || re_text_at(&r->text, i - 1) == '\n';
    case RE_END:
        return i == r->end || (i + 1 == r->end && re_text_at(&r->text, i) == '\n');
    case RE_END_LINE:
        return i == r->end || re_text_at(&r->text, i) == '\n';
    case RE_END_STRING:
        return i == r->end;
    default:
        if (r->end == 0)
            return false;
        boundary = is_word_at(r, i - 1, op[2]) != is_word_at(r, i, op[2]);
        return boundary == (op[1] == RE_BOUNDARY);
    }
}

/* The length of what the group took, if it stands at i again; -1 if not. */
static ssize_t repeats_group(const struct re_run *r, const uint32_t *op, ssize_t i)
{
    ssize_t from = r->slot[2 * op[1]], to = r->slot[2 * op[1] + 1];
    if (from < 0 || to < from || to - from > r->end - i)
        return -1;
    for (ssize_t k = 0; k < to - from; k++)
        if (re_fold(re_text_at(&r->text, from + k), REI_FOLD(op[0])) !=
            re_fold(re_text_at(&r->text, i + k), REI_FOLD(op[0])))
            return -1;
    return to - from;
}

/* ---- repeats of one character ---------------------------------------------------------------- */

/* How many characters from i on, at most `most`, the instruction takes. */
static ssize_t count_taken(const struct re_run *r, const uint32_t *op, ssize_t i, uint32_t most)
{
    ssize_t stop = r->end, from = i;
    if (most != RE_NO_MOST && stop - i > (ssize_t)most)
        stop = i + (ssize_t)most;
    if (REI_OP(op[0]) == REI_ANY && op[1])
        return stop - i;
    while (i < stop && takes(op, re_text_at(&r->text, i)))
        i++;
    return i - from;
}

/* Where a greedy repeat may end, from `at` down: where what follows can begin.  -1: nowhere. */
static ssize_t possible_end(const struct re_run *r, const uint32_t *next, ssize_t least, ssize_t at)
{
    if (REI_OP(next[0]) != REI_CHAR)
        return at;
    while (at >= least && (at >= r->end || !takes(next, re_text_at(&r->text, at))))
        at--;
    return at >= least ? at : -1;
}

/* ---- the loop -------------------------------------------------------------------------------- */

static int run(Machine *m, struct re_run *r, uint32_t pc, ssize_t i);

/* A match of its own at i.  1 and the undos stay, or 0 and all is as before; -1. */
static int run_inner(Machine *m, struct re_run *r, uint32_t pc, ssize_t i)
{
    size_t base = r->choices;
    /* a choice below, so that marks are noted even at the bottom of the stack */
    if (!push(m, r, CHOICE_UNDO, 0, r->slots ? r->slot[0] : 0, 0))
        return -1;
    int found = run(m, r, pc, i);
    if (found > 0)
        commit(r, base);
    else
        unwind(r, base);
    return found;
}

static int look(Machine *m, struct re_run *r, const uint32_t *op, uint32_t pc, ssize_t i)
{
    ssize_t width = op[2];
    if (i < width)
        return op[1];
    size_t base = r->choices;
    int found = run_inner(m, r, pc + 4, i - width);
    if (found < 0 || !op[1])
        return found;
    if (found)
        unwind(r, base);
    return !found;
}

/* The slot of a loop's counter; the next one has the position of its last round. */
static uint32_t counter_slot(const struct re_run *r, uint32_t loop)
{
    return (uint32_t)re_last_group_slot(r->program) + 1 + 2 * loop;
}

/* Takes a choice that has been popped: the new pc and position.  1; 0 if it leads nowhere. */
static int take_less(struct re_run *r, struct re_choice *c, uint32_t *pc, ssize_t *i)
{
    *i = possible_end(r, r->program->code + c->pc, c->a, c->b - 1);
    if (*i < c->a)
        return 0;
    *pc = c->pc;
    c->b = *i;
    if (*i > c->a)
        r->choices++; /* there is still less */
    return 1;
}

static int take_more(struct re_run *r, struct re_choice *c, uint32_t *pc, ssize_t *i)
{
    const uint32_t *one = r->program->code + c->pc;
    if (c->a >= r->end || !takes(one + 5, re_text_at(&r->text, c->a)))
        return 0;
    c->a++;
    c->b++;
    *i = c->a;
    *pc = one[4];
    if (one[2] == RE_NO_MOST || c->b < (ssize_t)one[2])
        r->choices++; /* there may be still more */
    return 1;
}

/* 1, 0 or -1. */
static int take_again(Machine *m, struct re_run *r, const struct re_choice *c, uint32_t *pc,
                      ssize_t *i)
{
    const uint32_t *op = r->program->code + c->pc;
    uint32_t slot = counter_slot(r, op[1]), behind = c->pc + 6;
    ssize_t at = c->a, count = r->slot[slot] + 1;
    if ((op[3] != RE_NO_MOST && count >= (ssize_t)op[3]) || r->slot[slot + 1] == at)
        return 0;
    if (!set_slot(m, r, slot, count) || !set_slot(m, r, slot + 1, at))
        return -1;
    *pc = behind;
    *i = at;
    return 1;
}

static int take(Machine *m, struct re_run *r, struct re_choice *c, uint32_t *pc, ssize_t *i)
{
    switch (c->kind) {
    case CHOICE_UNDO:
        r->slot[c->pc] = c->a;
        return 0;
    case CHOICE:
        *pc = c->pc;
        *i = c->a;
        return 1;
    case CHOICE_LESS:
        return take_less(r, c, pc, i);
    case CHOICE_MORE:
        return take_more(r, c, pc, i);
    case CHOICE_AGAIN:
        return take_again(m, r, c, pc, i);
    }
    return 0;
}

/* Takes the topmost choice that leads anywhere: the new pc and position.  1; 0 if there is none
 * above base; -1. */
static int retry(Machine *m, struct re_run *r, size_t base, uint32_t *pc, ssize_t *i)
{
    int taken = 0;
    if (++r->backtracks % BACKTRACKS_PER_EVENT == 0)
        EMIT(m, RE_BACKTRACK, r->subject, r->backtracks, r->start);
    while (taken == 0 && r->choices > base) {
        r->choices--;
        taken = take(m, r, &r->choice[r->choices], pc, i);
    }
    return taken;
}

/* The instruction LOOP at *pc: once more, or on.  false: an exception. */
static bool loop(Machine *m, struct re_run *r, uint32_t *pc, ssize_t i)
{
    const uint32_t *op = r->program->code + *pc;
    uint32_t slot = counter_slot(r, op[1]);
    ssize_t count = r->slot[slot] + 1;
    if (count < (ssize_t)op[2]) {
        *pc += 6;
        return set_slot(m, r, slot, count);
    }
    if (op[4]) {
        uint32_t at = *pc;
        *pc = op[5];
        return push(m, r, CHOICE_AGAIN, at, i, 0);
    }
    if ((op[3] == RE_NO_MOST || count < (ssize_t)op[3]) && r->slot[slot + 1] != i) {
        if (!push(m, r, CHOICE, op[5], i, 0) || !set_slot(m, r, slot, count) ||
            !set_slot(m, r, slot + 1, i))
            return false;
        *pc += 6;
        return true;
    }
    *pc = op[5];
    return true;
}

/* The instruction ONE at *pc.  1, 0 (failed), -1. */
static int one(Machine *m, struct re_run *r, uint32_t *pc, ssize_t *i)
{
    const uint32_t *op = r->program->code + *pc;
    ssize_t least = op[1], from = *i;
    if (op[3] == RE_LAZY) {
        if (r->end - from < least || count_taken(r, op + 5, from, op[1]) < least)
            return 0;
        *i = from + least;
        if (op[2] > op[1] && !push(m, r, CHOICE_MORE, *pc, *i, least))
            return -1;
        *pc = op[4];
        return 1;
    }
    ssize_t n = count_taken(r, op + 5, from, op[2]);
    if (n < least)
        return 0;
    *i = from + n;
    if (op[3] == RE_GREEDY) {
        ssize_t end = possible_end(r, r->program->code + op[4], from + least, *i);
        if (end < 0)
            return 0;
        *i = end;
        if (end > from + least && !push(m, r, CHOICE_LESS, op[4], from + least, end))
            return -1;
    }
    *pc = op[4];
    return 1;
}

static bool mark(Machine *m, struct re_run *r, uint32_t slot, ssize_t i)
{
    if (!set_slot(m, r, slot, i))
        return false;
    return slot % 2 == 0 || set_slot(m, r, (uint32_t)re_last_group_slot(r->program), slot / 2 + 1);
}

/* One character, taken by one of the first four instructions. */
static int character(const struct re_run *r, const uint32_t *op, uint32_t *pc, ssize_t *i)
{
    if (*i >= r->end || !takes(op, re_text_at(&r->text, *i)))
        return 0;
    *i += 1;
    *pc += REI_OP(op[0]) == REI_SET ? op[1] : 2;
    return 1;
}

static int reference(const struct re_run *r, const uint32_t *op, uint32_t *pc, ssize_t *i)
{
    ssize_t n = repeats_group(r, op, *i);
    *i += n;
    *pc += 2;
    return n >= 0;
}

static bool has_matched(const struct re_run *r, uint32_t group)
{
    ssize_t n = 2 * ((ssize_t)group - 1);
    return r->slot[n] >= 0 && r->slot[n + 1] >= r->slot[n];
}

static bool begin_loop(Machine *m, struct re_run *r, uint32_t loop)
{
    uint32_t slot = counter_slot(r, loop);
    return set_slot(m, r, slot, -1) && set_slot(m, r, slot + 1, -1);
}

static bool is_refused(const struct re_run *r, ssize_t i)
{
    return (r->whole && i != r->end) || (r->must_advance && i == r->start);
}

enum { MATCHED = 2 };

/* The instruction at *pc.  1: on; 0: this way fails; -1: an exception; MATCHED. */
static inline int step(Machine *m, struct re_run *r, uint32_t *pc, ssize_t *i)
{
    const uint32_t *op = r->program->code + *pc;
    uint32_t at = *pc;
    int status;
    switch (REI_OP(op[0])) {
    case REI_CHAR:
    case REI_NOT_CHAR:
    case REI_ANY:
    case REI_SET:
        return character(r, op, pc, i);
    case REI_MATCH:
        return is_refused(r, *i) ? 0 : MATCHED;
    case REI_SUCCEED:
        return MATCHED;
    case REI_FAIL:
        return 0;
    case REI_AT:
        *pc += 3;
        return is_at(r, op, *i);
    case REI_SPLIT:
        *pc += 2;
        return push(m, r, CHOICE, op[1], *i, 0) ? 1 : -1;
    case REI_JUMP:
        *pc = op[1];
        return 1;
    case REI_MARK:
        *pc += 2;
        return mark(m, r, op[1], *i) ? 1 : -1;
    case REI_REFERENCE:
        return reference(r, op, pc, i);
    case REI_IF:
        *pc = has_matched(r, op[1]) ? at + 3 : op[2];
        return 1;
    case REI_LOOK:
        *pc = op[3];
        return look(m, r, op, at, *i);
    case REI_ATOMIC:
        *pc = op[1];
        status = run_inner(m, r, at + 2, *i);
        *i = r->position;
        return status;
    case REI_LOOP_INIT:
        *pc += 2;
        return begin_loop(m, r, op[1]) ? 1 : -1;
    case REI_LOOP:
        return loop(m, r, pc, *i) ? 1 : -1;
    case REI_ONE:
        return one(m, r, pc, i);
    }
    return 0;
}

/* From pc and position i.  1 with r->position, 0, or -1. */
static int run(Machine *m, struct re_run *r, uint32_t pc, ssize_t i)
{
    size_t base = r->choices;
    int status = 1;
    while (status == 1) {
        status = step(m, r, &pc, &i);
        if (status == 0)
            status = retry(m, r, base, &pc, &i);
    }
    if (status != MATCHED)
        return status;
    r->position = i;
    return 1;
}

/* ---- from outside ---------------------------------------------------------------------------- */

bool re_run_init(Machine *m, struct re_run *r, const struct re_program *program, Object *subject)
{
    *r = (struct re_run){.program = program, .subject = subject};
    if (is_str(subject)) {
        const StrObject *s = (StrObject *)subject;
        r->text = (struct re_text){s->data, s->kind, s->length};
    } else if (is_bytes(subject)) {
        const BytesObject *b = (BytesObject *)subject;
        r->text = (struct re_text){b->data, 1, b->size};
    } else {
        MemoryLoan loan;
        if (!re_borrow(m, subject, &loan))
            return false;
        r->text = (struct re_text){loan.data, 1, loan.len};
    }
    r->end = r->text.length;
    r->slots = re_last_group_slot(program) + 1 + 2 * program->loops;
    r->slot = heap_alloc(m, r->slots * sizeof *r->slot);
    if (r->slot)
        re_hold(m, subject, 1);
    return r->slot;
}

void re_run_free(Machine *m, struct re_run *r)
{
    if (r->slot)
        re_hold(m, r->subject, -1);
    heap_free(m, r->slot);
    heap_free(m, r->choice);
    r->slot = NULL;
    r->choice = NULL;
}

int re_run_match(Machine *m, struct re_run *r)
{
    for (size_t i = 0; i < r->slots; i++)
        r->slot[i] = -1;
    r->choices = 0;
    if (r->start > r->end)
        return 0;
    return run(m, r, 0, r->start);
}

int re_run_search(Machine *m, struct re_run *r)
{
    const uint32_t *first = r->program->code;
    while (REI_OP(first[0]) == REI_MARK)
        first += 2;
    bool character = REI_OP(first[0]) <= REI_SET;
    for (; r->start <= r->end; r->start++) {
        if (character) {
            while (r->start < r->end && !takes(first, re_text_at(&r->text, r->start)))
                r->start++, r->must_advance = false;
            if (r->start == r->end)
                return 0;
        }
        int found = re_run_match(m, r);
        if (found)
            return found;
        r->must_advance = false;
    }
    return 0;
}
