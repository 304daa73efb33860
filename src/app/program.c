#include <pyviz/app/builtin.h>
#include <pyviz/base/utf8.h>
#include <pyviz/lang/fstring_older.h>
#include <pyviz/lang/parser.h>
#include <pyviz/lang/scenario.h>

#include "program.h"
#include "streams.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct builtin_scenario *find_builtin(const char *name)
{
    for (const struct builtin_scenario *b = builtin_scenarios; b->name; b++)
        if (!strcmp(b->name, name))
            return b;
    return NULL;
}

/* Levenshtein's distance, for names of up to 63 characters. */
static int distance(const char *a, const char *b)
{
    enum { MAX = 64 };
    int row[MAX];
    size_t n = strlen(b);
    if (n >= MAX)
        return MAX;
    for (size_t j = 0; j <= n; j++)
        row[j] = (int)j;
    for (size_t i = 0; a[i]; i++) {
        int diagonal = row[0];
        row[0] = (int)i + 1;
        for (size_t j = 1; j <= n; j++) {
            int best = diagonal + (a[i] != b[j - 1]);
            diagonal = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[n];
}

/* A name that is neither a file nor built in: suggests, and never runs the guess. */
static int unknown_scenario(const char *name, struct buffer *why)
{
    const struct builtin_scenario *best = NULL;
    int least = 4;
    for (const struct builtin_scenario *b = builtin_scenarios; b->name; b++) {
        int d = distance(name, b->name);
        if (d < least) {
            least = d;
            best = b;
        }
    }
    buffer_puts(why, "pyviz: no file and no built-in scenario is called ");
    utf8_append_escaped(why, *name ? name : "''", *name ? strlen(name) : 2);
    if (best)
        buffer_printf(why, "; did you mean %s?\n", best->name);
    else
        buffer_puts(why, " (pyviz list names the built-in ones)\n");
    return EXIT_USAGE;
}

static bool looks_like_path(const char *name)
{
    size_t n = strlen(name);
    return strchr(name, '/') || (n > 3 && !strcmp(name + n - 3, ".py"));
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

/* What python3 calls the file that it runs: the working folder in front of a relative path, nothing
 * resolved (Python/fileutils.c: _Py_abspath). */
static char *absolute_path(const char *file)
{
    char *folder = *file == '/' ? NULL : getcwd(NULL, 0);
    if (!folder)
        return base_strdup(file);
    size_t room = strlen(folder) + 1 + strlen(file) + 1;
    char *path = base_calloc(room, 1);
    snprintf(path, room, "%s/%s", folder, file);
    free(folder);
    return path;
}

/* As python3 tells of bytes that are no text: for `run`, which takes its place.  False: not at
 * all. */
static bool report_bytes_as_python(const struct program *p, const struct diagnostic *d,
                                   struct buffer *why)
{
    unsigned byte;
    if (!p->script)
        return false;
    if (d->kind == DIAGNOSTIC_INPUT && strstr(d->message, " is not UTF-8, ") &&
        sscanf(d->message, "byte 0x%x", &byte) == 1) {
        buffer_printf(
            why,
            "SyntaxError: Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, "
            "but no encoding declared; see https://peps.python.org/pep-0263/ for details\n",
            byte, p->script, d->line);
        return true;
    }
    if (d->kind != DIAGNOSTIC_SYNTAX || !strstr(d->message, "null bytes"))
        return false;
    size_t blank = strspn(d->text, " \t\f");
    buffer_printf(why, "  File \"%s\", line %d\n    ", p->script, d->line);
    utf8_append_escaped(why, d->text + blank, strlen(d->text + blank));
    buffer_printf(why, "\nSyntaxError: %s\n", d->message);
    return true;
}

static int load_source(struct program *p, const struct cli *cli, struct buffer *why)
{
    struct diagnostic error = {0};
    bool ok;
    const struct builtin_scenario *b;
    if (cli->code) {
        p->name = "-c";
        ok = source_from_bytes(&p->source, "<string>", cli->code, strlen(cli->code),
                               cli->max_source, &error);
    } else if (!strcmp(cli->file, "-")) {
        p->name = "-";
        ok = source_read(&p->source, stdin, "<stdin>", cli->max_source, &error);
    } else if ((b = find_builtin(cli->file))) {
        p->name = b->name;
        char name[128];
        snprintf(name, sizeof name, "%s.py", b->name);
        ok = source_from_bytes(&p->source, name, b->text, b->len, cli->max_source, &error);
    } else {
        if (access(cli->file, F_OK) != 0 && !looks_like_path(cli->file))
            return unknown_scenario(cli->file, why);
        p->name = base_name(cli->file);
        p->script = absolute_path(cli->file);
        ok = source_load(&p->source, cli->file, cli->max_source, &error);
    }
    if (ok)
        return EXIT_FINE;
    if (cli->command != COMMAND_RUN || !report_bytes_as_python(p, &error, why))
        diagnostic_print(&error, why);
    return EXIT_FAILED;
}

/* Which columns the carets stand under, from 1, `end` behind the last.  The module traceback
 * cuts them off where the line ends, and counts its characters; what prints them in C counts bytes
 * (Python/pythonrun.c: print_error_text). */
static void place_carets(const struct diagnostic *d, const char *text, const Profile *profile,
                         int *first, int *end)
{
    bool cuts = profile->uncaught_printed_in_python;
    int behind = (int)(cuts ? utf8_length(text, strlen(text)) : strlen(text)) + 1;
    int last = diagnostic_end_offset(d);
    *first = diagnostic_offset(d);
    *end = d->end_line == d->line && last > *first ? last : *first + 1;
    if (d->end_line > d->line)
        *end = behind;
    if (*first > behind)
        *first = behind;
    if (cuts && *end > behind)
        *end = behind > *first ? behind : *first + 1;
}

/* A line, escaped but for its tabs. */
static void append_with_tabs(struct buffer *out, const char *text)
{
    for (size_t n; *text; text += n + (text[n] == '\t')) {
        n = strcspn(text, "\t");
        utf8_append_escaped(out, text, n);
        if (text[n])
            buffer_putc(out, '\t');
    }
}

/* What stands in front of the carets: as wide as so many characters of the text, tabs kept. */
static void append_blanks(struct buffer *out, const char *text, int n)
{
    size_t len = strlen(text);
    for (int32_t c = 0; n-- > 0; buffer_putc(out, c == '\t' ? '\t' : ' ')) {
        size_t width = len ? utf8_decode(text, len, true, &c) : 0;
        c = width ? c : ' ';
        text += width;
        len -= width;
    }
}

/* Is the line one of the file's, be it empty? */
static bool has_line(const struct source *src, const struct diagnostic *d)
{
    return !strcmp(d->file, src->name) && d->line > 0 && (size_t)d->line <= src->line_count &&
           src->line_starts[d->line - 1] < src->len;
}

/* As python3 prints a syntax error: for `run`, which takes its place. */
static void report_as_python(const struct program *p, const struct diagnostic *d,
                             const Profile *profile, struct buffer *why)
{
    bool block =
        d->kind == DIAGNOSTIC_INDENTATION && !strncmp(d->message, "expected an indented block", 26);
    const char *text = d->text;
    /* in Python tabs are kept, and carets stand behind them */
    bool in_python = profile->uncaught_printed_in_python;
    int indent = (int)strspn(text, in_python ? " \f" : " \t\f"), first, end;
    bool own = p->script && !strcmp(d->file, p->source.name);
    buffer_printf(why, "  File \"%s\", line %d\n", own ? p->script : d->file, d->line);
    if (text[indent] || has_line(&p->source, d)) {
        buffer_puts(why, "    ");
        append_with_tabs(why, text + indent);
        buffer_putc(why, '\n');
    }
    /* What is missing at the end of a line has no place to point at. */
    bool nowhere = d->end == DIAGNOSTIC_END_UNKNOWN &&
                   d->col > (int)utf8_length(text, strlen(text)) && !strstr(d->message, "EOF");
    place_carets(d, text, profile, &first, &end);
    if (text[indent] && first > indent && !nowhere) {
        if (block && !profile->block_error_spans_token)
            end = first + 1;
        buffer_puts(why, "    ");
        append_blanks(why, in_python ? text + indent : "", first - 1 - indent);
        for (int i = first; i < end; i++)
            buffer_putc(why, '^');
        buffer_putc(why, '\n');
    }
    buffer_printf(why, "%s: %s\n", diagnostic_name(d->kind), d->message);
}

static void report(const struct program *p, const struct diagnostic *d, const struct cli *cli,
                   struct buffer *why)
{
    bool syntax = d->kind == DIAGNOSTIC_SYNTAX || d->kind == DIAGNOSTIC_INDENTATION ||
                  d->kind == DIAGNOSTIC_TAB;
    if (syntax && cli->command == COMMAND_RUN)
        report_as_python(p, d, cli->profile, why);
    else
        diagnostic_print(d, why);
}

/* The first statement of each chapter. */
static void find_chapters(struct program *p)
{
    const struct scenario *s = p->scenario;
    p->chapter_lines = base_calloc(s->chapter_count, sizeof *p->chapter_lines);
    for (size_t i = 0, k = 0; i < s->chapter_count; i++) {
        while (k < s->line_count && s->lines[k].first < s->chapters[i].line)
            k++;
        if (k < s->line_count)
            p->chapter_lines[p->chapter_count++] = s->lines[k].first;
    }
}

/* In the dialect of the version. */
static bool parse(struct program *p, const Profile *profile, struct diagnostic *error)
{
    p->source.minor = profile ? profile->minor : 0;
    p->source.micro = profile ? profile->micro : 0;
    bool good = parser_parse(&p->source, &p->arena, &p->tree, error);
    if (!profile || profile->fstring_positions)
        return good;
    return fstring_older_check(&p->source, good ? NULL : error, error) && good;
}

int program_load(struct program *p, const struct cli *cli, struct buffer *why)
{
    *p = (struct program){0};
    if (!cli->file && !cli->code) {
        buffer_puts(why, "pyviz: which scenario? (pyviz list, pyviz --help)\n");
        return EXIT_USAGE;
    }
    int status = load_source(p, cli, why);
    if (status != EXIT_FINE)
        return status;
    struct diagnostic error = {0};
    if (!parse(p, cli->profile, &error) ||
        !scenario_read(&p->source, p->tree, &p->arena, &p->scenario, &error)) {
        report(p, &error, cli, why);
        return EXIT_FAILED;
    }
    bool built_in = !cli->code && find_builtin(cli->file);
    bool file = !cli->code && strcmp(cli->file, "-") != 0;
    if (!built_in && !modules_find(&p->modules, file ? cli->file : NULL, p->tree, &p->source,
                                   cli->max_source, &error)) {
        report(p, &error, cli, why);
        return EXIT_FAILED;
    }
    if (cli->command == COMMAND_CHECK && !modules_check(&p->modules, cli->profile, &error)) {
        report(p, &error, cli, why);
        return EXIT_FAILED;
    }
    find_chapters(p);
    return EXIT_FINE;
}

/* What input() reads: what the scenario says; run without that, what a pipe or a file on standard
 * input holds.  A terminal is not waited for. */
static void read_input(struct program *p, const struct cli *cli)
{
    for (size_t i = 0; i < p->scenario->input_count; i++)
        buffer_printf(&p->input, "%s\n", p->scenario->inputs[i]);
    if (p->input.len || (cli->command != COMMAND_RUN && cli->command != COMMAND_VERIFY) ||
        (cli->file && !strcmp(cli->file, "-")) || isatty(STDIN_FILENO))
        return;
    char chunk[4096];
    size_t n;
    while (!feof(stdin) && (n = fread(chunk, 1, sizeof chunk, stdin)) > 0)
        buffer_append(&p->input, chunk, n);
}

int program_boot(struct program *p, const struct cli *cli, struct buffer *why)
{
    int status = program_load(p, cli, why);
    return status == EXIT_FINE ? program_boot_loaded(p, cli, why) : status;
}

/* The lesson is on a terminal; what `run` prints goes wherever it is sent. */
static bool is_terminal(const struct cli *cli)
{
    return cli->command != COMMAND_RUN || isatty(STDOUT_FILENO);
}

static int make_machine(struct program *p, const struct cli *cli, const struct boot_record *record,
                        struct buffer *why)
{
    struct machine_options options = {
        .profile = cli->profile,
        .hash_seed = cli->hash_seed,
        .limits = cli->limits,
        .script = p->script ? p->script : p->source.name,
        .argv0 = cli->code                 ? "-c"
                 : find_builtin(cli->file) ? NULL
                                           : cli->file,
        .args = cli->args,
        .input = p->input.data,
        .input_len = p->input.len,
        .modules = p->modules.items,
        .nmodules = p->modules.count,
        .is_terminal = is_terminal(cli),
        .record = record,
    };
    struct diagnostic error = {0};
    p->machine = machine_new(&options, p->tree, &p->source, &error);
    if (p->machine)
        return EXIT_FINE;
    report(p, &error, cli, why);
    return EXIT_FAILED;
}

int program_boot_loaded(struct program *p, const struct cli *cli, struct buffer *why)
{
    read_input(p, cli);
    return make_machine(p, cli, NULL, why);
}

int program_boot_again(struct program *p, const struct cli *cli, const struct boot_record *record,
                       struct buffer *why)
{
    machine_free(p->machine);
    p->machine = NULL;
    return make_machine(p, cli, record, why);
}

int program_again(struct program *p, const struct program *of, const struct cli *cli,
                  struct buffer *why)
{
    *p = *of;
    p->machine = NULL;
    return make_machine(p, cli, NULL, why);
}

bool program_is_builtin(const struct cli *cli)
{
    return !cli->code && cli->file && find_builtin(cli->file);
}

char *program_identity(const struct cli *cli)
{
    if (cli->code || !strcmp(cli->file, "-"))
        return NULL;
    if (find_builtin(cli->file))
        return base_strdup(cli->file);
    return realpath(cli->file, NULL);
}

void program_free(struct program *p)
{
    machine_free(p->machine);
    modules_free(&p->modules);
    arena_free(&p->arena);
    source_free(&p->source);
    buffer_free(&p->input);
    free(p->chapter_lines);
    free(p->script);
}

int program_refusal(Machine *m, struct buffer *why)
{
    if (m->status != MACHINE_REFUSED && m->status != MACHINE_LIMIT)
        return EXIT_FINE;
    machine_print_failure(m, why);
    return EXIT_FAILED;
}

int program_start(struct program *p, const struct cli *cli)
{
    struct buffer why = {0};
    int status = program_boot(p, cli, &why);
    streams_complain(&why);
    buffer_free(&why);
    return status;
}
