/* The picture of the copies room: two object graphs side by side, path by path, and the memo.
 *
 * While a copy is made, the graphs are those of the outermost copy under way: what has been made
 * but not put in yet stands at its path in brackets.  At other times they are what the last copy
 * was made of and what it gave, or else the first container that a name refers to, and the last. */
#ifndef PYVIZ_STAGE_VIEW_COPY_H
#define PYVIZ_STAGE_VIEW_COPY_H

#include "view.h"

#include <pyviz/machine/op.h>

enum {
    COPY_ROWS = 48,
    COPY_CHILDREN = 12,
    COPY_TEXT = 48,
    COPY_LABEL = 24,
    COPY_DEPTH = 6,
    COPY_MEMO = 32,
    COPY_KEPT = 32,
    COPY_PATH = 64
};

/* What is known of the two objects at one path. */
enum copy_relation { COPY_ALONE, COPY_IS, COPY_EQUAL, COPY_UNEQUAL, COPY_TWO };

/* What stands at one path on both sides. */
struct copy_row {
    int depth, parent; /* parent: a row's number, -1: none */
    uint64_t path;     /* a hash of the labels that lead here */
    char label[COPY_LABEL];
    struct copy_side {
        int64_t number; /* 0: nothing is there */
        char text[COPY_TEXT];
        bool waiting; /* made, but not put in yet */
    } side[2];
    enum copy_relation relation;
    bool again;  /* this pair stands further up, too: a cycle, or a part that is shared within */
    bool atomic; /* of a type that is never copied */
    int working; /* 0: not; how deep its copy lies among those under way, 1 the outermost */
};

struct copy_entry {
    int64_t number;       /* of the copy */
    char text[COPY_TEXT]; /* "list #2 → #5" */
    bool hit;
};

struct copy_picture {
    char name[2][COPY_LABEL]; /* "" where there is none */
    int count, left_out, shared, own;
    bool many; /* there are more than are counted in left_out */
    struct copy_row row[COPY_ROWS];
    bool copying, deep;
    int depth;            /* copies under way, one within the other */
    int at;               /* the row that is worked on; -1: none of them */
    char path[COPY_PATH]; /* "a[1].parts" */
    char what[COPY_TEXT]; /* that is worked on */
    enum copy_way way;
    bool memo;                /* is there one? */
    char noted[2][COPY_TEXT]; /* by the program, in the memo, just now: original, copy; or "" */
    int entries, entries_left_out;
    struct copy_entry entry[COPY_MEMO];
    int kept, kept_left_out;
    struct copy_entry keeping[COPY_KEPT];
};

/* view_copy_equal.c: would a == b be true?  1, 0; -1: only running the program would tell. */
int view_copy_equal(const Machine *m, const Object *a, const Object *b);
/* view_copy_draw.c */
void view_copy_header(const void *now, const void *before, struct header *h);
void view_copy_draw(const void *now, const void *before, double motion, struct canvas *c);

#endif
