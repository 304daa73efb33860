/* What is in CPython's modules and not in ours, and the other way round. */
#include "module_names.h"

#include <pyviz/machine/list.h>
#include <pyviz/machine/profile.h>
#include <pyviz/machine/str.h>

#include <stdlib.h>
#include <string.h>

struct names {
    const char *module;
    const char *lacks, *own; /* blank-separated, or NULL */
};

#define NAMES(module, lacks, own) {module, lacks, own},
static const struct names table[] = {
#include "module_names.def"
};
#undef NAMES

/* Versions as they are compared: 3.12 counts as 12 times this, and 3.12.4 as 4 more. */
enum { A_MINOR = 100 };

bool module_word_next(const char **at, struct module_word *w)
{
    while (**at == ' ')
        ++*at;
    if (!**at)
        return false;
    const char *end = *at + strcspn(*at, " "), *p = *at + strcspn(*at, " <>");
    *w = (struct module_word){*at, (size_t)(p - *at), 0, 99 * A_MINOR};
    while (p < end) {
        char *behind;
        bool first = *p == '>';
        int version = (int)strtol(p + 1, &behind, 10) * A_MINOR;
        if (*behind == '.')
            version += (int)strtol(behind + 1, &behind, 10);
        else if (!first)
            version += A_MINOR - 1;
        *(first ? &w->since : &w->until) = version;
        p = behind;
    }
    *at = end;
    return true;
}

bool module_word_is_current(const Machine *m, const struct module_word *w)
{
    int version = m->profile->minor * A_MINOR + m->profile->micro;
    return version >= w->since && version <= w->until;
}

bool module_words_have(const Machine *m, const char *words, const Object *name)
{
    struct module_word w;
    while (words && module_word_next(&words, &w)) {
        size_t i = 0;
        while (i < w.len && i < (size_t)str_len(name) &&
               str_at(name, (ssize_t)i) == (unsigned char)w.text[i])
            i++;
        if (i == w.len && i == (size_t)str_len(name))
            return module_word_is_current(m, &w);
    }
    return false;
}

static const struct names *names_of(const Object *module)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (str_equals_ascii(module, table[i].module))
            return &table[i];
    return NULL;
}

bool module_names_lacks(const Machine *m, const Object *module, const Object *name)
{
    const struct names *n = names_of(module);
    return n && module_words_have(m, n->lacks, name);
}

bool module_names_is_own(const Machine *m, const Object *module, const Object *name)
{
    const struct names *n = names_of(module);
    return n && module_words_have(m, n->own, name);
}

int module_names_append(Machine *m, const Object *module, Object *list)
{
    const struct names *n = names_of(module);
    const char *words = n ? n->lacks : NULL;
    struct module_word w;
    int r = 0;
    while (r == 0 && words && module_word_next(&words, &w)) {
        Object *name = module_word_is_current(m, &w) ? str_from_utf8(m, w.text, w.len) : NULL;
        name = name ? str_intern(m, name) : NULL;
        int there = name ? object_contains(m, list, name) : 0;
        if (module_word_is_current(m, &w))
            r = !name || there < 0 ? -1 : there ? 0 : list_append(m, list, name);
        xdecref(m, name);
    }
    return r;
}
