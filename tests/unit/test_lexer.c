#include "lang_support.h"

#include "../../src/lang/lexer.h"

/* The tokens of a text in one line: operators, keywords and names as they stand, others by kind. */
static char *tokens_of(const char *text)
{
    static char out[2000];
    struct program p = load_text(text);
    struct token_list list;
    size_t n = 0;
    lexer_run(&p.src, &list);
    out[0] = '\0';
    for (size_t i = 0; i < list.len; i++) {
        const struct token *t = &list.items[i];
        switch (t->kind) {
        case TOKEN_NEWLINE:
        case TOKEN_INDENT:
        case TOKEN_DEDENT:
        case TOKEN_END:
            n += (size_t)snprintf(out + n, sizeof out - n, "%s<%s>", i ? " " : "",
                                  lexer_kind_text(t->kind));
            break;
        case TOKEN_ERROR:
            n += (size_t)snprintf(out + n, sizeof out - n, "%s%s", i ? " ! " : "! ",
                                  list.error.message);
            break;
        default:
            n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s", i ? " " : "",
                                  (int)(t->end - t->start), p.src.text + t->start);
        }
    }
    lexer_free(&list);
    free_program(&p);
    return out;
}

static void test_lines_and_indentation(void **state)
{
    (void)state;
    assert_string_equal(tokens_of(""), "<end of file>");
    assert_string_equal(tokens_of("\n\n  \n# c\n"), "<end of file>");
    assert_string_equal(tokens_of("a"), "a <newline> <end of file>");
    assert_string_equal(tokens_of("if a:\n  b\n\n    # c\n  d\ne"),
                        "if a : <newline> <indent> b <newline> d <newline> <dedent> e <newline> "
                        "<end of file>");
    assert_string_equal(tokens_of("if a:\n\tb\n        c"),
                        "if a : <newline> <indent> b <newline> ! inconsistent use of tabs and "
                        "spaces in indentation");
    assert_string_equal(tokens_of("if a:\n    b\n  c"),
                        "if a : <newline> <indent> b <newline> ! unindent does not match any "
                        "outer indentation level");
}

static void test_continued_lines(void **state)
{
    (void)state;
    assert_string_equal(tokens_of("a \\\n  b"), "a b <newline> <end of file>");
    assert_string_equal(tokens_of("f(\na,\n# c\n  b)"), "f ( a , b ) <newline> <end of file>");
    assert_string_equal(tokens_of("a \\ b"),
                        "a ! unexpected character after line continuation character");
    assert_string_equal(tokens_of("a \\"), "a ! unexpected EOF while parsing");
}

static void test_operators(void **state)
{
    (void)state;
    assert_string_equal(tokens_of("a**=b//=c>>=d<<=e...->:=!=@="),
                        "a **= b //= c >>= d <<= e ... -> := != @= <newline> <end of file>");
    assert_string_equal(tokens_of("a<>b"), "a <> b <newline> <end of file>");
}

static void test_numbers(void **state)
{
    (void)state;
    assert_string_equal(tokens_of("0 00 1_000 0xFf 0o17 0b1_0 1. .5 1e5 1E-5 1j 1.5e+3J 0_0"),
                        "0 00 1_000 0xFf 0o17 0b1_0 1. .5 1e5 1E-5 1j 1.5e+3J 0_0 <newline> "
                        "<end of file>");
    assert_string_equal(tokens_of("1if 2else 3"), "1 if 2 else 3 <newline> <end of file>");
    assert_string_equal(tokens_of("1abc"), "! invalid decimal literal");
    assert_string_equal(tokens_of("1__0"), "! invalid decimal literal");
    assert_string_equal(tokens_of("0b2"), "! invalid digit '2' in binary literal");
    assert_string_equal(tokens_of("0o8"), "! invalid digit '8' in octal literal");
    assert_string_equal(tokens_of("0xg"), "! invalid hexadecimal literal");
    assert_string_equal(tokens_of("012"),
                        "! leading zeros in decimal integer literals are not permitted; use an "
                        "0o prefix for octal integers");
}

static void test_strings(void **state)
{
    (void)state;
    assert_string_equal(tokens_of("'a' \"b\" '' rb'\\'' Br\"x\" u'' R'''a\n''b'''"),
                        "'a' \"b\" '' rb'\\'' Br\"x\" u'' R'''a\n''b''' <newline> <end of file>");
    assert_string_equal(tokens_of("ur'a'"), "ur 'a' <newline> <end of file>");
    assert_string_equal(tokens_of("'a\\\nb'"), "'a\\\nb' <newline> <end of file>");
    assert_string_equal(tokens_of("'abc"), "! unterminated string literal (detected at line 1)");
    assert_string_equal(tokens_of("'''abc\n\n"),
                        "! unterminated triple-quoted string literal (detected at line 2)");
    assert_string_equal(tokens_of("'it\\'s"),
                        "! unterminated string literal (detected at line 1); perhaps you escaped "
                        "the end quote?");
}

static void test_fstrings(void **state)
{
    (void)state;
    assert_string_equal(tokens_of("f'a{b}c'"), "f' a { b } c ' <newline> <end of file>");
    assert_string_equal(tokens_of("f'{{}}'"), "f' {{ }} ' <newline> <end of file>");
    assert_string_equal(tokens_of("f'{a!r:>{w}}'"),
                        "f' { a ! r : > { w }  } ' <newline> <end of file>");
    assert_string_equal(tokens_of("f'{f'{1}'}'"), "f' { f' { 1 } ' } ' <newline> <end of file>");
    assert_string_equal(tokens_of("f'{a!=b}'"), "f' { a != b } ' <newline> <end of file>");
    assert_string_equal(tokens_of("f'{a:=5}'"), "f' { a : =5 } ' <newline> <end of file>");
    assert_string_equal(tokens_of("f'{(a:=5)}'"), "f' { ( a := 5 ) } ' <newline> <end of file>");
    assert_string_equal(tokens_of("f'}'"), "f'  ! f-string: single '}' is not allowed");
    assert_string_equal(tokens_of("f'{a]}'"), "f' { a ! f-string: unmatched ']'");
    assert_string_equal(tokens_of("f'a"),
                        "f' ! unterminated f-string literal (detected at line 1)");
    assert_string_equal(tokens_of("f'{a'"), "f' { a ! f-string: expecting '}'");
    assert_string_equal(tokens_of("f'{a:{b:{c:{d}}}}'"),
                        "f' { a : { b : { c : ! f-string: expressions nested too deeply");
}

static void test_brackets(void **state)
{
    (void)state;
    assert_string_equal(tokens_of("a)"), "a ! unmatched ')'");
    assert_string_equal(tokens_of("(]"), "( ! closing parenthesis ']' does not match opening "
                                         "parenthesis '('");
    assert_string_equal(tokens_of("(\n]"), "( ! closing parenthesis ']' does not match opening "
                                           "parenthesis '(' on line 1");
    assert_string_equal(tokens_of("f(a"), "f ( a ! '(' was never closed");
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(tokens_of("été _x1 переменная"),
                        "été _x1 переменная <newline> <end of file>");
    assert_string_equal(tokens_of("a€"), "! invalid character '€' (U+20AC)");
    assert_string_equal(tokens_of("a\xc2\xa0"), "! invalid non-printable character U+00A0");
    assert_string_equal(tokens_of("a ? b"), "a ? b <newline> <end of file>");
}

static void test_comments(void **state)
{
    (void)state;
    struct program p = load_text("# one\nx = '#' # two\n  # three\n");
    struct token_list list;
    lexer_run(&p.src, &list);
    assert_int_equal(list.comment_count, 3);
    assert_true(list.comments[0].whole_line);
    assert_false(list.comments[1].whole_line);
    assert_true(list.comments[2].whole_line);
    assert_int_equal(list.comments[1].line, 2);
    assert_memory_equal(p.src.text + list.comments[1].start, "# two", 5);
    lexer_free(&list);
    free_program(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_and_indentation),
        cmocka_unit_test(test_continued_lines),
        cmocka_unit_test(test_operators),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_fstrings),
        cmocka_unit_test(test_brackets),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_comments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
