/* Names in namespaces, found again without hashing.
 *
 * Each instruction that names a global keeps a hint: the number of the entry where the name was
 * last. A hint is only ever a place to look first, so it need not be kept true. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/str.h>

#include "eval.h"
#include "module_names.h"

static bool hinted(const DictKeys *keys, Object *name, uint32_t hint)
{
    return hint < (size_t)keys->dk_nentries && keys->entries[hint].key == name &&
           keys->entries[hint].value;
}

Object *names_get(Machine *m, Object *dict, Object *name, uint32_t *hint)
{
    const DictKeys *keys = ((DictObject *)dict)->ma_keys;
    if (hinted(keys, name, *hint))
        return keys->entries[*hint].value;
    ssize_t ix = dict_str_entry(m, dict, name);
    if (ix < 0)
        return NULL;
    *hint = (uint32_t)ix;
    return dict_value_at((DictObject *)dict, ix);
}

int names_set(Machine *m, Object *dict, Object *name, Object *value, uint32_t *hint)
{
    DictObject *d = (DictObject *)dict;
    if (hinted(d->ma_keys, name, *hint)) {
        DictEntry *entry = &d->ma_keys->entries[*hint];
        Object *old = entry->value;
        entry->value = newref(value);
        d->version++;
        let_go(m, NULL, old);
        return 0;
    }
    if (dict_set(m, dict, name, value) < 0)
        return -1;
    names_get(m, dict, name, hint);
    return 0;
}

void *names_error(Machine *m, Object *name)
{
    if (module_names_lacks(m, m->id.builtins, name))
        return error_not_simulated(m, "the builtin %U", name);
    error_set(m, EXC_NameError, "name '%.200U' is not defined", name);
    if (error_matches(m, EXC_NameError)) {
        error_make(m);
        ExceptionObject *e = (ExceptionObject *)m->exception;
        xdecref(m, e->value);
        e->value = newref(name);
    }
    return NULL;
}
