#include <pyviz/base/buffer.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "class_names.h"
#include "exceptions.h"
#include "frame.h"
#include "import.h"
#include "module_names.h"
#include "suggest.h"

#include <limits.h>
#include <string.h>

enum { MAX_CANDIDATES = 750, MAX_LENGTH = 40, MOVE_COST = 2, CASE_COST = 1 };

/* ---- distance -------------------------------------------------------------------------------- */

static int lower(int c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static int substitution_cost(int a, int b)
{
    if (a == b)
        return 0;
    return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* The cost of turning a into b, where a change of case is half a change; more than `max` once it is
 * clear that it will be. */
static int distance(const char *a, size_t na, const char *b, size_t nb, int max)
{
    int row[MAX_LENGTH];
    while (na && nb && *a == *b)
        a++, b++, na--, nb--;
    while (na && nb && a[na - 1] == b[nb - 1])
        na--, nb--;
    if (na == 0 || nb == 0)
        return (int)(na + nb) * MOVE_COST;
    if (na > MAX_LENGTH || nb > MAX_LENGTH)
        return max + 1;
    if (nb < na)
        return distance(b, nb, a, na, max);
    if ((int)(nb - na) * MOVE_COST > max)
        return max + 1;
    for (size_t i = 0; i < na; i++)
        row[i] = (int)(i + 1) * MOVE_COST;
    int result = 0;
    for (size_t j = 0; j < nb; j++) {
        int before = (int)j * MOVE_COST, least = INT_MAX;
        result = before;
        for (size_t i = 0; i < na; i++) {
            int substitute = before + substitution_cost(b[j], a[i]);
            before = row[i];
            result = smaller(smaller(result, before) + MOVE_COST, substitute);
            row[i] = result;
            least = smaller(least, result);
        }
        if (least > max)
            return max + 1;
    }
    return result;
}

/* ---- the closest candidate ------------------------------------------------------------------- */

struct search {
    struct buffer wrong;
    Object *best; /* borrowed */
    Object *told; /* the names that a __dir__ has given, or those of a module; or NULL */
    int best_distance;
};

/* Is this text closer than what was found so far? */
static bool improves(struct search *s, const char *text, size_t n)
{
    bool same = n == s->wrong.len && !memcmp(text, s->wrong.data, n);
    int max = smaller((int)(n + s->wrong.len + 3) * MOVE_COST / 6, s->best_distance - 1);
    if (same || n == 0)
        return false;
    int d = distance(s->wrong.data, s->wrong.len, text, n, max);
    if (d > max)
        return false;
    s->best_distance = d;
    return true;
}

static void consider(struct search *s, Object *candidate)
{
    struct buffer text = {0};
    if (!is_str(candidate))
        return;
    str_to_utf8(candidate, &text);
    if (improves(s, text.data, text.len))
        s->best = candidate;
    buffer_free(&text);
}

static bool search_begin(struct search *s, Object *name)
{
    *s = (struct search){.best_distance = INT_MAX};
    str_to_utf8(name, &s->wrong);
    return s->wrong.len > 0 && s->wrong.len <= MAX_LENGTH;
}

static void consider_keys(struct search *s, Object *dict)
{
    ssize_t at = 0;
    Object *key, *value;
    hash_t hash;
    if (dict_size(dict) > MAX_CANDIDATES)
        return;
    while (dict_next(dict, &at, &key, &value, &hash))
        consider(s, key);
}

/* Are the frame's f_locals, globals and builtins all looked through?  The module traceback does so
 * from 3.12 on, the interpreter from 3.13 on; before that it takes what its code could bind, and of
 * the rest only what it needs. */
static bool looks_everywhere(const Machine *m)
{
    return m->profile->suggestions_from_all ||
           (m->traceback_formats && m->profile->traceback_suggests);
}

static void consider_locals(struct search *s, const Frame *f, bool bound)
{
    int n = f->code->nlocalsplus - (bound ? 0 : f->code->nfreevars);
    if (n > MAX_CANDIDATES)
        return;
    for (int i = 0; i < n; i++)
        if (f->slot[i] || !bound)
            consider(s, tuple_item(f->code->localsplusnames, i));
    if (bound && f->locals && f->locals != f->globals && is_dict(f->locals))
        consider_keys(s, f->locals);
}

/* What the code knows as `self`: borrowed, or NULL. */
static Object *self_of(Machine *m, const Frame *f)
{
    for (int i = 0; i < f->code->nlocalsplus; i++)
        if (f->slot[i] && str_equals_ascii(tuple_item(f->code->localsplusnames, i), "self"))
            return frame_slot_is_cell(m, f, i) ? ((CellObject *)f->slot[i])->value : f->slot[i];
    return NULL;
}

/* As hasattr() would have it, but nothing runs. */
static bool has_attribute(Machine *m, Object *o, Object *name)
{
    Object *own, *value;
    if (slots_of(o)->tp_getattro != object_generic_getattr)
        return false;
    for (ssize_t at = 0; instance_next(o, &at, &own, &value);)
        if (is_str(own) && str_compare(own, name) == 0)
            return true;
    return type_lookup(m, o->type, name) != NULL;
}

/* Those that only CPython's module has come last. */
static Object *builtin_names(Machine *m)
{
    Object *pending = error_fetch(m), *names = sequence_list(m, m->builtins_dict);
    Object *module = str_intern_ascii(m, "builtins");
    if (names && (!module || module_names_append(m, module, names) < 0))
        clear_ref(m, names);
    xdecref(m, module);
    error_clear(m);
    error_restore(m, pending);
    return names;
}

static void consider_builtins(Machine *m, struct search *s, Object *builtins)
{
    if (builtins != m->builtins_dict) {
        consider_keys(s, builtins);
        return;
    }
    s->told = builtin_names(m);
    for (ssize_t i = 0; s->told && i < list_size(s->told); i++)
        consider(s, list_item(s->told, i));
}

/* What comes closest to a name that is defined nowhere, among what the frame can see: a new str, or
 * NULL without an exception. */
static Object *suggest_name(Machine *m, Object *name, const Frame *f)
{
    struct search s;
    Object *self = f && m->profile->suggests_imports ? self_of(m, f) : NULL;
    if (self && has_attribute(m, self, name))
        return str_printf(m, "self.%U", name);
    if (search_begin(&s, name) && f) {
        bool everywhere = looks_everywhere(m);
        consider_locals(&s, f, everywhere);
        if (!s.best || everywhere)
            consider_keys(&s, f->globals);
        if (!s.best || everywhere)
            consider_builtins(m, &s, f->builtins);
    }
    buffer_free(&s.wrong);
    Object *best = xnewref(s.best);
    xdecref(m, s.told);
    return best;
}

Object *suggest_parameter(Object *wrong, Object *const *names, ssize_t n)
{
    struct search s;
    for (ssize_t i = search_begin(&s, wrong) && n < MAX_CANDIDATES ? 0 : n; i < n; i++)
        consider(&s, names[i]);
    buffer_free(&s.wrong);
    return s.best;
}

const char *suggest_word(Object *wrong, const char *const *words)
{
    struct search s;
    const char *best = NULL;
    bool ok = search_begin(&s, wrong);
    for (; ok && *words; words++)
        if (improves(&s, *words, strlen(*words)))
            best = *words;
    buffer_free(&s.wrong);
    return best;
}

/* dir(o): the attributes of the instance, of its type and of all bases, sorted. */
struct names {
    Object **item; /* borrowed */
    size_t n, capacity;
};

static void names_add(struct names *names, Object *name)
{
    if (!is_str(name))
        return;
    if (names->n == names->capacity) {
        names->capacity = names->capacity ? names->capacity * 2 : 64;
        names->item = base_realloc(names->item, names->capacity * sizeof *names->item);
    }
    names->item[names->n++] = name;
}

/* The keys of the dict of a class, but for those that the row tells that only ours has. */
static void gather(const Machine *m, struct names *names, Object *dict,
                   const struct class_names *row)
{
    ssize_t at = 0;
    Object *key;
    while (dict && dict_next(dict, &at, &key, NULL, NULL))
        if (!class_names_is_own(m, row, key))
            names_add(names, key);
}

/* A few hundred names, most of which come in small sorted runs. */
static void sort_by_text(struct names *names)
{
    for (size_t i = 1; i < names->n; i++) {
        Object *name = names->item[i];
        size_t at = i;
        for (; at > 0 && str_compare(names->item[at - 1], name) > 0; at--)
            names->item[at] = names->item[at - 1];
        names->item[at] = name;
    }
}

static void gather_attributes(const Machine *m, struct names *names, Object *o)
{
    const struct class_names *row = NULL; /* of the first class of the library */
    Object *mro = is_type(o) ? ((Type *)o)->tp_mro : o->type->tp_mro;
    Object *name, *value;
    for (ssize_t at = 0; instance_next(o, &at, &name, &value);)
        names_add(names, name);
    bool module = strcmp(o->type->tp_name, "module") == 0; /* dir() shows its own names only */
    for (ssize_t i = 0; !module && i < tuple_size(mro); i++) {
        const Type *base = (Type *)tuple_item(mro, i);
        row = row ? row : class_names_of(m, base);
        gather(m, names, base->tp_dict, row);
    }
    sort_by_text(names);
}

/* A module that comes with the machine: what dir() tells of it is not all that is there. */
static bool is_own_module(const Machine *m, const Object *o)
{
    const ModuleObject *module = (const ModuleObject *)o;
    return is_exact(m, o, module) && (module->spec || module->core);
}

/* What such a module or the class's own __dir__ says; where that fails nothing is suggested. */
static Object *told_attributes(Machine *m, Object *o)
{
    Object *pending = error_fetch(m), *names;
    if (is_own_module(m, o)) {
        names = module_listed_names(m, (const ModuleObject *)o);
    } else {
        Object *said = special_call(m, o, m->id.__dir__, NULL, 0, NULL);
        names = said ? sequence_list(m, said) : NULL;
        xdecref(m, said);
    }
    if (names && list_sort(m, names, NULL, false) < 0)
        clear_ref(m, names);
    error_clear(m);
    error_restore(m, pending);
    return names;
}

static void consider_names(Machine *m, struct search *s, Object *const *names, size_t n)
{
    bool hide = m->profile->suggestions_from_all && s->wrong.data[0] != '_';
    for (size_t i = 0; n <= MAX_CANDIDATES && i < n; i++)
        if (!(hide && is_str(names[i]) && str_len(names[i]) && str_at(names[i], 0) == '_'))
            consider(s, names[i]);
}

static void consider_attributes(Machine *m, struct search *s, Object *o)
{
    const Object *dir = type_lookup(m, o->type, m->id.__dir__);
    if (is_own_module(m, o) || (dir && is_exact(m, dir, function))) {
        if ((s->told = told_attributes(m, o)))
            consider_names(m, s, ((ListObject *)s->told)->item, (size_t)list_size(s->told));
        return;
    }
    struct names names = {0};
    gather_attributes(m, &names, o);
    consider_names(m, s, names.item, names.n);
    base_free(names.item);
}

Object *suggest_of_module(Machine *m, Object *name, Object *module)
{
    struct search s;
    if (search_begin(&s, name))
        consider_attributes(m, &s, module);
    buffer_free(&s.wrong);
    Object *best = xnewref(s.best);
    xdecref(m, s.told);
    return best;
}

/* ---- printing -------------------------------------------------------------------------------- */

static void print_suggestion(Object *suggestion, struct buffer *out)
{
    buffer_puts(out, ". Did you mean: '");
    str_to_utf8(suggestion, out);
    buffer_puts(out, "'?");
}

/* Lib/traceback.py of 3.12, other than C, takes nothing for close that costs as much as there are
 * characters in the name. */
static void limit_to_length(Machine *m, struct search *s, Object *name)
{
    if (m->traceback_formats && m->profile->suggestions_within_length)
        s->best_distance = (int)str_len(name);
}

static bool is_close(Machine *m, struct search *s, Object *name, Object *suggestion)
{
    struct buffer text = {0};
    s->best_distance = INT_MAX;
    limit_to_length(m, s, name);
    str_to_utf8(suggestion, &text);
    bool close = !strncmp(buffer_text(&text), "self.", 5) || improves(s, text.data, text.len);
    buffer_free(&text);
    return close;
}

/* The innermost frame of the traceback, as it is now; NULL without a traceback. */
static const Frame *frame_that_raised(const Machine *m, const ExceptionObject *e)
{
    const Object *sought = m->traceback_sought ? m->traceback_sought : e->traceback;
    if (!sought || sought == m->none)
        return NULL;
    const TracebackObject *tb = (const TracebackObject *)sought;
    while (tb->next)
        tb = (const TracebackObject *)tb->next;
    return tb->frame ? ((const FrameObject *)tb->frame)->frame : NULL;
}

void suggest_print(Machine *m, const ExceptionObject *e, struct buffer *out)
{
    struct search s;
    const Type *type = e->ob_base.type;
    if (type_is_subtype(type, m->exc[EXC_ImportError]) && e->suggestion)
        print_suggestion(e->suggestion, out);
    if (!e->value || !is_str(e->value))
        return;
    bool ok = search_begin(&s, e->value);
    if (ok && type_is_subtype(type, m->exc[EXC_AttributeError]) && e->obj) {
        limit_to_length(m, &s, e->value);
        consider_attributes(m, &s, e->obj);
        if (s.best)
            print_suggestion(s.best, out);
        xdecref(m, s.told);
    } else if (type_is_subtype(type, m->exc[EXC_NameError])) {
        const Frame *raised = frame_that_raised(m, e);
        Object *meant = raised ? suggest_name(m, e->value, raised) : NULL;
        bool close = meant && is_close(m, &s, e->value, meant);
        if (close)
            print_suggestion(meant, out);
        xdecref(m, meant);
        if (m->profile->suggests_imports && import_is_stdlib(m, buffer_text(&s.wrong)))
            buffer_printf(out, "%s forget to import '%s'%s", close ? " Or did you" : ". Did you",
                          buffer_text(&s.wrong),
                          m->traceback_formats && m->profile->suggestions_within_length ? "" : "?");
    }
    buffer_free(&s.wrong);
}
