/* Interned strings: each text once, so that names can be compared by identity.
 *
 * The table is open addressing with linear probing over a power of two of slots, at most two thirds
 * full.  Invariants: a str is in the table if and only if it is flagged OBJECT_INTERNED; between a
 * str's first slot and its place there is no empty one.  As in CPython the table's own reference is
 * not counted: a mortal str that dies takes itself out (Objects/unicodeobject.c: unicode_dealloc).
 */
#include "../boot_names.h"
#include "str_private.h"

#include <string.h>

struct Interned {
    size_t mask, used;
    Object **slot;
};

enum { FIRST_SLOTS = 2048 };

static size_t first_slot(Machine *m, const struct Interned *t, const Object *s)
{
    return (size_t)str_hash(m, (Object *)(uintptr_t)s) & t->mask;
}

/* The slot of an equal str, or the empty one where it belongs. */
static size_t find_slot(Machine *m, const struct Interned *t, const Object *s)
{
    size_t i = first_slot(m, t, s);
    while (t->slot[i] && !str_equal(t->slot[i], s))
        i = (i + 1) & t->mask;
    return i;
}

/* 0, or -1 with the old table whole. */
static int grow(Machine *m, struct Interned *t)
{
    struct Interned bigger = {t->slot ? t->mask * 2 + 1 : FIRST_SLOTS - 1, t->used, NULL};
    bigger.slot = heap_alloc(m, (bigger.mask + 1) * sizeof *bigger.slot);
    if (!bigger.slot)
        return -1;
    for (size_t i = 0; t->slot && i <= t->mask; i++)
        if (t->slot[i])
            bigger.slot[find_slot(m, &bigger, t->slot[i])] = t->slot[i];
    heap_free(m, t->slot);
    *t = bigger;
    return 0;
}

static struct Interned *table(Machine *m)
{
    if (!m->interned)
        m->interned = heap_alloc(m, sizeof *m->interned);
    struct Interned *t = m->interned;
    if (t && (t->used + 1) * 3 > (t->slot ? (t->mask + 1) * 2 : 0) && grow(m, t) < 0)
        return NULL;
    return t;
}

static void add(Machine *m, struct Interned *t, size_t slot, Object *s)
{
    t->slot[slot] = s;
    t->used++;
    s->flags |= OBJECT_INTERNED;
    if (m->profile->interned_constants_immortal)
        object_make_immortal(s);
}

/* Since 3.13 the shared single characters are the interned ones. */
static bool latin1_is_interned(const Machine *m)
{
    return !m->profile->interned_chars[0];
}

Object *str_intern(Machine *m, Object *s)
{
    if (!s || s->flags & OBJECT_INTERNED || !is_exact(m, s, str))
        return s;
    struct Interned *t = table(m);
    if (!t) { /* as CPython: then it is not interned */
        error_clear(m);
        return s;
    }
    size_t i = find_slot(m, t, s);
    if (!t->slot[i])
        add(m, t, i, s);
    if (t->slot[i] == s)
        return s;
    Object *found = newref(t->slot[i]);
    decref(m, s);
    return found;
}

Object *str_intern_as_constant(Machine *m, Object *s)
{
    s = str_intern(m, s);
    const StrObject *text = (const StrObject *)s;
    if (s && m->profile->immortal_refcount && text->ascii &&
        (m->profile->interned_constants_immortal ||
         boot_name_is_interned(m->profile, text->data, (size_t)text->length)))
        object_make_immortal(s);
    return s;
}

Object *str_intern_ascii(Machine *m, const char *s)
{
    return str_intern(m, str_from_ascii(m, s));
}

Object *str_find_interned(Machine *m, const Object *s)
{
    if (s->flags & OBJECT_INTERNED)
        return (Object *)(uintptr_t)s;
    const struct Interned *t = m->interned;
    return t && t->slot ? t->slot[find_slot(m, t, s)] : NULL;
}

/* Deletion closes the gap: whatever stands behind it and could not stand nearer to its first slot
 * because of it moves up. */
void str_forget_interned(Machine *m, Object *s)
{
    struct Interned *t = m->interned;
    size_t gap = find_slot(m, t, s);
    for (size_t i = (gap + 1) & t->mask; t->slot[i]; i = (i + 1) & t->mask) {
        size_t first = first_slot(m, t, t->slot[i]);
        if (((i - first) & t->mask) >= ((i - gap) & t->mask)) {
            t->slot[gap] = t->slot[i];
            gap = i;
        }
    }
    t->slot[gap] = NULL;
    t->used--;
    s->flags &= ~(uint32_t)OBJECT_INTERNED;
}

/* ---- boot ------------------------------------------------------------------------------------ */

static Object *make_char(Machine *m, uint32_t c)
{
    Object *s = str_new(m, 1, c);
    str_put(s, 0, c);
    object_make_immortal(s);
    return s;
}

/* On 3.11 and 3.12 start-up has interned some single characters before the shared ones exist: a
 * constant 'a' and 'ab'[0] are then two objects. */
static void boot_chars(Machine *m)
{
    struct Interned *t = table(m);
    for (uint32_t c = 0; c < 256; c++)
        m->latin1[c] = make_char(m, c);
    for (const char *c = m->profile->interned_chars; *c; c++) {
        Object *s = make_char(m, (unsigned char)*c);
        add(m, t, find_slot(m, t, s), s);
    }
    for (uint32_t c = 0; latin1_is_interned(m) && c < 256; c++)
        add(m, t, find_slot(m, t, m->latin1[c]), m->latin1[c]);
}

void str_boot(Machine *m)
{
    m->empty_str = str_new(m, 0, 0);
    object_make_immortal(m->empty_str);
    struct Interned *t = table(m);
    add(m, t, find_slot(m, t, m->empty_str), m->empty_str);
    boot_chars(m);
#define ID_AS(field, text)                                                                         \
    m->id.field = str_intern_ascii(m, text);                                                       \
    object_make_immortal(m->id.field);
#define ID(name) ID_AS(name, #name)
#include <pyviz/machine/identifiers.def>
#undef ID
#undef ID_AS
}
