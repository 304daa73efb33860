#include <pyviz/lang/identifier.h>

#include <pyviz/base/ascii.h>

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Open addressing with linear probing over a power of two of slots, at most two thirds full.  A
 * table that grows leaves its old slots in the arena: together they are smaller than the new. */
struct identifier_table {
    struct arena *arena;
    const char **slots;
    size_t slot_count, used;
};

enum { FIRST_SLOTS = 256 };

struct identifier_table *identifier_table_new(struct arena *arena)
{
    struct identifier_table *table = arena_alloc(arena, sizeof *table);
    table->arena = arena;
    table->slot_count = FIRST_SLOTS;
    table->slots = arena_alloc(arena, FIRST_SLOTS * sizeof *table->slots);
    return table;
}

static uint64_t hash_of(const char *s, size_t n)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)s[i]) * 1099511628211u;
    return hash ^ hash >> 32;
}

/* The slot that holds the name, or the empty one where it belongs. */
static const char **find_slot(const struct identifier_table *table, const char *s, size_t n)
{
    size_t mask = table->slot_count - 1;
    for (size_t i = hash_of(s, n) & mask;; i = (i + 1) & mask) {
        const char *name = table->slots[i];
        if (!name || (strncmp(name, s, n) == 0 && name[n] == '\0'))
            return &table->slots[i];
    }
}

static void grow(struct identifier_table *table)
{
    const char **old = table->slots;
    size_t old_count = table->slot_count;
    table->slot_count *= 2;
    table->slots = arena_alloc(table->arena, table->slot_count * sizeof *table->slots);
    for (size_t i = 0; i < old_count; i++)
        if (old[i])
            *find_slot(table, old[i], strlen(old[i])) = old[i];
}

const char *identifier_intern(struct identifier_table *table, const char *s, size_t n)
{
    const char **slot = find_slot(table, s, n);
    if (*slot)
        return *slot;
    if ((table->used + 1) * 3 > table->slot_count * 2) {
        grow(table);
        slot = find_slot(table, s, n);
    }
    table->used++;
    return *slot = arena_copy(table->arena, s, n);
}

const char *identifier_find(const struct identifier_table *table, const char *s, size_t n)
{
    return *find_slot(table, s, n);
}

static bool is_ascii(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)s[i] >= 0x80)
            return false;
    return true;
}

const char *identifier_intern_source(struct identifier_table *table, const char *s, size_t n)
{
    if (is_ascii(s, n))
        return identifier_intern(table, s, n);
    utf8proc_uint8_t *normal = NULL;
    utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n, &normal,
                                        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    if (len < 0)
        return identifier_intern(table, s, n);
    const char *name = identifier_intern(table, (const char *)normal, (size_t)len);
    free(normal);
    return name;
}

/* Other_ID_Start of Unicode's PropList: letters of old that are none by their category; and the
 * ideographs that Unicode 15.1, CPython 3.13's, added to the 15.0 of older utf8procs. */
static bool is_other_start(int32_t c)
{
    return c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212e || c == 0x309b || c == 0x309c ||
           (c >= 0x2ebf0 && c <= 0x2ee5d);
}

/* Other_ID_Continue, of Unicode 15.1. */
static bool is_other_continue(int32_t c)
{
    return c == 0xb7 || c == 0x387 || c == 0x19da || (c >= 0x1369 && c <= 0x1371) || c == 0x200c ||
           c == 0x200d || c == 0x30fb || c == 0xff65;
}

/* XID_Start and XID_Continue leave out what NFKC would turn into something else; these are the code
 * points of ID_Start whose normal form does not start an identifier (DerivedCoreProperties). */
static bool is_excluded_start(int32_t c)
{
    return c == 0x37a || c == 0x2e2f || c == 0x0e33 || c == 0x0eb3 || c == 0x309b || c == 0x309c ||
           (c >= 0xfc5e && c <= 0xfc63) || c == 0xfdfa || c == 0xfdfb || c == 0xfe70 ||
           c == 0xfe72 || c == 0xfe74 || c == 0xfe76 || c == 0xfe78 || c == 0xfe7a || c == 0xfe7c ||
           c == 0xfe7e || c == 0xff9e || c == 0xff9f;
}

static bool is_excluded_continue(int32_t c)
{
    return c == 0x37a || c == 0x2e2f || c == 0x309b || c == 0x309c ||
           (c >= 0xfc5e && c <= 0xfc63) || c == 0xfdfa || c == 0xfdfb || c == 0xfe70 ||
           c == 0xfe72 || c == 0xfe74 || c == 0xfe76 || c == 0xfe78 || c == 0xfe7a || c == 0xfe7c ||
           c == 0xfe7e;
}

bool identifier_is_start(int32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return !is_excluded_start(c);
    default:
        return is_other_start(c) && !is_excluded_start(c);
    }
}

bool identifier_is_continue(int32_t c)
{
    if (c < 0x80)
        return identifier_is_start(c) || ascii_is_digit(c);
    if (identifier_is_start(c))
        return true;
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
        return !is_excluded_continue(c);
    default:
        return is_other_continue(c);
    }
}

const char *identifier_mangle(struct identifier_table *table, const char *class_name,
                              const char *name)
{
    size_t name_len = strlen(name);
    if (!class_name || strncmp(name, "__", 2) != 0)
        return name;
    if ((name_len >= 2 && strcmp(name + name_len - 2, "__") == 0) || strchr(name, '.'))
        return name;
    class_name += strspn(class_name, "_");
    size_t class_len = strlen(class_name);
    if (class_len == 0)
        return name;

    struct arena *arena = table->arena;
    char *mangled = arena_alloc(arena, 1 + class_len + name_len + 1);
    mangled[0] = '_';
    memcpy(mangled + 1, class_name, class_len);
    memcpy(mangled + 1 + class_len, name, name_len + 1);
    return identifier_intern(table, mangled, 1 + class_len + name_len);
}
