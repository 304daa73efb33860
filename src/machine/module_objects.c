#include "module_objects.h"

#include "gc.h"
#include "module_names.h"

#include <pyviz/machine/profile.h>
#include <pyviz/machine/str.h>

#include <string.h>

static const struct module_objects {
    const char *name;
    int objects[3]; /* on 3.11, 3.12 and 3.13 */
    const char *imports;
} table[] = {
#define LOADS(name, on_11, on_12, on_13, imports) {name, {on_11, on_12, on_13}, imports},
#include "module_objects.def"
#undef LOADS
};
enum { MODULES = sizeof table / sizeof *table };
_Static_assert(MODULES <= sizeof((Machine *)0)->gc.loaded * 8, "a bit for each module");

static int find(const char *name, size_t n)
{
    for (int i = 0; i < MODULES; i++)
        if (strlen(table[i].name) == n && !memcmp(table[i].name, name, n))
            return i;
    return -1;
}

/* A part of a package that stands for all of it has no line of its own. */
static int find_module(const Object *name)
{
    struct buffer text = {0};
    str_to_utf8(name, &text);
    const char *utf8 = buffer_text(&text), *dot = strrchr(utf8, '.');
    int at = find(utf8, text.len);
    if (at < 0 && dot)
        at = find(utf8, (size_t)(dot - utf8));
    buffer_free(&text);
    return at;
}

/* It is loaded now: true if it was not before. */
static bool mark(Machine *m, int at)
{
    uint8_t bit = (uint8_t)(1 << at % 8), *byte = &m->gc.loaded[at / 8];
    bool new = !(*byte & bit);
    *byte |= bit;
    return new;
}

/* Modules may import one another in a ring: each is marked before what it imports. */
static int64_t come(Machine *m, int at)
{
    if (at < 0 || !mark(m, at))
        return 0;
    int version = m->profile->minor <= 11 ? 0 : m->profile->minor == 12 ? 1 : 2;
    int64_t n = table[at].objects[version];
    const char *imports = table[at].imports;
    for (struct module_word w; module_word_next(&imports, &w);)
        if (module_word_is_current(m, &w))
            n += come(m, find(w.text, w.len));
    return n;
}

void module_objects_boot(Machine *m)
{
    const char *names = m->profile->boot_modules;
    for (struct module_word w; names && module_word_next(&names, &w);) {
        int at = find(w.text, w.len);
        if (at >= 0)
            mark(m, at);
    }
}

bool module_objects_known(const Object *name)
{
    return find_module(name) >= 0;
}

int64_t module_objects_come(Machine *m, const Object *name)
{
    return come(m, find_module(name));
}

void module_objects_count(Machine *m, const Object *name, int64_t come)
{
    /* of gc: what is taken from free lists; what stays, what there is for a moment */
    enum { LISTS = 1, DICTS = 1, LASTING = 20, AT_ONCE = 26 };
    if (!come)
        return;
    if (!str_equals_ascii(name, "gc")) {
        m->gc.unsure = true;
        return;
    }
    freelist_fill(m, FREELIST_LIST, m->pymalloc.freelist[FREELIST_LIST].len - LISTS);
    freelist_fill(m, FREELIST_DICT, m->pymalloc.freelist[FREELIST_DICT].len - DICTS);
    int count = m->gc.count[0];
    m->gc.count[0] = count + AT_ONCE;
    if (m->gc.enabled && m->gc.count[0] > m->gc.threshold[0])
        gc_collect_generations(m);
    else
        m->gc.count[0] = count + LASTING;
}
