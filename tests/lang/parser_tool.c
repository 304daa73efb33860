/* Shows what the layer lang makes of a file, for the tests that compare it with python3. */
#include "../../src/lang/lexer.h"

#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/source.h>

#include <stdio.h>
#include <string.h>

static void print_error(const struct diagnostic *d)
{
    printf("%s: %d %d %d %d: %s\n", diagnostic_name(d->kind), d->line, d->col, d->end_line,
           d->end_col, d->message);
}

static void print_tokens(const struct source *src)
{
    struct token_list list;
    lexer_run(src, &list);
    for (size_t i = 0; i < list.len; i++) {
        struct token t = list.items[i];
        printf("%s %d,%d-%d,%d %.*s\n", lexer_kind_text(t.kind), t.line,
               lexer_column(src, t.line, t.start), t.end_line,
               lexer_column(src, t.end_line, t.end), t.end > src->len ? 0 : (int)(t.end - t.start),
               src->text + t.start);
    }
    if (list.error.kind)
        print_error(&list.error);
    lexer_free(&list);
}

int main(int argc, char **argv)
{
    struct source src = {0};
    struct diagnostic error = {0};
    if (argc != 3) {
        fprintf(stderr, "usage: parser_tool tokens FILE\n");
        return 2;
    }
    if (!source_load(&src, argv[2], 0, &error)) {
        print_error(&error);
        return 1;
    }
    if (strcmp(argv[1], "tokens") == 0)
        print_tokens(&src);
    source_free(&src);
    return 0;
}
