#include <pyviz/base/arena.h>
#include <pyviz/base/buffer.h>
#include <pyviz/base/diagnostic.h>
#include <pyviz/base/utf8.h>
#include <pyviz/lang/ast_dump.h>
#include <pyviz/lang/fstring_older.h>
#include <pyviz/lang/parser.h>
#include <pyviz/lang/source.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compile_source.h"
#include "compiler.h"
#include "exceptions.h"
#include "hush.h"

#include <stdio.h>
#include <string.h>

static bool parse(const struct source *source, enum compile_mode mode, struct arena *arena,
                  struct module **tree, struct diagnostic *error)
{
    switch (mode) {
    case COMPILE_EVAL:
        return parser_parse_expression(source, arena, tree, error);
    case COMPILE_SINGLE:
        return parser_parse_interactive(source, arena, tree, error);
    default:
        return parser_parse(source, arena, tree, error);
    }
}

/* The same in the dialect of the profile. */
static bool parse_dialect(Machine *m, struct source *source, enum compile_mode mode,
                          struct arena *arena, struct module **tree, struct diagnostic *error)
{
    source->minor = m->profile->minor;
    source->micro = m->profile->micro;
    bool good = parse(source, mode, arena, tree, error);
    if (m->profile->fstring_positions || (!good && error->kind == DIAGNOSTIC_INPUT))
        return good;
    return fstring_older_check(source, good ? NULL : error, error) && good;
}

/* Does a newline end that line?  CPython adds one to statements, and none to expressions. */
static bool has_newline(const char *text, size_t len, int line)
{
    for (size_t i = 0; i < len; i++)
        if (text[i] == '\n' && --line == 0)
            return true;
    return false;
}

/* Where an expression ends too early CPython knows no column, and where there is none no line. */
static void locate_end_of_expression(const char *text, size_t len, struct diagnostic *error)
{
    if (error->kind != DIAGNOSTIC_SYNTAX || strcmp(error->message, "invalid syntax") != 0)
        return;
    if (len == 0)
        error->line = error->end_line = 0;
    else if (error->col <= (int)utf8_length(error->text, strlen(error->text)) ||
             (error->text[0] && has_newline(text, len, error->line)))
        return;
    error->col = error->end_col = 0;
}

/* Nothing but blanks, and nothing that ends them: an indentation. */
static bool is_indent_alone(const char *text, size_t len)
{
    return len && strspn(text, " \t") == len;
}

/* What CPython's tokenizer says where no newline is added at the end. */
static void word_end_of_text(const char *text, size_t len, struct diagnostic *error)
{
    if (is_indent_alone(text, len)) {
        error->kind = DIAGNOSTIC_INDENTATION;
        snprintf(error->message, sizeof error->message, "unexpected indent");
        error->col = error->end_col = (int)len;
    } else if (len && text[len - 1] == '\\' &&
               strcmp(error->message, "unexpected EOF while parsing") == 0) {
        snprintf(error->message, sizeof error->message,
                 "unexpected character after line continuation character");
        error->col--;
    } else {
        locate_end_of_expression(text, len, error);
    }
}

/* The tree and everything else on the host's side is gone when this returns. */
static Object *compile_text(Machine *m, const char *filename, const char *text, size_t len,
                            enum compile_mode mode, const struct compile_options *options,
                            struct diagnostic *error, bool *parsing)
{
    struct source source = {0};
    struct arena arena = {0};
    struct module *tree = NULL;
    Object *code = NULL, *outer_constants = m->tree_constants;
    m->tree_constants = NULL;
    *parsing = true;
    if (source_from_bytes(&source, filename, text, len, 0, error) &&
        (options->library ? parse(&source, mode, &arena, &tree, error)
                          : parse_dialect(m, &source, mode, &arena, &tree, error)))
        *parsing = false, code = compile_module(m, tree, &source, options, error);
    else if (mode != COMPILE_EXEC)
        word_end_of_text(text, len, error);
    arena_free(&arena);
    source_free(&source);
    if (options->tree && m->tree_constants) {
        gc_untrack(m, m->tree_constants);
        *options->tree = newref(m->tree_constants);
    }
    clear_ref(m, m->tree_constants);
    m->tree_constants = outer_constants;
    return code;
}

/* How much of the program's text an error tells. */
struct shown_text {
    const char *text; /* NULL: nothing */
    size_t len;
    bool newline; /* the line's newline, too */
    bool file;    /* it is no expression or line of a dialogue */
};
static void *raise_diagnostic(Machine *m, const struct diagnostic *d,
                              const struct shown_text *shown);

Object *compile_source(Machine *m, const char *filename, const char *text, size_t len,
                       enum compile_mode mode, const struct compile_options *options)
{
    struct diagnostic error = {0};
    struct Hush hush;
    hush_begin(m, &hush, !options->library && m->next_serial);
    bool parsing;
    Object *code = compile_text(m, filename, text, len, mode, options, &error, &parsing);
    hush_end(m);
    if (!code && !error_occurred(m))
        raise_diagnostic(
            m, &error,
            &(struct shown_text){!parsing && !options->text ? NULL : text, len,
                                 mode == COMPILE_EXEC || has_newline(text, len, error.line),
                                 mode == COMPILE_EXEC});
    return code;
}

Object *compile_source_tree(Machine *m, const char *filename, const char *text, size_t len,
                            enum compile_mode mode)
{
    struct diagnostic error = {0};
    struct Hush hush;
    struct source source = {0};
    struct arena arena = {0};
    struct module *tree = NULL;
    struct buffer dump = {0};
    Object *result = NULL;
    hush_begin(m, &hush, m->next_serial);
    if (source_from_bytes(&source, filename, text, len, 0, &error) &&
        parse_dialect(m, &source, mode, &arena, &tree, &error)) {
        warn_about_literals(m, &source, filename, NULL);
        ast_dump(tree, &(struct ast_dump_options){m->profile->minor, true}, &dump);
        result = str_from_utf8(m, buffer_text(&dump), dump.len);
    } else if (mode != COMPILE_EXEC) {
        word_end_of_text(text, len, &error);
    }
    buffer_free(&dump);
    arena_free(&arena);
    source_free(&source);
    hush_end(m);
    if (!result && !error_occurred(m))
        raise_diagnostic(m, &error,
                         &(struct shown_text){
                             text, len, mode == COMPILE_EXEC || has_newline(text, len, error.line),
                             mode == COMPILE_EXEC});
    return result;
}

/* ---- what is wrong with it ------------------------------------------------------------------- */

static enum exception_id exception_of(enum diagnostic_kind kind)
{
    return kind == DIAGNOSTIC_INDENTATION ? EXC_IndentationError
           : kind == DIAGNOSTIC_TAB       ? EXC_TabError
                                          : EXC_SyntaxError;
}

/* Of errors without a stretch CPython's parser gives the end in ways of its own. */
static int end_offset(const struct Machine *m, const struct diagnostic *d)
{
    if (d->kind == DIAGNOSTIC_TAB || strstr(d->message, "' was never closed") ||
        strcmp(d->message, "unexpected character after line continuation character") == 0)
        return 0;
    if (d->end != DIAGNOSTIC_END_COLUMN)
        return d->end == DIAGNOSTIC_END_ZERO ? 0 : -1;
    if (strcmp(d->message, "unexpected indent") == 0 ||
        strcmp(d->message, "unindent does not match any outer indentation level") == 0)
        return -1;
    bool at_newline = d->col == (int)utf8_length(d->text, strlen(d->text)) + 1;
    if (!m->profile->newline_is_wide && at_newline)
        return d->col;
    return d->end_line ? diagnostic_end_offset(d) : diagnostic_offset(d);
}

/* Where a line of the text begins, one past its end behind the last; NULL: there are too few, or
 * lines end otherwise than with a newline. */
static const char *start_of_line(const struct shown_text *shown, int line)
{
    const char *at = shown->text, *end = at + shown->len;
    if (memchr(at, '\r', shown->len))
        return NULL;
    while (--line > 0 && at && at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
    }
    return line > 0 ? NULL : at;
}

/* The parser shows a whole line; the tokenizer what it has read. */
static Object *text_of(Machine *m, const struct diagnostic *d, const struct shown_text *shown)
{
    bool known = !shown->file || d->col || d->end == DIAGNOSTIC_END_UNKNOWN;
    bool whole = shown->newline && known && !d->cut;
    const char *from = start_of_line(shown, d->text_line), *end = start_of_line(shown, d->line + 1);
    if (!d->text_line || d->text_line == d->line || !from || !end)
        return str_printf(m, "%s%s", d->text, whole ? "\n" : "");
    bool ended = end > from && end[-1] == '\n';
    return str_printf(m, "%.*s%s", (int)(end - from) - ended, from, whole ? "\n" : "");
}

static Object *place_of(Machine *m, const struct diagnostic *d, const struct shown_text *shown)
{
    Object *items[] = {
        str_from_utf8(m, d->file, strlen(d->file)),
        int_from_i64(m, d->line),
        int_from_i64(m, diagnostic_offset(d)),
        shown->text ? text_of(m, d, shown) : newref(m->none),
        int_from_i64(m, d->end_line ? d->end_line : d->line),
        d->placed_later && !d->end_line ? newref(m->none) : int_from_i64(m, end_offset(m, d)),
    };
    enum { N = sizeof items / sizeof *items };
    for (int i = 0; i < N; i++) {
        if (items[i])
            continue;
        for (int k = 0; k < N; k++)
            xdecref(m, items[k]);
        return NULL;
    }
    return tuple_from_array_steal(m, items, N);
}

static void *refuse_diagnostic(Machine *m, const struct diagnostic *d)
{
    static const char suffix[] = " is not simulated yet";
    size_t n = strlen(d->message), tail = strlen(suffix);
    bool whole = n > tail && !strcmp(d->message + n - tail, suffix);
    return error_not_simulated(m, "%.*s (%s, line %d)", (int)(whole ? n - tail : n), d->message,
                               d->file, d->line);
}

static void keep_message_alone(Machine *m, ExceptionObject *e, Object *message)
{
    Object *alone = tuple_pack(m, 1, message);
    if (alone)
        set_ref(m, e->args, alone);
}

/* Raises what the diagnostic says: SyntaxError(message, (file, line, column, text, end line, end
 * column)), or the refusal.  The text is left out if nobody has kept it.  NULL. */
static void *raise_diagnostic(Machine *m, const struct diagnostic *d,
                              const struct shown_text *shown)
{
    if (d->kind == DIAGNOSTIC_NOT_SIMULATED || d->kind == DIAGNOSTIC_LIMIT)
        return refuse_diagnostic(m, d);
    Object *message = str_from_utf8(m, d->message, strlen(d->message));
    Object *place = message ? place_of(m, d, shown) : NULL;
    Object *args[] = {message, place};
    Object *e = place ? exception_new(m, m->exc[exception_of(d->kind)], args, 2) : NULL;
    if (e && d->placed_later)
        keep_message_alone(m, (ExceptionObject *)e, message);
    xdecref(m, message);
    xdecref(m, place);
    return e ? error_raise(m, e) : NULL;
}
