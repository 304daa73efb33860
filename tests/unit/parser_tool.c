/* Shows what the layer lang makes of a file, for the tests that compare it with python3. */
#include "lexer.h"

#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/ast_dump.h>
#include <pyviz/lang/check.h>
#include <pyviz/lang/parser.h>
#include <pyviz/lang/scenario.h>
#include <pyviz/lang/source.h>
#include <pyviz/lang/symtable.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_error(const struct diagnostic *d)
{
    printf("%s: %d %d %d %d: %s\n", diagnostic_name(d->kind), d->line, diagnostic_offset(d),
           d->end_line, diagnostic_end_offset(d), d->message);
}

static void print_tokens(const struct source *src)
{
    struct token_list list;
    lexer_run(src, &list);
    for (size_t i = 0; i < list.len; i++) {
        struct token t = list.items[i];
        printf("%s %d,%d-%d,%d %.*s\n", lexer_kind_text(t.kind), t.line,
               lexer_column(src, t.line, t.start), t.end_line, lexer_column(src, t.end_line, t.end),
               t.end > src->len ? 0 : (int)(t.end - t.start), src->text + t.start);
    }
    if (list.error.kind)
        print_error(&list.error);
    lexer_free(&list);
}

static int print_tree(const struct source *src, int minor)
{
    struct arena arena = {0};
    struct module *module;
    struct diagnostic error;
    struct buffer out = {0};
    bool good = parser_parse(src, &arena, &module, &error);
    if (good) {
        ast_dump(module, &(struct ast_dump_options){.minor = minor, .include_attributes = true},
                 &out);
        puts(buffer_text(&out));
    } else {
        print_error(&error);
    }
    buffer_free(&out);
    arena_free(&arena);
    return good ? 0 : 1;
}

static void print_block(const struct symtable_block *block, int depth)
{
    printf("%*s%d %s %d%d%d%d %d:", depth, "", block->kind, block->name, block->nested,
           block->has_free, block->generator, block->coroutine, block->pos.line);
    for (size_t i = 0; i < block->symbol_count; i++)
        printf(" %s=%u/%d", block->symbols[i].name, block->symbols[i].flags,
               block->symbols[i].scope);
    printf(" |");
    for (size_t i = 0; i < block->varname_count; i++)
        printf(" %s", block->varnames[i]);
    printf("\n");
    for (size_t i = 0; i < block->child_count; i++)
        print_block(block->children[i], depth + 1);
}

/* The blocks and their names, a line each, then an empty line. */
static int print_symbols(const struct source *src, int minor)
{
    struct arena arena = {0};
    struct module *module;
    struct symtable *table;
    struct diagnostic error;
    struct symtable_options options = {.inline_comprehensions = minor >= 12,
                                       .else_before_handlers = minor < 13,
                                       .decorators_last = minor < 12};
    bool good = parser_parse(src, &arena, &module, &error) &&
                symtable_build(module, src, &arena, &options, &table, &error);
    if (good)
        print_block(table->top, 0);
    else
        print_error(&error);
    printf("\n");
    arena_free(&arena);
    return good ? 0 : 1;
}

/* Files named on the command line, or else on standard input, one a line. */
static int each_file(int argc, char **argv, const char *mode)
{
    char line[4096];
    int status = 0;
    for (int i = 2; argc > 2 ? i < argc : fgets(line, sizeof line, stdin) != NULL; i++) {
        struct source src = {0};
        struct diagnostic error = {0};
        line[strcspn(line, "\n")] = '\0';
        const char *path = argc > 2 ? argv[i] : line;
        if (!source_load(&src, path, (size_t)1 << 30, &error)) {
            print_error(&error);
            fputs(strncmp(mode, "symbols", 7) == 0 ? "\n" : "", stdout);
            status = 1;
        } else if (strcmp(mode, "tokens") == 0) {
            print_tokens(&src);
        } else if (strncmp(mode, "dump", 4) == 0) {
            status |= print_tree(&src, mode[4] ? atoi(mode + 4) : 13);
        } else if (strncmp(mode, "symbols", 7) == 0) {
            status |= print_symbols(&src, mode[7] ? atoi(mode + 7) : 13);
        }
        source_free(&src);
        fflush(stdout);
    }
    return status;
}

/* Sources on standard input, each behind a line with its length in bytes: one line each, "fine" or
 * the error. */
static int each_text(void)
{
    char line[64];
    while (fgets(line, sizeof line, stdin)) {
        size_t len = strtoul(line, NULL, 10);
        char *text = malloc(len + 1);
        struct source src = {0};
        struct arena arena = {0};
        struct module *module;
        struct symtable *table;
        struct scenario *scenario;
        const struct check_options limits = {
            .max_blocks = 21, .generator_block = true, .names_yield_from = true};
        struct diagnostic error = {0};
        if (!text || fread(text, 1, len, stdin) != len)
            return 1;
        if (source_from_bytes(&src, "<text>", text, len, 0, &error) &&
            parser_parse(&src, &arena, &module, &error) &&
            symtable_build(module, &src, &arena, NULL, &table, &error) &&
            check_module(module, table, &src, &limits, &error) &&
            scenario_read(&src, module, &arena, &scenario, &error))
            puts("fine");
        else
            print_error(&error);
        fflush(stdout);
        arena_free(&arena);
        source_free(&src);
        free(text);
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: parser_tool tokens|dump[11|12|13]|symbols[11|12|13] [FILE...]\n"
                        "       parser_tool errors\n");
        return 2;
    }
    if (strcmp(argv[1], "errors") == 0)
        return each_text();
    return each_file(argc, argv, argv[1]);
}
