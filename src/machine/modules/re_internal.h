/* Regular expressions: Modules/_sre, Lib/re.
 *
 * A pattern's text becomes a tree (re_parse.c), the tree a program for a backtracking machine
 * (re_compile.c), and the program is run on a text (re_run.c).  Which matches are found, and in
 * what order, is sre's; the program is not.
 *
 * Nothing here emits while host memory is held: the tree, the program and the stack of choices lie
 * in the machine's region. */
#ifndef PYVIZ_MACHINE_MODULES_RE_INTERNAL_H
#define PYVIZ_MACHINE_MODULES_RE_INTERNAL_H

#include "builtins.h"

#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/str.h>

enum re_flag {
    RE_FLAG_TEMPLATE = 1,
    RE_FLAG_IGNORECASE = 2,
    RE_FLAG_LOCALE = 4,
    RE_FLAG_MULTILINE = 8,
    RE_FLAG_DOTALL = 16,
    RE_FLAG_UNICODE = 32,
    RE_FLAG_VERBOSE = 64,
    RE_FLAG_DEBUG = 128,
    RE_FLAG_ASCII = 256,
    RE_TYPE_FLAGS = RE_FLAG_ASCII | RE_FLAG_LOCALE | RE_FLAG_UNICODE,
};
#define RE_NO_MOST   UINT32_MAX /* a repeat without an upper bound */
#define RE_MAX_GROUP (INT32_MAX / 2)

/* ---- the tree -------------------------------------------------------------------------------- */

enum re_op {
    RE_LITERAL,
    RE_ANY,
    RE_SET,
    RE_AT,
    RE_BRANCH,
    RE_GROUP,
    RE_REPEAT,
    RE_REFERENCE,
    RE_LOOK,
    RE_IF,
    RE_ATOMIC,
    RE_FAIL
};
enum re_place {
    RE_BEGINNING,
    RE_BEGINNING_STRING,
    RE_BOUNDARY,
    RE_NON_BOUNDARY,
    RE_END,
    RE_END_STRING,
    RE_BEGINNING_LINE,
    RE_END_LINE /* what ^ and $ are with MULTILINE: re_compile.c */
};
enum re_category { RE_DIGIT, RE_NOT_DIGIT, RE_SPACE, RE_NOT_SPACE, RE_WORD, RE_NOT_WORD };
enum re_greed { RE_GREEDY, RE_LAZY, RE_POSSESSIVE };
enum re_member_kind { RE_MEMBER_RANGE, RE_MEMBER_CATEGORY };

struct re_member { /* of a set */
    struct re_member *next;
    enum re_member_kind kind;
    uint32_t low, high; /* code points, both included; or low: the category */
};
struct re_item;
struct re_sequence {
    struct re_sequence *next; /* the next alternative */
    struct re_item *first, *last;
};
struct re_item {
    enum re_op op;
    struct re_item *next;
    struct re_sequence
        *body; /* what is inside; of a branch the first alternative, of RE_IF yes and no */
    struct re_member *members;
    uint32_t code;        /* code point, place, group (of RE_GROUP: 0 if it does not capture) */
    uint32_t least, most; /* of a repeat */
    enum re_greed greed;
    int add_flags, drop_flags;
    bool negated, behind; /* sets and looks */
};

/* Memory for a tree, given back all at once. */
struct re_arena {
    void *block; /* the last of a chain */
    size_t used;
};
/* Zeroed; NULL with an exception. */
void *re_arena_alloc(Machine *m, struct re_arena *a, size_t size);

struct re_tree {
    struct re_arena arena;
    struct re_sequence *root;
    int flags;
    uint32_t groups;    /* how many capture */
    Object *groupindex; /* dict: names to numbers */
};
/* Parses a str or bytes.  error: the class re.error.  false with an exception; free the tree in
 * either case. */
bool re_parse(Machine *m, Object *pattern, int flags, Object *error, struct re_tree *tree);
void re_tree_free(Machine *m, struct re_tree *tree);
/* Raises error(message, pattern, at); at -1: without the last two. */
void *re_raise(Machine *m, Object *error, Object *message, Object *pattern, ssize_t at);

/* ---- the program ----------------------------------------------------------------------------- */

/* Instructions and what follows them.  Addresses are absolute.  The first four take one character.
 */
enum re_instruction {
    REI_CHAR,     /* c */
    REI_NOT_CHAR, /* c */
    REI_ANY,      /* all: newlines too? */
    REI_SET,      /* length negated, a bitmap of 8 for Latin-1 as it is to be, then members */
    REI_MATCH,
    REI_FAIL,
    REI_AT,        /* place, ascii */
    REI_SPLIT,     /* other: goes on, or later at `other` */
    REI_JUMP,      /* to */
    REI_MARK,      /* slot: writes the position */
    REI_REFERENCE, /* group */
    REI_IF,        /* group, otherwise */
    REI_LOOK,      /* negated, width behind (0: ahead), behind; body up to SUCCEED */
    REI_ATOMIC,    /* behind; body up to SUCCEED */
    REI_SUCCEED,
    REI_LOOP_INIT, /* slot */
    REI_LOOP,      /* slot, least, most, lazy, exit; the body follows, and jumps back */
    REI_ONE,       /* least, most, greed, behind; a one-character instruction follows */
};
/* How case counts, in the upper half of the instruction's word. */
enum re_fold { RE_FOLD_NONE, RE_FOLD_ASCII, RE_FOLD_UNICODE };
#define REI(op, fold)  ((uint32_t)(op) | (uint32_t)(fold) << 16)
#define REI_OP(word)   ((enum re_instruction)((word)&0xffff))
#define REI_FOLD(word) ((enum re_fold)((word) >> 16))

struct re_program {
    uint32_t *code;
    size_t length, room;
    uint32_t groups, loops;
};
bool re_compile(Machine *m, const struct re_tree *tree, Object *error, struct re_program *program);

/* Characters that are the same but for case fold to the same one. */
uint32_t re_fold(uint32_t c, enum re_fold fold);
/* Is c, or what is the same but for case, in low..high? */
bool re_range_has(uint32_t c, uint32_t low, uint32_t high, enum re_fold fold);
bool re_in_category(uint32_t c, enum re_category category, bool ascii);

/* ---- running --------------------------------------------------------------------------------- */

/* A str, or the bytes of an object that lends its memory, to be searched. */
struct re_text {
    const void *data;
    int kind; /* bytes a character */
    ssize_t length;
};
static inline uint32_t re_text_at(const struct re_text *t, ssize_t i)
{
    return t->kind == 1   ? ((const uint8_t *)t->data)[i]
           : t->kind == 2 ? ((const uint16_t *)t->data)[i]
                          : ((const uint32_t *)t->data)[i];
}

struct re_run {
    const struct re_program *program;
    struct re_text text;
    ssize_t start, end; /* where to begin; where the text is taken to end */
    bool whole;         /* must match up to the end */
    bool must_advance;  /* an empty match at `start` does not count */
    ssize_t *slot;      /* marks: 2 a group; the last group; 2 a loop */
    size_t slots;
    ssize_t position; /* where the match ended */
    struct re_choice *choice;
    size_t choices, room;
    uint64_t backtracks;
    Object *subject; /* for events */
};
bool re_run_init(Machine *m, struct re_run *r, const struct re_program *program, Object *subject);
void re_run_free(Machine *m, struct re_run *r);
/* Tries at r->start only / there and from there on; then r->start is where it was found.  1, 0, or
 * -1 with an exception. */
int re_run_match(Machine *m, struct re_run *r);
int re_run_search(Machine *m, struct re_run *r);
static inline size_t re_last_group_slot(const struct re_program *p)
{
    return 2 * (size_t)p->groups;
}

/* ---- the objects ----------------------------------------------------------------------------- */

typedef struct PatternObject {
    Object ob_base;
    Object *pattern;    /* str, bytes, or None */
    Object *groupindex; /* dict */
    Object *error;      /* the class of errors in templates */
    int flags;
    bool is_bytes;
    struct re_program program;
} PatternObject;

typedef struct MatchObject {
    Object ob_base;
    Object *string; /* None if it is gone */
    PatternObject *pattern;
    ssize_t pos, endpos, last_group; /* -1: none */
    ssize_t groups;                  /* the whole match counted */
    ssize_t mark[];                  /* 2 a group; -1: it took no part */
} MatchObject;

Object *re_match_new(Machine *m, PatternObject *p, Object *string, const struct re_run *r,
                     ssize_t pos);
/* The memory of a bytearray or a view; false with TypeError. */
bool re_borrow(Machine *m, Object *string, MemoryLoan *loan);
/* A bytearray that is searched keeps its size: one searcher more or less. */
static inline void re_hold(Machine *m, Object *string, int change)
{
    if (string && is_bytearray(m, string))
        ((ByteArrayObject *)string)->exports += change;
}
/* string[start:end] as str or bytes. */
Object *re_slice(Machine *m, Object *string, ssize_t start, ssize_t end);
/* Joins a list of str or bytes as `string` is one. */
Object *re_join(Machine *m, Object *string, Object *list);
/* re_template.c.  A template as a list of texts and group numbers, by turns; a str or bytes that
 * has no backslash as itself. */
Object *re_template_parse(Machine *m, PatternObject *p, Object *text);
/* Appends what the template gives for a match: marks as in r or a match.  0 or -1. */
int re_template_expand(Machine *m, Object *template, const MatchObject *match, Object *to);

#endif
