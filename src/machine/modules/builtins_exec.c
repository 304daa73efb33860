/* compile(), eval() and exec(): Python/bltinmodule.c. */
#include <pyviz/base/utf8.h>
#include <pyviz/lang/source.h>
#include <pyviz/lang/symtable.h>
#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../class.h"
#include "../compile_source.h"

#include "../eval.h"
#include "../eval_ops.h"
#include "builtins.h"
#include "stdio.h"

#include <string.h>

/* ---- the source ------------------------------------------------------------------------------ */

/* The text as bytes of UTF-8; NULL with TypeError or SyntaxError.  source_as_string. */
static Object *source_bytes(Machine *m, Object *source, const char *function, const char *kinds)
{
    Object *bytes = is_str(source)     ? str_encode(m, source, NULL, NULL)
                    : is_bytes(source) ? newref(source)
                                       : memory_bytes(m, source);
    if (bytes && is_str(source))
        str_keep_utf8(source);
    if (!bytes && source->type->tp_flags & TYPE_HEAP &&
        dict_get_str(m, source->type->tp_dict, m->id.__match_args__))
        return error_not_simulated(m, "%s() of a tree", function); /* of the module ast */
    if (!bytes && !error_occurred(m))
        return error_set(m, EXC_TypeError, "%s() arg 1 must be a %s object", function, kinds);
    if (bytes && memchr(((BytesObject *)bytes)->data, 0, (size_t)((BytesObject *)bytes)->size)) {
        bool value = m->profile->exec_null_is_value_error;
        error_set(m, value ? EXC_ValueError : EXC_SyntaxError,
                  "source code string cannot contain null bytes");
        clear_ref(m, bytes);
    }
    return bytes;
}

static void *encoding_error(Machine *m, const char *filename)
{
    Object *raised = error_fetch(m), *why = object_str(m, raised);
    Object *file = str_from_utf8(m, filename, strlen(filename));
    Object *line = int_from_i64(m, 0), *column = int_from_i64(m, -1);
    Object *place = file && line && column ? tuple_pack(m, 4, file, line, column, m->none) : NULL;
    Object *args = why && place ? tuple_pack(m, 2, why, place) : NULL;
    Object *const owned[] = {raised, why, file, line, column, place};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        xdecref(m, owned[i]);
    if (args)
        error_set_value(m, EXC_SyntaxError, args);
    xdecref(m, args);
    return NULL;
}

static const char byte_order_mark[] = "\xef\xbb\xbf";

/* Bytes that a program gives are in the encoding that their first lines name, else in UTF-8: as the
 * latter, in place of the former. */
static Object *recoded(Machine *m, Object *bytes, const char *filename)
{
    const char *text = ((BytesObject *)bytes)->data, *name = NULL;
    ssize_t size = ((BytesObject *)bytes)->size;
    size_t n = source_declared_encoding(text, (size_t)size, &name);
    bool bom = size >= 3 && memcmp(text, byte_order_mark, 3) == 0;
    bool good = (bom || !n) && utf8_validate(text, (size_t)size) == (size_t)size;
    if (good && !bom)
        return bytes;
    Object *encoding = n && !bom ? str_from_utf8(m, name, n) : NULL;
    Object *decoded = encoding ? str_decode(m, text, size, encoding, NULL) : NULL;
    Object *result = decoded ? str_encode(m, decoded, NULL, NULL)
                     : good  ? bytes_new(m, text + 3, size - 3)
                             : NULL;
    if (!result && error_matches(m, EXC_LookupError))
        encoding_error(m, filename);
    else if (!result)
        error_not_simulated(m, "source bytes that their encoding does not allow");
    xdecref(m, encoding);
    xdecref(m, decoded);
    decref(m, bytes);
    return result;
}

/* What the running code has imported from __future__ holds for what it compiles. */
static unsigned inherited_future(const Machine *m)
{
    return m->frame ? (unsigned)m->frame->code->flags & FUTURE_ALL : 0;
}

/* Code of the text; eval() takes the blanks in front of an expression away. */
static Object *compile_bytes(Machine *m, Object *bytes, const char *filename,
                             enum compile_mode mode, bool bare,
                             const struct compile_options *options)
{
    const char *text = ((BytesObject *)bytes)->data;
    size_t n = (size_t)((BytesObject *)bytes)->size;
    for (; bare && n && (*text == ' ' || *text == '\t'); n--)
        text++;
    /* up to 3.11 the compiler counts on from where the program is */
    if (!m->profile->c_recursion_limit && m->recursion_depth >= m->limits.recursion)
        return error_set(m, EXC_RecursionError,
                         "maximum recursion depth exceeded during compilation");
    return compile_source(m, filename, text, n, mode, options);
}

/* ---- compile() ------------------------------------------------------------------------------- */

static bool mode_of(Machine *m, Object *mode, enum compile_mode *out)
{
    static const char *const names[] = {
        [COMPILE_EXEC] = "exec", [COMPILE_EVAL] = "eval", [COMPILE_SINGLE] = "single"};
    if (!is_str(mode)) {
        error_set(m, EXC_TypeError, "compile() argument 'mode' must be str, not %s",
                  type_name(mode));
        return false;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equals_ascii(mode, names[i])) {
            *out = (enum compile_mode)i;
            return true;
        }
    error_set(m, EXC_ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
    return false;
}

enum {
    NESTED_SCOPES = 0x10,
    DONT_IMPLY_DEDENT = 0x200,
    FLAGS_REFUSED = 0x400 | 0x1000 | 0x2000 | 0x4000 | 0x8000, /* ASTs, `await` at the top, ... */
};

/* compile()'s flags, dont_inherit and optimize.  false: an exception is set. */
static bool take_options(Machine *m, Object *flags, Object *dont_inherit, Object *optimize,
                         struct compile_options *out)
{
    ssize_t bits = flags ? number_as_ssize(m, flags, EXC_OverflowError) : 0;
    int alone = error_occurred(m) || !dont_inherit ? 0 : object_is_true(m, dont_inherit);
    ssize_t level =
        error_occurred(m) || !optimize ? -1 : number_as_ssize(m, optimize, EXC_OverflowError);
    if (error_occurred(m))
        return false;
    if (bits & ~(ssize_t)(FUTURE_ALL | NESTED_SCOPES | DONT_IMPLY_DEDENT | FLAGS_REFUSED))
        error_set(m, EXC_ValueError, "compile(): unrecognised flags");
    else if (level < -1 || level > 2)
        error_set(m, EXC_ValueError, "compile(): invalid optimize value");
    else if (bits & FLAGS_REFUSED)
        error_not_simulated(m, "compile() with flags");
    *out = (struct compile_options){
        .future = ((unsigned)bits & FUTURE_ALL) | (alone ? 0 : inherited_future(m)),
        .optimize = level > 0 ? (int)level : 0,
    };
    return !error_occurred(m);
}

/* What __fspath__ gives: a str or bytes.  Modules/posixmodule.c: PyOS_FSPath. */
static Object *fspath(Machine *m, Object *o)
{
    bool missing = false;
    Object *name = str_intern_ascii(m, "__fspath__");
    Object *path = name ? special_call(m, o, name, NULL, 0, &missing) : NULL;
    xdecref(m, name);
    if (missing)
        return error_set(m, EXC_TypeError, "expected str, bytes or os.PathLike object, not %T", o);
    if (path && !is_str(path) && !is_bytes(path)) {
        error_set(m, EXC_TypeError, "expected %T.__fspath__() to return str or bytes, not %T", o,
                  path);
        clear_ref(m, path);
    }
    return path;
}

/* Of a str, bytes, or what has __fspath__: the bytes, without a NUL; or NULL.
 * PyUnicode_FSDecoder. */
static Object *filename_bytes(Machine *m, Object *given)
{
    Object *path = is_str(given) || is_bytes(given) ? newref(given) : fspath(m, given);
    Object *bytes = path && is_str(path) ? str_encode(m, path, NULL, NULL) : xnewref(path);
    if (bytes && memchr(((BytesObject *)bytes)->data, 0, (size_t)((BytesObject *)bytes)->size)) {
        error_set(m, EXC_ValueError, "embedded null character");
        clear_ref(m, bytes);
    }
    xdecref(m, path);
    return bytes;
}

BUILTIN(builtin_compile)
{
    static const char *const names[] = {
        "source",   "filename",         "mode", "flags", "dont_inherit",
        "optimize", "_feature_version", NULL};
    UNUSED_SELF;
    Object *out[7];
    enum compile_mode mode;
    struct compile_options options;
    if (!arg_parse(m, "compile", args, nargs, kwnames, names, 3, 6, out))
        return NULL;
    Object *name = filename_bytes(m, out[1]);
    if (name && (!take_options(m, out[3], out[4], out[5], &options) || !mode_of(m, out[2], &mode)))
        clear_ref(m, name);
    Object *bytes = name ? source_bytes(m, out[0], "compile", "string, bytes or AST") : NULL;
    if (bytes && !is_str(out[0]))
        bytes = recoded(m, bytes, ((BytesObject *)name)->data);
    Object *code =
        bytes ? compile_bytes(m, bytes, ((BytesObject *)name)->data, mode, false, &options) : NULL;
    xdecref(m, bytes);
    xdecref(m, name);
    return code;
}

/* ---- eval() and exec() ----------------------------------------------------------------------- */

static bool is_mapping(const Object *o)
{
    return slots_of(o)->mp_subscript != NULL;
}

/* What the names of the code are looked up in: new references. */
struct namespaces {
    Object *globals, *locals;
};

static bool check_globals(Machine *m, Object *globals, bool exec)
{
    if (is_dict(globals))
        return true;
    if (exec)
        error_set(m, EXC_TypeError, "exec() globals must be a dict, not %.100s",
                  type_name(globals));
    else
        error_set(m, EXC_TypeError, "%s",
                  is_mapping(globals) ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                      : "globals must be a dict");
    return false;
}

static bool check_locals(Machine *m, Object *locals, bool exec)
{
    if (is_mapping(locals))
        return true;
    if (exec)
        error_set(m, EXC_TypeError, "locals must be a mapping or None, not %.100s",
                  type_name(locals));
    else
        error_set(m, EXC_TypeError, "locals must be a mapping");
    return false;
}

/* Code that runs by itself needs its builtins. */
static int add_builtins(Machine *m, Object *globals)
{
    int known = dict_contains(m, globals, m->id.__builtins__);
    return known ? (known < 0 ? -1 : 0)
                 : dict_set(m, globals, m->id.__builtins__, m->frame->builtins);
}

/* By default the caller's; with globals alone these are the locals as well. */
static bool namespaces_of(Machine *m, Object *globals, Object *locals, bool exec,
                          struct namespaces *out)
{
    globals = globals == m->none ? NULL : globals;
    locals = locals == m->none ? NULL : locals;
    *out = (struct namespaces){0};
    if ((!exec && locals && !check_locals(m, locals, exec)) ||
        (globals && !check_globals(m, globals, exec)) ||
        (exec && locals && !check_locals(m, locals, exec)))
        return false;
    out->locals = locals    ? newref(locals)
                  : globals ? newref(globals)
                            : frame_locals_shown(m, m->frame);
    out->globals = newref(globals ? globals : m->frame->globals);
    if (out->locals && add_builtins(m, out->globals) == 0)
        return true;
    xdecref(m, out->locals);
    decref(m, out->globals);
    return false;
}

/* A cell for every free variable of the code. */
static bool check_closure(Machine *m, int nfree, Object *closure)
{
    if (!nfree && closure) {
        error_set(m, EXC_TypeError, "cannot use a closure with this code object");
        return false;
    }
    bool fits = !nfree || (closure && is_exact(m, closure, tuple) && tuple_size(closure) == nfree);
    for (int i = 0; fits && i < nfree; i++)
        fits = is_exact(m, tuple_item(closure, i), cell);
    if (!fits)
        error_set(m, EXC_TypeError, "code object requires a closure of exactly length %d", nfree);
    return fits;
}

static Object *run(Machine *m, Object *source, Object *closure, const struct namespaces *in,
                   bool exec)
{
    Object *tree = NULL;
    struct compile_options options = {.future = inherited_future(m), .tree = &tree};
    const char *function = exec ? "exec" : "eval";
    if (source->type == m->types.code) {
        int nfree = ((CodeObject *)source)->nfreevars;
        if (exec ? !check_closure(m, nfree, closure) : nfree != 0)
            return error_occurred(m)
                       ? NULL
                       : error_set(m, EXC_TypeError,
                                   "code object passed to eval() may not contain free variables");
        return eval_code(m, source, in->globals, in->locals, closure);
    }
    if (closure)
        return error_set(m, EXC_TypeError, "closure can only be used when source is a code object");
    Object *bytes = source_bytes(m, source, function, "string, bytes or code");
    if (bytes && !is_str(source))
        bytes = recoded(m, bytes, "<string>");
    Object *code = bytes ? compile_bytes(m, bytes, "<string>", exec ? COMPILE_EXEC : COMPILE_EVAL,
                                         !exec, &options)
                         : NULL;
    xdecref(m, bytes);
    Object *result = code ? eval_code(m, code, in->globals, in->locals, NULL) : NULL;
    xdecref(m, code);
    xdecref(m, tree);
    return result;
}

static Object *run_in(Machine *m, Object *const *out, Object *closure, bool exec)
{
    struct namespaces in;
    Object *none = m->none;
    if (!namespaces_of(m, out[1] ? out[1] : none, out[2] ? out[2] : none, exec, &in))
        return NULL;
    bool held = m->profile->exec_holds_locals;
    if (!held)
        decref(m, in.locals); /* whoever has given them holds them */
    Object *result = run(m, out[0], closure, &in, exec);
    decref(m, in.globals);
    if (held)
        decref(m, in.locals);
    return result;
}

/* Since 3.13 globals and locals may come by name. */
static bool take_eval(Machine *m, Object *const *args, size_t nargs, Object *kwnames, Object **out)
{
    static const char *const names[] = {"", "globals", "locals", NULL};
    if (m->profile->exec_takes_keywords)
        return arg_parse(m, "eval", args, nargs, kwnames, names, 1, 3, out);
    if (!arg_no_keywords(m, "eval", kwnames) || !arg_check_positional(m, "eval", nargs, 1, 3))
        return false;
    for (size_t i = 0; i < 3; i++)
        out[i] = i < nargs ? args[i] : NULL;
    return true;
}

BUILTIN(builtin_eval)
{
    UNUSED_SELF;
    Object *out[3];
    return take_eval(m, args, nargs, kwnames, out) ? run_in(m, out, NULL, false) : NULL;
}

BUILTIN(builtin_exec)
{
    static const char *const positional[] = {"", "", "", "closure", NULL}, *const named[] = {
                                                                               "", "globals",
                                                                               "locals", "closure",
                                                                               NULL};
    UNUSED_SELF;
    Object *out[4];
    if (!arg_parse(m, "exec", args, nargs, kwnames,
                   m->profile->exec_takes_keywords ? named : positional, 1, 3, out))
        return NULL;
    Object *result = run_in(m, out, out[3] == m->none ? NULL : out[3], true);
    xdecref(m, result);
    return result ? newref(m->none) : NULL;
}

/* ---- single statements ----------------------------------------------------------------------- */

static bool show(Machine *m, Object *text)
{
    Object *file = stdio_redirected(m, m->id.name_stdout), *newline = str_from_ascii(m, "\n");
    bool ok = newline &&
              (file ? stdio_write_to(m, file, text) == 0 && stdio_write_to(m, file, newline) == 0
                    : output_write_str(m, text) == 0 && output_write(m, "\n", 1) == 0);
    xdecref(m, newline);
    return ok;
}

/* sys.displayhook: None is not shown; anything else is, and called _ from then on. */
bool eval_display(Machine *m, Object *value)
{
    Object *name = value == m->none ? NULL : str_from_ascii(m, "_"), *text = NULL;
    name = name ? str_intern(m, name) : NULL;
    bool ok = value == m->none;
    if (name && dict_set(m, m->builtins_dict, name, m->none) == 0 && (text = object_repr(m, value)))
        ok = show(m, text) && dict_set(m, m->builtins_dict, name, value) == 0;
    xdecref(m, name);
    xdecref(m, text);
    return ok;
}

const MethodDef builtins_exec_methods[] = {
    {"compile", builtin_compile, METH_KEYWORDS, "A code object of source text."},
    {"eval", builtin_eval, METH_KEYWORDS, "The value of an expression given as text."},
    {"exec", builtin_exec, METH_KEYWORDS, "Runs statements given as text."},
    {NULL, NULL, 0, NULL},
};
