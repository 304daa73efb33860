/* What is in CPython's classes of the library and not in ours, and the other way round. */
#include "class_names.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "frame.h"
#include "module_names.h"

#include <string.h>

struct class_names {
    const char *module, *classes;
    const char *lacks, *own; /* blank-separated, or NULL */
};

#define NAMES(module, classes, lacks, own) {module, classes, lacks, own},
static const struct class_names table[] = {
#include "class_names.def"
};
#undef NAMES

/* What the program makes has a number; what comes with the machine has none. */
static bool is_of_library(const Type *type)
{
    return type->tp_flags & TYPE_HEAP && !type->ob_base.serial;
}

const struct class_names *class_names_of(const Machine *m, const Type *type)
{
    Machine *machine = (Machine *)(uintptr_t)m;
    const Object *module =
        is_of_library(type) ? dict_get_str(machine, type->tp_dict, m->id.__module__) : NULL;
    for (size_t i = 0; module && is_str(module) && i < sizeof table / sizeof *table; i++)
        if (str_equals_ascii(module, table[i].module) &&
            module_words_have(m, table[i].classes, type->ht_qualname))
            return &table[i];
    return NULL;
}

bool class_names_is_own(const Machine *m, const struct class_names *row, const Object *name)
{
    return row && is_str(name) && module_words_have(m, row->own, name);
}

int class_names_add(Machine *m, const struct class_names *row, Object *names)
{
    const char *words = row ? row->lacks : NULL;
    struct module_word w;
    int r = 0;
    while (r == 0 && words && module_word_next(&words, &w)) {
        Object *name = module_word_is_current(m, &w) ? str_from_utf8(m, w.text, w.len) : NULL;
        name = name ? str_intern(m, name) : NULL;
        if (module_word_is_current(m, &w))
            r = name ? dict_set(m, names, name, m->none) : -1;
        xdecref(m, name);
    }
    return r;
}

/* What the interpreter itself looks for: not finding it tells nothing. */
static bool is_special(const Object *name)
{
    ssize_t n = str_len(name);
    return n > 4 && str_at(name, 0) == '_' && str_at(name, 1) == '_' && str_at(name, n - 1) == '_';
}

bool class_names_refuse(Machine *m, const Type *type, const Object *name)
{
    if (m->hush || !m->frame || frame_is_library(m->frame) || !is_str(name) || is_special(name))
        return false;
    for (ssize_t i = 0; type->tp_mro && i < tuple_size(type->tp_mro); i++) {
        const Type *base = (const Type *)tuple_item(type->tp_mro, i);
        const struct class_names *row = class_names_of(m, base);
        if (row && module_words_have(m, row->lacks, name)) {
            error_not_simulated(m, "%s.%U", base->tp_name, name);
            return true;
        }
    }
    return false;
}
