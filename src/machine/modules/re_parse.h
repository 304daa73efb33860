/* What re_parse*.c, re_reader.c and re_tree.c share: the parser of regular expressions under way.
 *
 * The reader is always one token ahead: p->next is the next token's character.  All functions that
 * return false or NULL have raised an exception. */
#ifndef PYVIZ_MACHINE_MODULES_RE_PARSE_H
#define PYVIZ_MACHINE_MODULES_RE_PARSE_H

#include "re_internal.h"

enum { RE_NO_CHARACTER = -1 };

/* What is known of a group. */
struct re_group_state {
    bool closed;
};

struct re_late_group {
    struct re_late_group *next;
    uint32_t group;
    ssize_t at; /* where it was named */
};

struct re_parser {
    Machine *m;
    Object *source; /* the pattern as given */
    Object *text;   /* as a str: bytes read as Latin-1 */
    Object *error;
    struct re_tree *tree;
    bool is_text;
    ssize_t index; /* behind the next token */
    int32_t next;  /* its last character, or RE_NO_CHARACTER */
    bool escaped;  /* a backslash stands before it */
    int flags;
    uint32_t groups;              /* opened so far, the whole counted */
    struct re_group_state *group; /* an array of the region */
    size_t group_room;
    struct re_late_group *late, **late_end; /* groups that a condition named before they existed */
    uint32_t lookbehind_groups; /* inside a lookbehind: how many groups there were before; else 0 */
};

/* ---- the reader ------------------------------------------------------------------------------ */

/* Where the next token begins. */
ssize_t re_reader_tell(const struct re_parser *p);
/* Raises re.error(message, pattern, at) and steals the message; false. */
bool re_reader_bad(struct re_parser *p, ssize_t at, Object *message);
/* Raises re.error; `before`: how far before the next token the mistake is.  false. */
#define bad(p, before, ...)                                                                        \
    re_reader_bad((p), re_reader_tell(p) - (before), str_printf((p)->m, __VA_ARGS__))
/* Reads the token behind the present one.  false with an exception. */
bool re_reader_advance(struct re_parser *p);
/* Goes on reading at an index of the text.  false with an exception. */
bool re_reader_seek(struct re_parser *p, ssize_t index);
/* Is the next token this character, without a backslash? */
bool re_reader_is(const struct re_parser *p, int32_t c);
/* Takes the next token if it is this character.  1, 0, or -1 with an exception. */
int re_reader_take(struct re_parser *p, int32_t c);
/* The text up to the terminator, which is taken too; `what` it is, for the message if it is
 * missing.  A new reference, or NULL with an exception. */
Object *re_reader_until(struct re_parser *p, int32_t terminator, const char *what);

/* ---- the tree -------------------------------------------------------------------------------- */

/* New parts of the tree, zeroed; NULL with an exception. */
struct re_item *re_tree_item(struct re_parser *p, enum re_op op);
struct re_sequence *re_tree_sequence(struct re_parser *p);
struct re_member *re_tree_member(struct re_parser *p, enum re_member_kind kind, uint32_t low,
                                 uint32_t high);
/* To the end of a sequence; an item or a character.  false with an exception. */
bool re_tree_append(struct re_sequence *s, struct re_item *item);
bool re_tree_append_literal(struct re_parser *p, struct re_sequence *s, uint32_t c);

/* ---- the parser ------------------------------------------------------------------------------ */

/* Alternatives up to ')' or the end, which stays; NULL with an exception. */
struct re_sequence *re_parse_alternatives(struct re_parser *p, bool verbose, bool outermost);
/* One alternative; `first`: global flags may stand here. */
struct re_sequence *re_parse_sequence(struct re_parser *p, bool verbose, bool first);
/* The backslashed character `letter` in a set, whose token is taken: a category, or -1 and a code
 * point. */
bool re_parse_set_escape(struct re_parser *p, int32_t letter, ssize_t start, int *category,
                         uint32_t *c);
/* A reference to what a group took; refused while the group is open. */
bool re_parse_append_reference(struct re_parser *p, struct re_sequence *s, uint32_t group);
/* A lookbehind may refer only to groups before it. */
bool re_parse_check_lookbehind(struct re_parser *p, uint32_t group);
/* Has the group its closing bracket? */
bool re_parse_group_is_closed(const struct re_parser *p, uint32_t group);
/* What follows '['. */
bool re_parse_set(struct re_parser *p, struct re_sequence *s);
/* What follows '('; *verbose changes with the flags it sets for the whole. */
bool re_parse_group(struct re_parser *p, struct re_sequence *s, bool *verbose, bool first);
/* The number of a new group that captures, with a name or NULL; 0 with an exception. */
uint32_t re_parse_open_group(struct re_parser *p, Object *name);

#endif
