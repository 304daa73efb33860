/* re.Pattern, and the module _sre: Modules/_sre/sre.c. */
#include "re_internal.h"

#include "../specs.h"

#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/tuple.h>

#include <stdio.h>
#include <string.h>

enum { PATTERN_SIZE = 96 };

static PatternObject *as_pattern(Object *o)
{
    return (PatternObject *)o;
}

/* ---- texts ----------------------------------------------------------------------------------- */

bool re_borrow(Machine *m, Object *string, MemoryLoan *loan)
{
    if (memory_peek(m, string, loan))
        return true;
    error_set(m, EXC_TypeError, "expected string or bytes-like object, got '%.200s'",
              type_name(string));
    return false;
}

/* Of an object that lends its memory, which may have become shorter since the match. */
static Object *slice_lent(Machine *m, Object *string, ssize_t start, ssize_t end)
{
    MemoryLoan loan;
    if (!re_borrow(m, string, &loan))
        return NULL;
    end = end < loan.len ? end : loan.len;
    start = start < end ? start : end;
    return bytes_new(m, loan.data + start, end - start);
}

Object *re_slice(Machine *m, Object *string, ssize_t start, ssize_t end)
{
    if (is_str(string))
        return str_substring(m, string, start, end);
    if (!is_bytes(string))
        return slice_lent(m, string, start, end);
    if (start == 0 && end == ((BytesObject *)string)->size && is_exact(m, string, bytes))
        return newref(string);
    return bytes_new(m, ((BytesObject *)string)->data + start, end - start);
}

Object *re_join(Machine *m, Object *string, Object *list)
{
    Object *name = str_intern_ascii(m, "join");
    Object *empty = is_str(string) ? m->empty_str : m->empty_bytes;
    Object *r = name ? object_call_method(m, empty, name, &list, 1) : NULL;
    xdecref(m, name);
    return r;
}

/* ---- compiling ------------------------------------------------------------------------------- */

static void pattern_dealloc(Machine *m, Object *o)
{
    PatternObject *p = as_pattern(o);
    gc_untrack(m, o);
    heap_free(m, p->program.code);
    clear_ref(m, p->pattern);
    clear_ref(m, p->groupindex);
    clear_ref(m, p->error);
    object_free(m, o, PATTERN_SIZE);
}

static int pattern_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    const PatternObject *p = as_pattern(o);
    return VISIT(p->pattern, p->groupindex, p->error);
}

/* compile(pattern, flags, error) */
BUILTIN(sre_compile)
{
    UNUSED_SELF;
    (void)kwnames;
    int overflow;
    if (!arg_check_positional(m, "compile", nargs, 3, 3))
        return NULL;
    if (!is_str(args[0]) && !is_bytes(args[0]))
        return error_set(m, EXC_TypeError, "first argument must be string or compiled pattern");
    if (int_as_i64(args[1], &overflow) & RE_FLAG_DEBUG)
        return error_not_simulated(m, "what re.DEBUG prints");
    PatternObject *p = object_new(m, m->types.re_pattern, sizeof *p, PATTERN_SIZE);
    if (!p)
        return NULL;
    p->pattern = newref(args[0]);
    p->error = newref(args[2]);
    p->is_bytes = is_bytes(args[0]);
    struct re_tree tree;
    bool ok = re_parse(m, args[0], (int)int_as_i64(args[1], &overflow), args[2], &tree) &&
              re_compile(m, &tree, args[2], &p->program);
    p->flags = tree.flags;
    p->groupindex = tree.groupindex;
    tree.groupindex = NULL;
    re_tree_free(m, &tree);
    if (!ok)
        clear_ref(m, p);
    else
        gc_track(m, &p->ob_base);
    return (Object *)p;
}

/* ---- starting -------------------------------------------------------------------------------- */

/* The text must be of the pattern's kind. */
static bool check_subject(Machine *m, const PatternObject *p, Object *string)
{
    MemoryLoan loan;
    if (!is_str(string) && !is_bytes(string) && !re_borrow(m, string, &loan))
        return false;
    if (is_str(string) && p->is_bytes)
        error_set(m, EXC_TypeError, "cannot use a bytes pattern on a string-like object");
    else if (!is_str(string) && !p->is_bytes)
        error_set(m, EXC_TypeError, "cannot use a string pattern on a bytes-like object");
    return !error_occurred(m);
}

/* A position argument, clipped; `otherwise` where it was not given. */
static bool position(Machine *m, Object *o, ssize_t otherwise, ssize_t *v)
{
    *v = otherwise;
    return !o || int_as_c_ssize(m, o, v);
}

static bool start_run(Machine *m, PatternObject *p, Object *string, ssize_t pos, ssize_t endpos,
                      struct re_run *r)
{
    if (!check_subject(m, p, string) || !re_run_init(m, r, &p->program, string))
        return false;
    ssize_t n = r->text.length;
    r->start = pos < 0 ? 0 : pos > n ? n : pos;
    r->end = endpos < 0 ? 0 : endpos > n ? n : endpos;
    if (r->end < r->start)
        r->end = endpos < 0 ? 0 : r->end;
    return true;
}

/* string, pos, endpos of most methods */
static bool start_method(Machine *m, const char *name, Object *self, Object *const *args,
                         size_t nargs, Object *kwnames, Object **string, struct re_run *r)
{
    static const char *const names[] = {"string", "pos", "endpos", NULL};
    Object *out[3];
    ssize_t pos, endpos;
    if (!arg_parse(m, name, args, nargs, kwnames, names, 1, 3, out) ||
        !position(m, out[1], 0, &pos) || !position(m, out[2], INT64_MAX, &endpos))
        return false;
    *string = out[0];
    return start_run(m, as_pattern(self), out[0], pos, endpos, r);
}

enum how { MATCH, FULLMATCH, SEARCH };

static Object *match_once(Machine *m, const char *name, Object *self, Object *const *args,
                          size_t nargs, Object *kwnames, enum how how)
{
    struct re_run r;
    Object *string, *result = NULL;
    if (!start_method(m, name, self, args, nargs, kwnames, &string, &r))
        return NULL;
    ssize_t pos = r.start;
    r.whole = how == FULLMATCH;
    int found = r.start > r.end && how != SEARCH ? 0
                : how == SEARCH                  ? re_run_search(m, &r)
                                                 : re_run_match(m, &r);
    if (found == 0)
        result = newref(m->none);
    else if (found > 0)
        result = re_match_new(m, as_pattern(self), string, &r, pos);
    re_run_free(m, &r);
    return result;
}

BUILTIN(pattern_match)
{
    return match_once(m, "match", self, args, nargs, kwnames, MATCH);
}
BUILTIN(pattern_fullmatch)
{
    return match_once(m, "fullmatch", self, args, nargs, kwnames, FULLMATCH);
}
BUILTIN(pattern_search)
{
    return match_once(m, "search", self, args, nargs, kwnames, SEARCH);
}

/* Behind a match: where the next one may begin. */
static void go_on(struct re_run *r)
{
    r->must_advance = r->position == r->start;
    r->start = r->position;
}

/* ---- findall --------------------------------------------------------------------------------- */

static Object *group_text(Machine *m, const struct re_run *r, Object *string, uint32_t group)
{
    ssize_t from = r->slot[2 * group], to = r->slot[2 * group + 1];
    if (from < 0 || to < from)
        return re_slice(m, string, 0, 0);
    return re_slice(m, string, from, to);
}

/* What findall gives for a match: the whole, the only group, or a tuple of all groups. */
static Object *found_item(Machine *m, const struct re_run *r, Object *string)
{
    uint32_t groups = r->program->groups;
    if (groups == 0)
        return re_slice(m, string, r->start, r->position);
    if (groups == 1)
        return group_text(m, r, string, 0);
    Object *all = tuple_new(m, groups);
    for (uint32_t g = 0; all && g < groups; g++)
        if (!(((TupleObject *)all)->item[g] = group_text(m, r, string, g)))
            clear_ref(m, all);
    if (all)
        gc_track(m, all);
    return all;
}

BUILTIN(pattern_findall)
{
    struct re_run r;
    Object *string, *list = NULL;
    if (!start_method(m, "findall", self, args, nargs, kwnames, &string, &r))
        return NULL;
    int found = 0;
    if ((list = list_new(m, 0)))
        while ((found = re_run_search(m, &r)) > 0) {
            Object *item = found_item(m, &r, string);
            if (!item || list_append_steal(m, list, item) < 0) {
                found = -1;
                break;
            }
            go_on(&r);
        }
    re_run_free(m, &r);
    if (found < 0)
        clear_ref(m, list);
    return list;
}

/* ---- scanners and finditer ------------------------------------------------------------------- */

typedef struct ScannerObject {
    Object ob_base;
    PatternObject *pattern;
    Object *string;
    ssize_t pos, start, endpos;
    bool must_advance, ended;
} ScannerObject;

static Object *scanner_new(Machine *m, const char *name, Object *self, Object *const *args,
                           size_t nargs, Object *kwnames)
{
    struct re_run r;
    Object *string;
    if (!start_method(m, name, self, args, nargs, kwnames, &string, &r))
        return NULL;
    re_run_free(m, &r);
    size_t size = (size_t)m->profile->regex_scanner_size;
    ScannerObject *s = object_new(m, m->types.re_scanner, sizeof *s, size);
    if (!s)
        return NULL;
    s->pattern = (PatternObject *)newref(self);
    s->string = newref(string);
    re_hold(m, string, 1);
    s->pos = s->start = r.start;
    s->endpos = r.end;
    gc_track(m, &s->ob_base);
    return &s->ob_base;
}

static Object *scan(Machine *m, ScannerObject *s, enum how how)
{
    struct re_run r;
    Object *result = NULL;
    if (s->ended)
        return newref(m->none);
    if (!start_run(m, s->pattern, s->string, s->start, s->endpos, &r))
        return NULL;
    r.must_advance = s->must_advance;
    int found = how == SEARCH ? re_run_search(m, &r) : re_run_match(m, &r);
    if (found == 0) {
        s->ended = true;
        result = newref(m->none);
    } else if (found > 0) {
        result = re_match_new(m, s->pattern, s->string, &r, s->pos);
        go_on(&r);
        s->start = r.start;
        s->must_advance = r.must_advance;
    }
    re_run_free(m, &r);
    return result;
}

BUILTIN(scanner_match)
{
    (void)args;
    (void)nargs;
    (void)kwnames;
    return scan(m, (ScannerObject *)self, MATCH);
}
BUILTIN(scanner_search)
{
    (void)args;
    (void)nargs;
    (void)kwnames;
    return scan(m, (ScannerObject *)self, SEARCH);
}

static Object *scanner_get_pattern(Machine *m, Object *self)
{
    (void)m;
    return newref(((ScannerObject *)self)->pattern);
}

static void scanner_dealloc(Machine *m, Object *o)
{
    ScannerObject *s = (ScannerObject *)o;
    gc_untrack(m, o);
    clear_ref(m, s->pattern);
    re_hold(m, s->string, -1);
    clear_ref(m, s->string);
    object_free(m, o, (size_t)m->profile->regex_scanner_size);
}

static int scanner_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    const ScannerObject *s = (ScannerObject *)o;
    return VISIT((Object *)s->pattern, s->string);
}

static ssize_t scanner_sizeof(Machine *m, Object *o)
{
    (void)o;
    return m->profile->regex_scanner_size;
}

static const MethodDef scanner_methods[] = {
    {"match", scanner_match, METH_NOARGS, "The match that begins where the last one ended."},
    {"search", scanner_search, METH_NOARGS, "The next match."},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef scanner_getset[] = {
    {"pattern", scanner_get_pattern, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec re_scanner_spec = {
    .name = "_sre.SRE_Scanner",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .size = sizeof(ScannerObject),
    .methods = scanner_methods,
    .getset = scanner_getset,
    .slots =
        {
            .tp_dealloc = scanner_dealloc,
            .tp_traverse = scanner_traverse,
            .tp_sizeof = scanner_sizeof,
        },
};

BUILTIN(pattern_scanner)
{
    return scanner_new(m, "scanner", self, args, nargs, kwnames);
}

BUILTIN(pattern_finditer)
{
    Object *scanner = scanner_new(m, "finditer", self, args, nargs, kwnames);
    Object *name = scanner ? str_intern_ascii(m, "search") : NULL;
    Object *search = name ? object_getattr(m, scanner, name) : NULL;
    Object *iterator = search ? callable_iterator_new(m, search, m->none) : NULL;
    xdecref(m, scanner);
    xdecref(m, name);
    xdecref(m, search);
    return iterator;
}

/* ---- split ----------------------------------------------------------------------------------- */

static bool append_slice(Machine *m, Object *list, Object *string, ssize_t from, ssize_t to)
{
    Object *piece = re_slice(m, string, from, to);
    return piece && list_append_steal(m, list, piece) == 0;
}

static bool append_groups(Machine *m, Object *list, const struct re_run *r, Object *string)
{
    for (uint32_t g = 0; g < r->program->groups; g++) {
        ssize_t from = r->slot[2 * g], to = r->slot[2 * g + 1];
        if (from < 0 || to < from ? list_append(m, list, m->none) < 0
                                  : !append_slice(m, list, string, from, to))
            return false;
    }
    return true;
}

BUILTIN(pattern_split)
{
    static const char *const names[] = {"string", "maxsplit", NULL};
    Object *out[2];
    ssize_t most;
    struct re_run r;
    if (!arg_parse(m, "split", args, nargs, kwnames, names, 1, 2, out) ||
        !position(m, out[1], 0, &most) || !start_run(m, as_pattern(self), out[0], 0, INT64_MAX, &r))
        return NULL;
    Object *list = list_new(m, 0);
    ssize_t last = 0;
    int found = list ? 1 : -1;
    for (ssize_t n = 0; found > 0 && (most == 0 || n < most); n++) {
        if ((found = re_run_search(m, &r)) <= 0)
            break;
        if (!append_slice(m, list, out[0], last, r.start) || !append_groups(m, list, &r, out[0]))
            found = -1;
        last = r.position;
        go_on(&r);
    }
    if (found >= 0 && !append_slice(m, list, out[0], last, r.end))
        found = -1;
    re_run_free(m, &r);
    if (found < 0)
        clear_ref(m, list);
    return list;
}

/* ---- sub ------------------------------------------------------------------------------------- */

/* What takes a match's place, appended to the list.  filter: a callable, a template's list, or
 * text. */
static bool append_replacement(Machine *m, Object *list, PatternObject *p, Object *filter,
                               Object *string, const struct re_run *r, bool callable)
{
    if (!callable && !is_list(filter))
        return list_append(m, list, filter) == 0;
    Object *match = re_match_new(m, p, string, r, 0);
    if (!match)
        return false;
    bool ok;
    if (callable) {
        Object *item = object_call1(m, filter, match);
        ok = item && (item == m->none || list_append(m, list, item) == 0);
        xdecref(m, item);
    } else {
        ok = re_template_expand(m, filter, (MatchObject *)match, list) == 0;
    }
    decref(m, match);
    return ok;
}

/* What is searched while functions of the program may run: in their time a view may be released. */
static Object *steady_text(Machine *m, Object *string, bool callable)
{
    bool steady = !callable || is_str(string) || is_bytes(string) || is_bytearray(m, string);
    MemoryLoan loan;
    if (steady || !memory_peek(m, string, &loan))
        return newref(string);
    return bytes_new(m, loan.data, loan.len);
}

static Object *substitute(Machine *m, const char *name, Object *self, Object *const *args,
                          size_t nargs, Object *kwnames, ssize_t *count)
{
    static const char *const names[] = {"repl", "string", "count", NULL};
    PatternObject *p = as_pattern(self);
    Object *out[3];
    ssize_t most;
    struct re_run r;
    if (!arg_parse(m, name, args, nargs, kwnames, names, 2, 3, out) ||
        !position(m, out[2], 0, &most))
        return NULL;
    bool callable = object_is_callable(out[0]);
    Object *filter = callable ? newref(out[0]) : re_template_parse(m, p, out[0]);
    Object *text = filter ? steady_text(m, out[1], callable) : NULL;
    if (!text || !start_run(m, p, text, 0, INT64_MAX, &r)) {
        xdecref(m, filter);
        xdecref(m, text);
        return NULL;
    }
    Object *list = list_new(m, 0), *result = NULL;
    ssize_t last = 0, n = 0;
    int found = list ? 1 : -1;
    while (found > 0 && (most == 0 || n < most)) {
        if ((found = re_run_search(m, &r)) <= 0)
            break;
        if ((last < r.start && !append_slice(m, list, out[1], last, r.start)) ||
            !append_replacement(m, list, p, filter, out[1], &r, callable))
            found = -1;
        last = r.position;
        n++;
        go_on(&r);
    }
    if (found >= 0 && last < r.end && !append_slice(m, list, out[1], last, r.end))
        found = -1;
    if (found >= 0)
        result = n == 0 ? re_slice(m, out[1], 0, r.end) : re_join(m, out[1], list);
    re_run_free(m, &r);
    xdecref(m, list);
    decref(m, filter);
    decref(m, text);
    *count = n;
    return result;
}

BUILTIN(pattern_sub)
{
    ssize_t n;
    return substitute(m, "sub", self, args, nargs, kwnames, &n);
}

BUILTIN(pattern_subn)
{
    ssize_t n;
    Object *text = substitute(m, "subn", self, args, nargs, kwnames, &n);
    Object *pair[2] = {text, text ? int_from_i64(m, n) : NULL};
    if (!text || !pair[1]) {
        xdecref(m, text);
        return NULL;
    }
    return tuple_from_array_steal(m, pair, 2);
}

/* ---- the type -------------------------------------------------------------------------------- */

static const struct {
    int flag;
    const char *name;
} flag_names[] = {
    {RE_FLAG_TEMPLATE, "re.TEMPLATE"}, {RE_FLAG_IGNORECASE, "re.IGNORECASE"},
    {RE_FLAG_LOCALE, "re.LOCALE"},     {RE_FLAG_MULTILINE, "re.MULTILINE"},
    {RE_FLAG_DOTALL, "re.DOTALL"},     {RE_FLAG_UNICODE, "re.UNICODE"},
    {RE_FLAG_VERBOSE, "re.VERBOSE"},   {RE_FLAG_DEBUG, "re.DEBUG"},
    {RE_FLAG_ASCII, "re.ASCII"},
};

static Object *pattern_repr(Machine *m, Object *o)
{
    const PatternObject *p = as_pattern(o);
    int flags = p->flags;
    if (!p->is_bytes && (flags & RE_TYPE_FLAGS) == RE_FLAG_UNICODE)
        flags &= ~RE_FLAG_UNICODE;
    Object *shown = object_repr(m, p->pattern);
    if (!shown)
        return NULL;
    StrWriter w = {0};
    str_writer_ascii(m, &w, "re.compile(");
    str_writer_range(m, &w, shown, 0, str_len(shown) < 200 ? str_len(shown) : 200);
    const char *between = ", ";
    for (size_t i = 0; i < sizeof flag_names / sizeof *flag_names; i++) {
        if (!(flags & flag_names[i].flag))
            continue;
        str_writer_ascii(m, &w, between);
        str_writer_ascii(m, &w, flag_names[i].name);
        between = "|";
        flags &= ~flag_names[i].flag;
    }
    if (flags) {
        char rest[16];
        snprintf(rest, sizeof rest, "%#x", (unsigned)flags);
        str_writer_ascii(m, &w, between);
        str_writer_ascii(m, &w, rest);
    }
    decref(m, shown);
    str_writer_char(m, &w, ')');
    return str_writer_finish(m, &w);
}

static bool same_program(const PatternObject *a, const PatternObject *b)
{
    return a->flags == b->flags && a->is_bytes == b->is_bytes &&
           a->program.length == b->program.length &&
           memcmp(a->program.code, b->program.code, a->program.length * sizeof(uint32_t)) == 0;
}

static Object *pattern_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || a->type != b->type)
        return newref(m->not_implemented);
    int equal = a == b;
    if (!equal && same_program(as_pattern(a), as_pattern(b)))
        equal =
            object_richcompare_bool(m, as_pattern(a)->pattern, as_pattern(b)->pattern, COMPARE_EQ);
    return equal < 0 ? NULL : newref(bool_of(m, equal == (op == COMPARE_EQ)));
}

static hash_t pattern_hash(Machine *m, Object *o)
{
    const PatternObject *p = as_pattern(o);
    hash_t h = object_hash(m, p->pattern);
    if (h == -1)
        return -1;
    h ^= hash_bytes(m, p->program.code, p->program.length * sizeof(uint32_t)) ^ p->flags ^
         p->is_bytes;
    return h == -1 ? -2 : h;
}

static Object *pattern_get_pattern(Machine *m, Object *o)
{
    (void)m;
    return newref(as_pattern(o)->pattern);
}
static Object *pattern_get_flags(Machine *m, Object *o)
{
    return int_from_i64(m, as_pattern(o)->flags);
}
static Object *pattern_get_groups(Machine *m, Object *o)
{
    return int_from_i64(m, as_pattern(o)->program.groups);
}
static Object *pattern_get_groupindex(Machine *m, Object *o)
{
    return object_call1(m, (Object *)m->types.mappingproxy, as_pattern(o)->groupindex);
}

BUILTIN(pattern_itself) /* __copy__, __deepcopy__ */
{
    UNUSED_ONE;
    (void)args;
    (void)m;
    return newref(self);
}

/* CPython's depends on its own program for the pattern. */
static ssize_t pattern_sizeof(Machine *m, Object *o)
{
    (void)m;
    (void)o;
    return -1;
}

static const MethodDef pattern_methods[] = {
    {"findall", pattern_findall, METH_KEYWORDS, "A list of what all matches give."},
    {"finditer", pattern_finditer, METH_KEYWORDS, "An iterator over all matches."},
    {"fullmatch", pattern_fullmatch, METH_KEYWORDS, "A match of the whole text, or None."},
    {"match", pattern_match, METH_KEYWORDS, "A match at the start, or None."},
    {"scanner", pattern_scanner, METH_KEYWORDS, NULL},
    {"search", pattern_search, METH_KEYWORDS, "The first match anywhere, or None."},
    {"split", pattern_split, METH_KEYWORDS, "The text between the matches."},
    {"sub", pattern_sub, METH_KEYWORDS, "The text with every match replaced."},
    {"subn", pattern_subn, METH_KEYWORDS, "The same, and how many were replaced."},
    {"__copy__", pattern_itself, METH_NOARGS, NULL},
    {"__deepcopy__", pattern_itself, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef pattern_getset[] = {
    {"flags", pattern_get_flags, NULL},
    {"groupindex", pattern_get_groupindex, NULL},
    {"groups", pattern_get_groups, NULL},
    {"pattern", pattern_get_pattern, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec re_pattern_spec = {
    .name = "re.Pattern",
    .flags = TYPE_WEAKREFS | TYPE_GC | TYPE_NO_NEW,
    .basicsize = PATTERN_SIZE,
    .itemsize = 4,
    .size = sizeof(PatternObject),
    .methods = pattern_methods,
    .getset = pattern_getset,
    .doc = "A compiled regular expression.",
    .slots =
        {
            .tp_dealloc = pattern_dealloc,
            .tp_traverse = pattern_traverse,
            .tp_repr = pattern_repr,
            .tp_hash = pattern_hash,
            .tp_richcompare = pattern_richcompare,
            .tp_sizeof = pattern_sizeof,
        },
};

/* ---- the modules ----------------------------------------------------------------------------- */

static const MethodDef sre_methods[] = {
    {"compile", sre_compile, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

static int sre_exec(Machine *m, Object *dict)
{
    return module_add_type(m, dict, m->types.re_pattern) < 0 ||
                   module_add_type(m, dict, m->types.re_match) < 0 ||
                   module_add_type(m, dict, m->types.re_scanner) < 0
               ? -1
               : 0;
}

const ModuleSpec sre_module = {
    .name = "_sre",
    .doc = "The engine of regular expressions.",
    .methods = sre_methods,
    .exec = sre_exec,
};
const ModuleSpec re_module = {
    .name = "re",
    .doc = "Regular expressions.",
    .python = true,
    .package = true,
    .missing = "Scanner",
};
