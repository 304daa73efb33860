/* The light reading of a source: where names, strings and comments are, and which lines belong
 * together. */
#include "../../src/stage/scan.h"

#include <pyviz/base/buffer.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The tokens of a line as text: "n:a .:b s:'x'"; n name, . attribute, k keyword, c constant,
 * 0 number, s string, # comment. */
static char *tokens(const char *code, size_t line)
{
    struct source source = {0};
    struct diagnostic error = {0};
    struct scan scan;
    struct buffer out = {0};
    assert_true(source_from_bytes(&source, "x.py", code, strlen(code), 0, &error));
    scan_source(&scan, &source);
    for (size_t i = scan_first(&scan, line); i < scan_first(&scan, line + 1); i++) {
        const struct scan_token *t = &scan.token[i];
        size_t len;
        const char *text = source_line(&source, line, &len);
        assert_true((size_t)t->start + t->len <= len);
        buffer_printf(&out, "%s%c:%.*s", out.len ? " " : "",
                      t->kind == SCAN_NAME && t->attribute ? '.' : "nkc0s#"[t->kind], (int)t -> len,
                      text + t -> start);
    }
    scan_free(&scan);
    source_free(&source);
    return buffer_text(&out)[0] ? out.data : base_strdup("");
}

static void check(const char *code, size_t line, const char *expected)
{
    char *found = tokens(code, line);
    assert_string_equal(found, expected);
    free(found);
}

static void words_are_told_apart(void **state)
{
    (void)state;
    check("d.keys = lambda x: None  # d\n", 1, "n:d .:keys k:lambda n:x c:None #:# d");
    check("x1 = 0x1F + 1_000.5e-3j + .5\n", 1, "n:x1 0:0x1F 0:1_000.5e-3j 0:.5");
    check("a . b\n", 1, "n:a .:b");
    check("naïve = 1\n", 1, "n:naïve 0:1");
}

static void names_in_strings_are_none(void **state)
{
    (void)state;
    check("print('d', \"it's e\", b'\\'f')\n", 1, "n:print s:'d' s:\"it's e\" s:b'\\'f'");
    check("x = r'\\'\n", 1, "n:x s:r'\\'");
}

static void names_in_fields_are(void **state)
{
    (void)state;
    check("f'a {d[\"k\"]} {{e}} {x!r:>3}'\n", 1, "s:f'a { n:d s:\"k\" s:} {{e}} { n:x s:}'");
}

static void long_strings_span_lines(void **state)
{
    (void)state;
    const char *code = "x = '''one\ntwo # no\n''' + y\n";
    check(code, 1, "n:x s:'''one");
    check(code, 2, "s:two # no");
    check(code, 3, "s:''' n:y");
}

static void statements_go_on_in_brackets(void **state)
{
    (void)state;
    struct source source = {0};
    struct diagnostic error = {0};
    struct scan scan;
    const char *code = "\"\"\"Doc\nstring\"\"\"\n# comment\na = [1,\n     2]\nb = \\\n  3\n\nc\n";
    assert_true(source_from_bytes(&source, "x.py", code, strlen(code), 0, &error));
    scan_source(&scan, &source);
    assert_int_equal(scan_last_line(&scan, 4), 5);
    assert_int_equal(scan_last_line(&scan, 6), 7);
    assert_int_equal(scan_last_line(&scan, 9), 9);
    assert_false(scan.line[1].code || scan.line[2].code || scan.line[3].code || scan.line[8].code);
    assert_true(scan.line[4].code && scan.line[5].code && scan.line[7].code && scan.line[9].code);
    scan_free(&scan);
    source_free(&source);
}

/* What is no good Python must do no harm. */
static void anything_is_survived(void **state)
{
    (void)state;
    static const char *const odd[] = {"",          "'",    "'''",     "f'{",      "f'{{{",
                                      "f'{x:{y",   "\\",   "((((",    "))))",     "0x",
                                      "1e+",       ".",    "f'{f\"{", "#",        "rb",
                                      "f'''{\n}'", "\"\\", "a.\n.b",  "f'{x!r'}", "f'{a}{'"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        free(tokens(odd[i], 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_told_apart),         cmocka_unit_test(names_in_strings_are_none),
        cmocka_unit_test(names_in_fields_are),          cmocka_unit_test(long_strings_span_lines),
        cmocka_unit_test(statements_go_on_in_brackets), cmocka_unit_test(anything_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
