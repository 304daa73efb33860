/* verify: is it as the real CPython has it? */
#include "commands.h"
#include "streams.h"
#include "verify.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

static const char *name_of(const struct cli *cli)
{
    return cli->code ? "-c" : cli->file;
}

static void print_difference(const struct cli *cli, const struct verify_difference *d)
{
    struct buffer line = {0};
    buffer_printf(&line, "%s:", name_of(cli));
    if (d->line)
        buffer_printf(&line, "%d:", d->line);
    buffer_printf(&line, " %s", d->text);
    if (d->more)
        buffer_printf(&line, " (and %d more)", d->more);
    buffer_putc(&line, '\n');
    streams_write(line.data, line.len);
    buffer_free(&line);
}

static void print_text(const struct cli *cli, const struct verify_result *r)
{
    struct buffer out = {0};
    for (size_t i = 0; i < r->differences; i++)
        print_difference(cli, &r->difference[i]);
    const char *rest = buffer_text(&r->notes), *end;
    for (; (end = strchr(rest, '\n')); rest = end + 1)
        buffer_printf(&out, "note: %.*s\n", (int)(end - rest), rest);
    if (r->outcome == VERIFY_MATCHES)
        buffer_printf(&out, "matches CPython %s: %" PRIu64 " statement%s, %" PRIu64 " figures\n",
                      r->version, r->statements, r->statements == 1 ? "" : "s", r->figures);
    else if (r->outcome == VERIFY_DIFFERS)
        buffer_printf(&out,
                      "differs from CPython %s at %" PRIu64 " of %" PRIu64 " statement%s, %" PRIu64
                      " figures\n",
                      r->version, r->differing, r->statements, r->statements == 1 ? "" : "s",
                      r->figures);
    streams_write(buffer_text(&out), out.len);
    streams_complain(&r->failure);
    buffer_free(&out);
}

/* Text that may hold anything, as JSON can hold it. */
static json_t *text(const char *s)
{
    json_t *value = json_string(s);
    return value ? value : json_string("(not UTF-8)");
}

static void print_json(const struct cli *cli, const struct verify_result *r)
{
    static const char *const outcomes[] = {"matches", "differs", "stopped"};
    json_t *rows = json_array();
    for (size_t i = 0; i < r->differences; i++)
        json_array_append_new(rows, json_pack("{s:i, s:o, s:i}", "line", r->difference[i].line,
                                              "text", text(r->difference[i].text), "more",
                                              r->difference[i].more));
    json_t *all = json_pack(
        "{s:s, s:s, s:I, s:I, s:I, s:I, s:o, s:o, s:o}", "outcome", outcomes[r->outcome], "python",
        r->version, "statements", (json_int_t)r->statements, "compared", (json_int_t)r->compared,
        "figures", (json_int_t)r->figures, "differing", (json_int_t)r->differing, "differences",
        rows, "notes", text(buffer_text(&r->notes)), "failure", text(buffer_text(&r->failure)));
    json_t *found = json_array();
    for (size_t i = 0; i < r->nfound; i++)
        json_array_append_new(found, text(r->found[i]));
    json_object_set_new(all, "found", found);
    json_object_set_new(all, "file", text(name_of(cli)));
    char *line = json_dumps(all, JSON_COMPACT);
    streams_write(line, strlen(line));
    streams_write("\n", 1);
    free(line);
    json_decref(all);
}

int command_verify(const struct cli *cli)
{
    struct verify_result result;
    verify_run(cli, &result);
    if (cli->json)
        print_json(cli, &result);
    else
        print_text(cli, &result);
    int status = result.signal                      ? 128 + result.signal
                 : result.outcome == VERIFY_MATCHES ? EXIT_FINE
                 : !cli->file && !cli->code         ? EXIT_USAGE
                                                    : EXIT_FAILED;
    verify_result_free(&result);
    return status;
}
