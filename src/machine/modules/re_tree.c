/* The tree of a regular expression: its memory and its parts. */
#include "re_parse.h"

/* ---- memory ---------------------------------------------------------------------------------- */

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

static void arena_free_blocks(Machine *m, struct re_arena *a)
{
    while (a->block) {
        void *before = *(void **)a->block;
        heap_free(m, a->block);
        a->block = before;
    }
}

void re_tree_free(Machine *m, struct re_tree *tree)
{
    arena_free_blocks(m, &tree->arena);
    clear_ref(m, tree->groupindex);
}

/* ---- the tree -------------------------------------------------------------------------------- */

struct re_item *re_tree_item(struct re_parser *p, enum re_op op)
{
    struct re_item *i = re_arena_alloc(p->m, &p->tree->arena, sizeof *i);
    if (i)
        i->op = op;
    return i;
}

struct re_sequence *re_tree_sequence(struct re_parser *p)
{
    return re_arena_alloc(p->m, &p->tree->arena, sizeof(struct re_sequence));
}

bool re_tree_append(struct re_sequence *s, struct re_item *item)
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

bool re_tree_append_literal(struct re_parser *p, struct re_sequence *s, uint32_t c)
{
    struct re_item *i = re_tree_item(p, RE_LITERAL);
    if (i)
        i->code = c;
    return re_tree_append(s, i);
}

struct re_member *re_tree_member(struct re_parser *p, enum re_member_kind kind, uint32_t low,
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
