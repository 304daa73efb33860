#include "lang_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct diagnostic error;

/* Loads n bytes as a file would be. */
static bool load(struct source *src, const char *bytes, size_t n, size_t limit)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    rewind(file);
    bool good = source_read(src, file, "f.py", limit, &error);
    fclose(file);
    return good;
}

static void assert_text(const char *bytes, size_t n, const char *expected)
{
    struct source src;
    assert_true(load(&src, bytes, n, 0));
    assert_string_equal(src.text, expected);
    assert_int_equal(src.len, strlen(expected));
    source_free(&src);
}

static void assert_refused(const char *bytes, size_t n, enum diagnostic_kind kind, int line,
                           int col, const char *message)
{
    struct source src;
    assert_false(load(&src, bytes, n, 0));
    assert_null(src.text);
    assert_int_equal(error.kind, kind);
    assert_int_equal(error.line, line);
    assert_int_equal(error.col, col);
    assert_string_equal(error.message, message);
    assert_string_equal(error.file, "f.py");
}

#define TEXT(bytes) bytes, sizeof(bytes) - 1

static void test_newlines(void **state)
{
    (void)state;
    assert_text(TEXT("a\nb"), "a\nb");
    assert_text(TEXT("a\r\nb\rc\r\r\n"), "a\nb\nc\n\n");
    assert_text(TEXT(""), "");
    assert_text(TEXT("\r"), "\n");
}

static void test_lines(void **state)
{
    (void)state;
    struct program p = load_text("one\n\fzwei\n\ndrei\xe2\x80\xa8vier");
    size_t len;
    assert_int_equal(p.src.line_count, 4);
    assert_memory_equal(source_line(&p.src, 1, &len), "one", 3);
    assert_int_equal(len, 3);
    source_line(&p.src, 3, &len);
    assert_int_equal(len, 0);
    source_line(&p.src, 4, &len);
    assert_int_equal(len, 11); /* U+2028 ends no line */
    source_line(&p.src, 5, &len);
    assert_int_equal(len, 0);
    source_line(&p.src, 0, &len);
    assert_int_equal(len, 0);
    assert_int_equal(source_column(&p.src, 4, 7), 6);
    free_program(&p);
}

static void test_byte_order_mark(void **state)
{
    (void)state;
    assert_text(TEXT("\xef\xbb\xbfx = 1\n"), "x = 1\n");
    assert_text(TEXT("\xef\xbb\xbf# coding: utf-8\n"), "# coding: utf-8\n");
    assert_refused(TEXT("\xef\xbb\xbf# coding: latin-1\n"), DIAGNOSTIC_SYNTAX, 1, 0,
                   "encoding problem: latin-1 with BOM");
}

static void test_declared_encodings(void **state)
{
    (void)state;
    assert_text(TEXT("# -*- coding: latin-1 -*-\nx = '\xe9'"),
                "# -*- coding: latin-1 -*-\nx = 'é'");
    assert_text(TEXT("#!/usr/bin/python\n# vim: set fileencoding=ISO_8859_1 :\n'\xe9'"),
                "#!/usr/bin/python\n# vim: set fileencoding=ISO_8859_1 :\n'é'");
    assert_text(TEXT("# coding: utf8\n'\xc3\xa9'"), "# coding: utf8\n'é'");
    assert_refused(TEXT("# coding: ascii\n'\xc3\xa9'"), DIAGNOSTIC_INPUT, 2, 2,
                   "byte 0xc3 is not ASCII, which the file declares as its encoding");
    assert_refused(TEXT("# coding: koi8-r\n"), DIAGNOSTIC_NOT_SIMULATED, 1, 0,
                   "the source encoding 'koi8-r' is not simulated: use utf-8, latin-1 or ascii");
    /* the third line declares nothing, nor does the second behind code */
    assert_text(TEXT("\n\n# coding: koi8-r\n"), "\n\n# coding: koi8-r\n");
    assert_text(TEXT("x = 1\n# coding: koi8-r\n"), "x = 1\n# coding: koi8-r\n");
}

static void test_not_utf_8(void **state)
{
    (void)state;
    const char *message = "byte 0xff is not UTF-8, and no other encoding is declared "
                          "(https://peps.python.org/pep-0263/)";
    assert_refused(TEXT("x = 1\ny = '\xc3\xa9\xff'\n"), DIAGNOSTIC_INPUT, 2, 7, message);
    assert_refused(TEXT("\xff"), DIAGNOSTIC_INPUT, 1, 1, message);
}

static void test_null_bytes(void **state)
{
    (void)state;
    assert_refused(TEXT("x = 1\ny\0 = 2"), DIAGNOSTIC_SYNTAX, 2, 2,
                   "source code cannot contain null bytes");
}

static void test_limit(void **state)
{
    (void)state;
    struct source src;
    assert_true(load(&src, "abcd", 4, 4));
    source_free(&src);
    assert_false(load(&src, "abcde", 5, 4));
    assert_int_equal(error.kind, DIAGNOSTIC_LIMIT);
    assert_string_equal(error.message, "the source is longer than 4 bytes");
    assert_false(source_from_bytes(&src, "x", "abcde", 5, 4, &error));
    assert_int_equal(error.kind, DIAGNOSTIC_LIMIT);
}

static void test_files(void **state)
{
    (void)state;
    struct source src;
    assert_false(source_load(&src, "/nonexistent/x.py", 0, &error));
    assert_int_equal(error.kind, DIAGNOSTIC_INPUT);
    assert_string_equal(error.message, "cannot open the file: No such file or directory");
    assert_string_equal(error.file, "/nonexistent/x.py");
    assert_int_equal(error.line, 0);
    assert_false(source_load(&src, "/", 0, &error));
    assert_string_equal(error.message, "is a directory, not a Python file");
}

static void test_a_long_line_is_shown_around_the_place(void **state)
{
    (void)state;
    char *text = malloc(100001);
    memset(text, 'a', 100000);
    text[100000] = '\0';
    struct program p = load_text(text);
    source_diagnose(&p.src, &error, DIAGNOSTIC_SYNTAX, 1, 50000, 1, 50001, "m");
    assert_int_equal(error.col, 50001);
    assert_true(error.text_start > 49000 && error.text_start < 50000);
    assert_int_equal(strlen(error.text), sizeof error.text - 1);
    free_program(&p);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_newlines),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_byte_order_mark),
        cmocka_unit_test(test_declared_encodings),
        cmocka_unit_test(test_not_utf_8),
        cmocka_unit_test(test_null_bytes),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_a_long_line_is_shown_around_the_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
