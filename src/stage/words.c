/* The voice: what is said of the present event.
 *
 * The author of a lesson comes first, then the view on stage, then the event's own sentence.  Of a
 * statement is said what the one before has changed, what comes now, and what its names mean. */
#include "stage_private.h"

#include <pyviz/base/utf8.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>
#include <pyviz/timeline/narrate.h>

#include "deed.h"
#include "graph.h"
#include "lesson.h"
#include "values.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { MANY_ROUNDS = 3, PARAMETERS_TOLD = 4, VALUES_TOLD = 4, CHANGES_TOLD = 3 };
enum { VALUE_COLUMNS = 22, ARGUMENT_COLUMNS = 18, OUTPUT_COLUMNS = 100 };

/* ---- pieces ---------------------------------------------------------------------------------- */

/* A value, marked as one. */
static void put_value(const Machine *m, struct words *w, const Object *o, int columns)
{
    size_t start = w->voice.len;
    inspect_short_repr(m, o, columns, &w->voice);
    spans_add(&w->values, &w->voice, start);
}

/* A sentence more. */
static void put_space(struct words *w)
{
    if (w->voice.len)
        buffer_putc(&w->voice, ' ');
}

/* The author broke lines to suit an editor; here they are broken anew.  Blank lines and lines that
 * are indented stay. */
static void append_flowing(const char *text, struct buffer *out)
{
    for (const char *s = text; *s; s++) {
        bool kept = *s == '\n' && (s[1] == '\n' || s[1] == ' ' || (s > text && s[-1] == '\n'));
        buffer_putc(out, *s == '\n' && !kept ? ' ' : *s);
    }
}

/* The text of line n behind its indentation; *len: what is left of it. */
static const char *code_of(const struct stage *s, int n, size_t *len, size_t *indentation)
{
    const char *text = source_line(s->source, (size_t)n, len);
    size_t at = 0;
    while (at < *len && (text[at] == ' ' || text[at] == '\t'))
        at++;
    *len -= at;
    *indentation = at;
    return text + at;
}

/* Is this the first word of the line? */
static bool begins_with(const struct stage *s, int line, const char *word)
{
    size_t len, ignored, n = strlen(word);
    const char *text = code_of(s, line, &len, &ignored);
    return len >= n && memcmp(text, word, n) == 0 &&
           (len == n || strchr(" \t(:[{\"'#", text[n]) || text[n] == '\\');
}

/* ---- calls ----------------------------------------------------------------------------------- */

/* `f`; of a method, `C.f`. */
static void append_function(const struct Frame *frame, struct buffer *out)
{
    struct buffer text = {0};
    str_to_utf8(inspect_frame_qualname(frame), &text);
    const char *name = buffer_text(&text), *dot = strrchr(name, '.'), *from = dot;
    while (from && from > name && from[-1] != '.')
        from--;
    if (dot && dot[-1] != '>')
        buffer_puts(out, from);
    else
        str_to_utf8(inspect_frame_function(frame), out);
    buffer_free(&text);
}

/* `f(n=5, rest=())`: a call with what its parameters mean now.  Those that the body binds anew go
 * by their names alone, unless the call has only just begun. */
static void append_call(const Machine *m, const struct Frame *frame, bool begins, struct words *w)
{
    Object *name, *value;
    size_t n = inspect_frame_parameters(frame), said = 0;
    append_function(frame, &w->voice);
    buffer_putc(&w->voice, '(');
    for (size_t at = 0; inspect_next_local(m, frame, &at, &name, &value) && at <= n; said++) {
        if (inspect_str_is(name, ".0"))
            break; /* the iterable of a generator expression */
        buffer_puts(&w->voice, !said                     ? ""
                               : said < PARAMETERS_TOLD  ? ", "
                               : said == PARAMETERS_TOLD ? ", …"
                                                         : "");
        if (said >= PARAMETERS_TOLD)
            continue;
        str_to_utf8(name, &w->voice);
        if (!begins && inspect_frame_rebinds(m, frame, at - 1))
            continue;
        buffer_putc(&w->voice, '=');
        put_value(m, w, value, ARGUMENT_COLUMNS);
    }
    buffer_putc(&w->voice, ')');
}

/* Is it a parameter whose value append_call has told? */
static bool is_told(const Machine *m, const char *text)
{
    Object *parameter, *value;
    if (!inspect_outer_frame(m->frame))
        return false;
    size_t at = 0, told = 0, n = inspect_frame_parameters(m->frame);
    while (told++ < PARAMETERS_TOLD && inspect_next_local(m, m->frame, &at, &parameter, &value) &&
           at <= n)
        if (inspect_str_is(parameter, text))
            return !inspect_frame_rebinds(m, m->frame, at - 1);
    return false;
}

/* `, i is 2`, unless it is told already, or no plain value; `said` are the names told. */
static int say_plain(const Machine *m, Object *name, Object *value, Object **said, int n,
                     struct words *w)
{
    bool again = !(is_int(value) || is_float(value) || is_str(value));
    for (int i = 0; i < n; i++)
        again |= said[i] == name;
    if (again)
        return n;
    said[n] = name;
    buffer_puts(&w->voice, n ? ", " : " Here ");
    str_to_utf8(name, &w->voice);
    buffer_puts(&w->voice, " is ");
    put_value(m, w, value, VALUE_COLUMNS);
    return n + 1;
}

/* ` Here i is 2.`: of what has no statements of its own, the plain values that it takes from the
 * functions around it and from the module. */
static void say_surroundings(const Machine *m, const struct Frame *frame, struct words *w)
{
    Object *name, *value, *said[VALUES_TOLD];
    int n = 0;
    for (size_t at = 0; n < VALUES_TOLD && inspect_next_enclosed(frame, &at, &name, &value);)
        n = say_plain(m, name, value, said, n, w);
    for (size_t at = 0; n < VALUES_TOLD && inspect_next_global(frame, &at, &name, &value);)
        n = say_plain(m, name, value, said, n, w);
    buffer_puts(&w->voice, n ? "." : "");
}

/* ` basket is its default ...`: of what a call may change. */
static void say_defaults(const Machine *m, const struct Frame *frame, struct words *w)
{
    Object *name, *value;
    size_t n = inspect_frame_parameters(frame);
    for (size_t at = 0; inspect_next_local(m, frame, &at, &name, &value) && at <= n;) {
        if (!graph_boxes(value) || is_tuple(value) || !inspect_frame_has_default(frame, at - 1))
            continue;
        buffer_putc(&w->voice, ' ');
        str_to_utf8(name, &w->voice);
        buffer_puts(&w->voice, " is its default, made when the def ran: calls that pass none "
                               "share it.");
    }
}

/* A call of a function of the program's, whose frame is there: what it is called with. */
static bool say_call(const Machine *m, struct words *w)
{
    static const char *const gives[] = {
        [FRAME_GENERATOR] = " is called, and gives a generator: none of its body has run yet.",
        [FRAME_COROUTINE] = " is called, and gives a coroutine: none of its body runs before "
                            "somebody awaits it.",
        [FRAME_ASYNC_GENERATOR] = " is called, and gives an asynchronous generator: none of its "
                                  "body has run yet.",
    };
    const struct Frame *frame = inspect_innermost_frame(m);
    if (m->event.kind != EVENT_CALL || inspect_in_library(m) || !frame ||
        !inspect_outer_frame(frame))
        return false;
    size_t n = inspect_frame_parameters(frame);
    enum inspect_frame_kind kind = inspect_frame_kind(frame);
    append_call(m, frame, true, w);
    buffer_puts(&w->voice, kind != FRAME_PLAIN ? gives[kind]
                           : n == 0            ? " is called: it has a frame of its own now."
                           : n == 1            ? " is called: a new frame holds its argument."
                                               : " is called: a new frame holds its arguments.");
    say_defaults(m, frame, w);
    if (kind == FRAME_PLAIN && !inspect_frame_has_statements(m, frame))
        say_surroundings(m, frame, w);
    return true;
}

/* What a call gives back; for which arguments. */
static bool say_return(const Machine *m, struct words *w)
{
    const struct Frame *frame = inspect_innermost_frame(m);
    if (m->event.kind != EVENT_RETURN || inspect_in_library(m) || !frame ||
        !inspect_outer_frame(frame))
        return false;
    append_call(m, frame, false, w);
    if (inspect_frame_kind(frame) == FRAME_GENERATOR &&
        (const Object *)m->event.field[1] == m->none) {
        buffer_puts(&w->voice, " comes to its end: StopIteration tells whoever asked its generator "
                               "for more.");
        return true;
    }
    buffer_puts(&w->voice, " returns ");
    put_value(m, w, (const Object *)m->event.field[1], VALUE_COLUMNS + VALUE_COLUMNS);
    buffer_putc(&w->voice, '.');
    return true;
}

/* A coroutine that waits, and one that goes on: there is no yield in it. */
static bool say_await(const Machine *m, struct words *w)
{
    const Object *coroutine = (const Object *)m->event.field[0];
    bool waits = m->event.kind == EVENT_GENERATOR_YIELD;
    if ((!waits && m->event.kind != EVENT_GENERATOR_RESUME) ||
        coroutine->type != m->types.coroutine)
        return false;
    put_value(m, w, coroutine, VALUE_COLUMNS + VALUE_COLUMNS);
    buffer_puts(&w->voice,
                waits ? " has to wait and pauses, with " : " goes on where it waited, with ");
    put_value(m, w, (const Object *)m->event.field[1], VALUE_COLUMNS);
    buffer_puts(&w->voice,
                waits ? " for whoever runs it: its frame keeps its variables and its place."
                      : " from whoever runs it.");
    return true;
}

/* ---- output ---------------------------------------------------------------------------------- */

/* As much of a line as there is room for, and "…". */
static void put_line(struct words *w, const char *text, size_t n)
{
    size_t start = w->voice.len, shown = 0, next = 0;
    int32_t c;
    for (int columns = 0; next < n; shown = next) {
        size_t bytes = utf8_decode(text + next, n - next, true, &c);
        next += bytes ? bytes : 1;
        columns += c < 0 ? 4 : utf8_width((uint32_t)c);
        if (columns > OUTPUT_COLUMNS)
            break;
    }
    utf8_append_escaped(&w->voice, text, shown);
    buffer_puts(&w->voice, shown < n ? "…" : "");
    spans_add(&w->values, &w->voice, start);
}

/* What the statement has just written to standard output. */
static bool say_output(const Machine *m, struct words *w)
{
    size_t n = (size_t)m->event.field[0], lines = 0;
    if (m->event.kind != EVENT_OUTPUT || n == 0 || n > m->out.len)
        return false;
    const char *text = m->out.data + m->out.len - n, *last;
    bool ended = text[n - 1] == '\n';
    n -= ended;
    for (last = text + n; last > text && last[-1] != '\n';)
        last--;
    for (size_t i = 0; i < n; i++)
        lines += text[i] == '\n';
    if (n == 0) {
        buffer_puts(&w->voice, "The program has printed an empty line.");
        return true;
    }
    if (lines)
        buffer_printf(&w->voice,
                      "The program has printed %zu lines, the last of them: ", lines + 1);
    else
        buffer_puts(&w->voice, "The program has printed: ");
    put_line(w, last, (size_t)(text + n - last));
    buffer_puts(&w->voice, ended ? "" : " (and stays on this line)");
    return true;
}

/* What is put where it has been already. */
static bool say_same(const Machine *m, struct words *w)
{
    const struct event_info *info = &event_info[m->event.kind];
    int value = -1, old = -1;
    for (int i = 0; info->fields[i].type != FIELD_NONE; i++)
        if (info->fields[i].type == FIELD_OBJECT && strcmp(info->fields[i].name, "value") == 0)
            value = i;
        else if (info->fields[i].type == FIELD_OBJECT && strcmp(info->fields[i].name, "old") == 0)
            old = i;
    if (value < 0 || old < 0 || m->event.field[value] != m->event.field[old])
        return false;
    buffer_puts(&w->voice, "The same object is stored again: ");
    put_value(m, w, (const Object *)m->event.field[value], VALUE_COLUMNS);
    buffer_puts(&w->voice, " stays where it was.");
    return true;
}

/* ---- statements ------------------------------------------------------------------------------ */

static const struct capture *capture_before(const struct stage *s)
{
    return s->exhibit[s->main].before;
}

/* `make is a function`, if that is its own name, too; else `a is the function step(by=…)`. */
static void put_row(struct words *w, const struct name_row *row)
{
    size_t n = strlen(row->name), start = w->voice.len;
    bool own = row->function && strncmp(row->repr, row->name, n) == 0 && row->repr[n] == '(';
    if (row->function && !own)
        buffer_puts(&w->voice, "the function ");
    buffer_puts(&w->voice, own ? "a function" : row->repr);
    spans_add(&w->values, &w->voice, start);
}

/* The stop before, unless the frame under way has only just begun: what its names mean is no news.
 */
static const struct capture *news_since(const struct stage *s)
{
    const struct capture *before = capture_before(s);
    return before && before->moment.kind != EVENT_CALL ? before : NULL;
}

/* Names of the frame under way that mean something else than at the stop before, and that are not
 * among the values to be told. */
static void say_changes(const struct stage *s, const struct value *values, int count,
                        struct words *w)
{
    const struct capture *before = news_since(s);
    const struct name_row *row, *then;
    bool of_class = before && before->moment.kind >= EVENT_CLASS_BUILD &&
                    before->moment.kind <= EVENT_MRO_CONFLICT;
    int told = 0;
    for (int at = 0;
         before && told < CHANGES_TOLD &&
         names_next_change(s->exhibit[s->main].now->names, before->names, &at, &row, &then);) {
        bool again = of_class && strncmp(row->repr, "class ", 6) == 0;
        for (int i = 0; i < count; i++)
            again |= strcmp(values[i].text, row->name) == 0;
        if (again)
            continue;
        if (!told)
            put_space(w);
        buffer_printf(&w->voice, "%s%s is ", told++ ? ", " : "Now ", row->name);
        put_row(w, row);
    }
    buffer_puts(&w->voice, told ? "." : "");
}

enum answer { ANSWER_UNKNOWN, ANSWER_NO, ANSWER_YES };

/* Does a statement on that line ask a question? */
static bool asks(const struct stage *s, int line)
{
    return begins_with(s, line, "if") || begins_with(s, line, "elif") ||
           begins_with(s, line, "case") ||
           (begins_with(s, line, "while") && !begins_with(s, line, "while True"));
}

/* What the answer to the question on a line was, if `now` ran next.  The first line under it tells,
 * if it is one that runs. */
static enum answer answer_of(const struct stage *s, int line, int now)
{
    static const char *const silent[] = {"pass", "global", "nonlocal", "...", "\"", "'"};
    size_t len, outside, inside;
    int body = (int)scan_last_line(&s->scan, (size_t)line) + 1;
    while ((size_t)body < s->scan.lines && !s->scan.line[body].code)
        body++;
    code_of(s, line, &len, &outside);
    const char *text = code_of(s, body, &len, &inside);
    if (inside <= outside)
        return ANSWER_UNKNOWN; /* it stands on the line of the question */
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (len >= strlen(silent[i]) && memcmp(text, silent[i], strlen(silent[i])) == 0)
            return ANSWER_UNKNOWN;
    return now == body ? ANSWER_YES : now > line && now < body ? ANSWER_UNKNOWN : ANSWER_NO;
}

static void say_answer(const struct stage *s, int line, enum answer answer, bool first,
                       struct words *w)
{
    bool pattern = begins_with(s, line, "case"), yes = answer == ANSWER_YES;
    buffer_printf(&w->voice, "%s on line %d was %s",
                  !first    ? ", the one"
                  : pattern ? "The case"
                            : "The condition",
                  line, pattern ? (yes ? "taken" : "not taken") : (yes ? "true" : "false"));
}

/* Did the statement before ask a question?  Or the one before that, and then a loop came round? */
static void say_condition(const struct stage *s, const Machine *m, struct words *w)
{
    int now = (int)m->event.field[0], lines[2], told = 0;
    for (int i = 0; i < 2; i++)
        lines[i] = inspect_frame_earlier_line(m->frame, i);
    bool round = lines[0] && lines[0] < lines[1] && now > lines[0] &&
                 (begins_with(s, lines[0], "for") || begins_with(s, lines[0], "while"));
    for (int i = round; i >= 0; i--) {
        enum answer answer = lines[i] > 0 && asks(s, lines[i])
                                 ? answer_of(s, lines[i], i ? lines[0] : now)
                                 : ANSWER_UNKNOWN;
        if (answer == ANSWER_UNKNOWN || begins_with(s, now, "except"))
            continue;
        if (!told)
            put_space(w);
        say_answer(s, lines[i], answer, !told++, w);
    }
    buffer_puts(&w->voice, told ? "." : "");
}

/* Where in its line the statement that runs begins: at the indentation, or behind a colon or a
 * semicolon. */
static size_t begin_of(const struct stage *s, const Machine *m, int line, bool *first)
{
    size_t len, indentation;
    int at, col;
    const char *text = code_of(s, line, &len, &indentation) - indentation;
    inspect_frame_place(m->frame, &at, &col);
    *first = true;
    if (at != line || col <= (int)indentation || (size_t)col >= len + indentation)
        return indentation;
    int before = col - 1;
    while (before > 0 && text[before] == ' ')
        before--;
    *first = text[before] != ':' && text[before] != ';';
    return *first ? indentation : (size_t)col;
}

/* What kind of statement it is, where that is worth a word. */
static const char *hint_of(const struct stage *s, int line)
{
    static const struct {
        const char *word, *hint;
    } hints[] = {
        {"def", " It makes a function; the body waits until somebody calls it."},
        {"class", " The body of the class runs now, and what it binds becomes the class."},
        {"import", " A module is imported, and gets a name here."},
        {"from", " A module is imported, and what is asked for gets a name here."},
        {"for", " A loop: it asks for an iterator once, then for one value after another."},
        {"while True", " A loop without an end of its own: only what stands in it can leave it."},
        {"while", " A loop: it goes on as long as its condition is true."},
        {"with", " __enter__ is called now, and __exit__ when the block is left, however that is."},
        {"try", " What is raised in this block can be caught by the clauses under it."},
        {"async def", " It makes a coroutine function; the body waits until somebody awaits it."},
        {"match", " The patterns below are tried one after another."},
        {"@", " It makes what is defined below, and hands it to the decorator."},
    };
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        size_t len, ignored;
        const char *text = code_of(s, line, &len, &ignored);
        if (*hints[i].word == '@' ? len && *text == '@' : begins_with(s, line, hints[i].word))
            return hints[i].hint;
    }
    return "";
}

/* Of a def: are there defaults, which are worked out now? */
static bool has_defaults(const struct stage *s, int line)
{
    size_t len, ignored;
    const char *text = code_of(s, line, &len, &ignored);
    const char *open = memchr(text, '(', len);
    return open && begins_with(s, line, "def") && memchr(open, '=', len - (size_t)(open - text));
}

/* ` Here n is 5, word is 'pear'.`: what the names in the statement mean, as far as that is short.
 */
static void say_values(const struct stage *s, const Machine *m, const struct value *values,
                       int count, bool brief, struct words *w)
{
    const struct capture *before = news_since(s);
    const struct names_picture *now = s->exhibit[s->main].now->names;
    int told = 0;
    for (int i = 0; i < count && told < VALUES_TOLD; i++) {
        if (!brief && is_told(m, values[i].text))
            continue;
        bool changed = before && names_changed(now, before->names, values[i].text);
        buffer_puts(&w->voice, told++ ? ", " : " Here ");
        buffer_printf(&w->voice, "%s is %s", values[i].text, changed ? "now " : "");
        put_value(m, w, values[i].object, VALUE_COLUMNS);
    }
    buffer_puts(&w->voice, told ? "." : "");
}

/* Was the stop before in the very call that is under way? */
static bool is_same_call(const struct stage *s)
{
    const struct capture *before = news_since(s);
    if (!before)
        return false;
    const struct names_picture *now = s->exhibit[s->main].now->names, *then = before->names;
    const struct frame_row *is = &now->frame[0], *was = &then->frame[0];
    return now->frames == then->frames && is->call == was->call && is->function && was->function &&
           strcmp(is->function, was->function) == 0;
}

/* `, in f(n=5), called from line 3`; or, where that would be long and has just been said,
 * `, in f()`.  True: that short. */
static bool say_where(const struct stage *s, const Machine *m, const struct Frame *caller,
                      struct words *w)
{
    enum { LONG_CALL = 26 };
    buffer_puts(&w->voice, ", in ");
    size_t start = w->voice.len;
    int values = w->values.count;
    append_call(m, m->frame, false, w);
    if (canvas_columns(w->voice.data + start, w->voice.len - start) > LONG_CALL &&
        is_same_call(s)) {
        w->voice.len = start;
        w->values.count = values;
        append_function(m->frame, &w->voice);
        buffer_puts(&w->voice, "()");
        return true;
    }
    buffer_printf(&w->voice, ", called from line %d", inspect_frame_line(caller));
    return false;
}

static void say_statement(const struct stage *s, const Machine *m, uint32_t rounds, struct words *w)
{
    bool brief = false;
    struct value values[VALUES_MOST];
    int line = (int)m->event.field[0];
    const struct Frame *caller = inspect_outer_frame(m->frame);
    int count = values_of(m, &s->scan, s->source, (size_t)line, values);
    if (rounds)
        buffer_printf(&w->voice, "The loop has come round %" PRIu32 " times.", rounds);
    say_changes(s, values, count, w);
    say_condition(s, m, w);
    put_space(w);
    bool first;
    size_t begin = begin_of(s, m, line, &first);
    buffer_printf(&w->voice, first ? "Line %d is about to run" : "Line %d goes on", line);
    if (caller)
        brief = say_where(s, m, caller, w);
    struct buffer deed = {0};
    deed_say(m, &s->scan, s->source, (size_t)line, begin, &deed);
    buffer_printf(&w->voice, "%s%s.", deed.len ? ": " : "", buffer_text(&deed));
    buffer_free(&deed);
    if (inspect_runs(m) <= 1 && first)
        buffer_puts(&w->voice, hint_of(s, line));
    if (inspect_runs(m) <= 1 && first && has_defaults(s, line))
        buffer_puts(&w->voice, " Its defaults are worked out now, once.");
    say_values(s, m, values, count, brief, w);
}

/* A statement that somebody has put in between. */
static void say_what_if(const struct stage *s, const Machine *m, struct words *w)
{
    struct value values[VALUES_MOST];
    const struct text *t = w->what_if;
    int count = values_of(m, &t->scan, &t->source, (size_t)m->event.field[0], values);
    say_changes(s, values, count, w);
    put_space(w);
    buffer_puts(&w->voice, "What if? This is about to run here, in between.");
    say_values(s, m, values, count, false, w);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void say_failure(const Machine *m, struct words *w)
{
    w->voice_style = STYLE_ERROR;
    if (m->status == MACHINE_RAISED && m->uncaught) {
        int line = inspect_exception_line(m, m->uncaught);
        buffer_puts(&w->voice, type_name(m->uncaught));
        size_t before = w->voice.len;
        buffer_puts(&w->voice, ": ");
        inspect_exception_message(m, m->uncaught, &w->voice);
        if (w->voice.len == before + 2)
            w->voice.data[w->voice.len = before] = '\0';
        if (line)
            buffer_printf(&w->voice, ". Raised on line %d, and nobody caught it.", line);
    } else {
        buffer_puts(&w->voice, m->refusal.message);
        if (m->refusal.line)
            buffer_printf(&w->voice, " (line %d)", m->refusal.line);
    }
}

static bool view_tells(const struct stage *s, struct words *w)
{
    const struct exhibit *e = &s->exhibit[s->main];
    return e->now->view->tell && exhibit_before(e) &&
           e->now->view->tell(e->now->picture, exhibit_before(e), &w->voice, &w->values);
}

static void say_start(const struct stage *s, const Machine *m, struct words *w)
{
    if (m->clock == 0)
        buffer_puts(&w->voice, "Nothing has run yet.");
    else
        buffer_printf(&w->voice,
                      "%s is compiled, all %zu lines of it, and about to start. There are no names "
                      "yet, and nothing has run.",
                      s->name, s->source->line_count);
}

/* The comments above a line are about what it begins with. */
static const char *author_of(const struct stage *s, const Machine *m, const struct words *w)
{
    bool first = true;
    if (w->start)
        return lesson_introduction(s->scenario);
    if (!w->statement || w->what_if || inspect_other_file(m))
        return "";
    begin_of(s, m, (int)m->event.field[0], &first);
    return first ? lesson_narration(s->scenario, (int)m->event.field[0]) : "";
}

void words_say(struct stage *s, const Machine *m)
{
    struct words *w = &s->words;
    buffer_clear(&w->voice);
    w->values.count = 0;
    w->voice_style = STYLE_NARRATION;
    const char *author = author_of(s, m, w);
    uint32_t rounds = w->statement ? inspect_rounds_done(m) : 0;
    rounds = rounds > MANY_ROUNDS ? rounds : 0;
    if (m->status > MACHINE_FINISHED) {
        say_failure(m, w);
    } else if (*author) {
        if (rounds)
            buffer_printf(&w->voice, "The loop has come round %" PRIu32 " times. ", rounds);
        w->voice_style = STYLE_AUTHOR;
        append_flowing(author, &w->voice);
    } else if (w->start) {
        say_start(s, m, w);
    } else if (w->statement && w->what_if) {
        say_what_if(s, m, w);
    } else if (w->statement && inspect_other_file(m)) {
        buffer_printf(&w->voice, "Line %d of %s is about to run.", (int)m->event.field[0],
                      inspect_other_file(m));
    } else if (w->statement) {
        say_statement(s, m, rounds, w);
    } else if (!view_tells(s, w) && !say_call(m, w) && !say_return(m, w) && !say_output(m, w) &&
               !say_await(m, w) && !say_same(m, w)) {
        narrate_event(m, &m->event, &w->voice, &w->values);
    }
}
