#include <pyviz/screen/input.h>

#include <pyviz/base/buffer.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The names of all keys that come out at `now`, a blank between them. */
static char *names(struct input *in, int64_t now)
{
    static char all[8192];
    struct key key;
    char name[64];
    all[0] = '\0';
    while (input_next(in, now, &key)) {
        if (all[0])
            strcat(all, " ");
        strcat(all, key_name(&key, name, sizeof name));
    }
    return all;
}

static void check(const char *term, const char *bytes, const char *expected)
{
    struct input *in = input_new(term);
    input_push(in, bytes, strlen(bytes), 0);
    assert_string_equal(names(in, 0), expected);
    input_free(in);
}

static const char *const terms[] = {
    "xterm", "xterm-256color", "tmux-256color",    "screen-256color",
    "linux", "vt100",          "no-such-terminal", NULL};

static void test_text(void **state)
{
    (void)state;
    for (int i = 0; terms[i]; i++) {
        check(terms[i], "aZ 1", "a Z Space 1");
        check(terms[i], "é漢😀", "é 漢 😀");
        check(terms[i], "?:/", "? : /");
    }
    check(NULL, "a", "a");
    check("", "a", "a");
}

static void test_control_keys(void **state)
{
    (void)state;
    for (int i = 0; terms[i]; i++) {
        check(terms[i], "\003\032\014\016", "C-c C-z C-l C-n");
        check(terms[i], "\r\n\t\177\010", "Enter Enter Tab Backspace Backspace");
        check(terms[i], "\033[Z", "S-Tab");
    }
}

static void test_arrows(void **state)
{
    (void)state;
    for (int i = 0; terms[i]; i++) {
        check(terms[i], "\033[A\033[B\033[C\033[D", "Up Down Right Left");
        check(terms[i], "\033OA\033OB\033OC\033OD", "Up Down Right Left");
        check(terms[i], "\033[1;2C\033[1;5D\033[1;3A", "S-Right C-Left M-Up");
        check(terms[i], "\033[1;6B", "C-S-Down");
    }
}

static void test_editing_keys(void **state)
{
    (void)state;
    for (int i = 0; terms[i]; i++) {
        check(terms[i], "\033[5~\033[6~", "PgUp PgDn");
        check(terms[i], "\033[1~\033[4~", "Home End"); /* Find and Select on some */
        check(terms[i], "\033[2~\033[3~", "Insert Delete");
        check(terms[i], "\033[H\033[F", "Home End");
    }
    check("xterm", "\033OH\033OF", "Home End");
    check("xterm", "\033[7~\033[8~", "Home End");
}

static void test_function_keys(void **state)
{
    (void)state;
    check("xterm", "\033OP\033[15~\033[24~", "F1 F5 F12");
    check("linux", "\033[[A\033[15~", "F1 F5");
}

static void test_alt(void **state)
{
    (void)state;
    check("xterm", "\033x\033é", "M-x M-é");
    check("xterm", "\033\r", "M-Enter");
}

static void test_keypad(void **state)
{
    (void)state;
    check("xterm", "\033OM", "Enter");
    check("xterm", "\033Ok\033Om\033Ow", "+ - 7");
}

static void test_lone_escape_takes_its_time(void **state)
{
    (void)state;
    struct input *in = input_new("xterm");
    assert_int_equal(input_timeout(in, 0), -1);
    input_push(in, "\033", 1, 1000);
    assert_string_equal(names(in, 1000), "");
    assert_int_equal(input_timeout(in, 1000), 50);
    assert_int_equal(input_timeout(in, 1030), 20);
    assert_string_equal(names(in, 1049), "");
    assert_string_equal(names(in, 1050), "Esc");
    assert_int_equal(input_timeout(in, 1050), -1);
    input_free(in);
}

static void test_escape_with_more_behind_it(void **state)
{
    (void)state;
    struct input *in = input_new("xterm");
    input_push(in, "\033", 1, 0);
    input_push(in, "[C", 2, 40); /* the rest of Right, in time */
    assert_string_equal(names(in, 40), "Right");
    assert_string_equal(names(in, 500), "");
    input_push(in, "a\033", 2, 1000); /* a key, then Esc */
    assert_string_equal(names(in, 1000), "a");
    assert_string_equal(names(in, 1050), "Esc");
    input_push(in, "\033", 1, 2000);
    input_push(in, "\033", 1, 2010); /* twice */
    assert_string_equal(names(in, 2010), "");
    assert_string_equal(names(in, 2060), "Esc Esc");
    input_push(in, "\033", 1, 3000);
    assert_string_equal(names(in, 3050), "Esc");
    input_push(in, "x", 1, 3051); /* too late to be Alt-x */
    assert_string_equal(names(in, 3051), "x");
    input_free(in);
}

static void test_every_split_of_a_sequence(void **state)
{
    (void)state;
    static const char bytes[] = "a\033[1;5C\033[6~é\033OA漢z";
    for (size_t cut = 1; cut < sizeof bytes - 1; cut++) {
        struct input *in = input_new("xterm-256color");
        input_push(in, bytes, cut, 0);
        input_push(in, bytes + cut, sizeof bytes - 1 - cut, 5);
        assert_string_equal(names(in, 5), "a C-Right PgDn é Up 漢 z");
        input_free(in);
    }
}

static void test_a_flood_is_not_lost(void **state)
{
    (void)state;
    struct input *in = input_new("xterm");
    struct buffer b = {0};
    struct key key;
    for (int i = 0; i < 3000; i++)
        buffer_puts(&b, i % 3 ? "\033[C" : "x");
    input_push(in, b.data, b.len, 0);
    for (int i = 0; i < 3000; i++) {
        assert_true(input_next(in, 0, &key));
        assert_int_equal(key.sym, i % 3 ? KEY_RIGHT : KEY_TEXT);
    }
    assert_false(input_next(in, 0, &key));
    buffer_free(&b);
    input_free(in);
}

static void test_replies_are_no_keys(void **state)
{
    (void)state;
    check("xterm", "a\033[?25;1$yb", "a b");          /* a mode report */
    check("xterm", "a\033P1$r2 q\033\\b", "a b");     /* a DCS */
    check("xterm", "a\033[200~b\033[201~c", "a b c"); /* bracketed paste */
}

static void test_garbage_does_no_harm(void **state)
{
    (void)state;
    srand(7);
    for (int round = 0; round < 300; round++) {
        struct input *in = input_new(terms[round % 6]);
        struct key key;
        for (int i = 0; i < 20; i++) {
            char bytes[40];
            size_t n = 1 + (size_t)rand() % sizeof bytes;
            for (size_t j = 0; j < n; j++)
                bytes[j] = (char)(rand() % 4 ? "\033[O;M<~P\\1?"[rand() % 11] : rand());
            input_push(in, bytes, n, i * 7);
            while (input_next(in, i * 7, &key))
                assert_in_range(key.sym, KEY_TEXT, KEY_MOUSE);
        }
        input_free(in);
    }
}

/* libtermkey reads parameters that are not there, and outside of its tables: under valgrind this
 * test shows that nothing of the kind gets through to it. */
static void test_odd_sequences_do_no_harm(void **state)
{
    (void)state;
    static const char *const odd[] = {"",
                                      "?",
                                      "<",
                                      ">1",
                                      "=5",
                                      "1",
                                      ";",
                                      "1;",
                                      ";5",
                                      ";;5",
                                      "27",
                                      "27;",
                                      "27;5",
                                      "27;5;",
                                      "27;;9",
                                      "27;5;9",
                                      "027",
                                      "0027;5",
                                      "99999",
                                      "9999999",
                                      "!",
                                      "1$",
                                      "*",
                                      "1;2;3!",
                                      "?1;2",
                                      "<1;2;3",
                                      "<1;2",
                                      "<;;",
                                      "1:2",
                                      "0",
                                      "34",
                                      "35",
                                      "-1",
                                      "200",
                                      "1;9999",
                                      "<64;9;9",
                                      "1114112;5",
                                      "128",
                                      ";;;;;;;;;;;;;;;;;;;;",
                                      "1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20"};
    struct input *in = input_new("xterm");
    struct key key;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        for (int final = 0x40; final < 0x80; final++) {
            char bytes[64];
            int n = snprintf(bytes, sizeof bytes, "\033[%s%c~~~", odd[i], final);
            input_push(in, bytes, (size_t)n, 0);
            while (input_next(in, 1000, &key))
                assert_in_range(key.sym, KEY_TEXT, KEY_MOUSE);
        }
    input_push(in, "q", 1, 0);
    assert_true(input_next(in, 0, &key));
    assert_true(key_is(&key, 'q', 0));
    input_free(in);
}

static void test_mouse(void **state)
{
    (void)state;
    static const char *const reports[] = {"\033[<0;11;6M\033[<0;11;6m", "\033[M +&\033[M#+&"};
    for (int term = 0; terms[term]; term++)
        for (int i = 0; i < 2; i++) {
            struct input *in = input_new(terms[term]);
            struct key key;
            input_push(in, reports[i], strlen(reports[i]), 0);
            assert_true(input_next(in, 0, &key));
            assert_int_equal(key.sym, KEY_MOUSE);
            assert_int_equal(key.button, MOUSE_LEFT);
            assert_int_equal(key.row, 5);
            assert_int_equal(key.col, 10);
            assert_false(input_next(in, 0, &key)); /* the release */
            input_free(in);
        }
    struct input *in = input_new("xterm");
    struct key key;
    input_push(in, "\033[<64;1;1M\033[<65;1;1M", 20, 0);
    assert_true(input_next(in, 0, &key));
    assert_int_equal(key.button, MOUSE_UP);
    assert_true(input_next(in, 0, &key));
    assert_int_equal(key.button, MOUSE_DOWN);
    input_free(in);
}

static void test_key_is(void **state)
{
    (void)state;
    struct key key = {.sym = KEY_TEXT, .code_point = 'c', .modifiers = KEYMOD_CTRL};
    assert_true(key_is(&key, 'c', KEYMOD_CTRL));
    assert_false(key_is(&key, 'c', 0));
    key = (struct key){.sym = KEY_TEXT, .code_point = 'G', .modifiers = KEYMOD_SHIFT};
    assert_true(key_is(&key, 'G', 0));
    key = (struct key){.sym = KEY_UP};
    assert_false(key_is(&key, 0, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_control_keys),
        cmocka_unit_test(test_arrows),
        cmocka_unit_test(test_editing_keys),
        cmocka_unit_test(test_function_keys),
        cmocka_unit_test(test_alt),
        cmocka_unit_test(test_keypad),
        cmocka_unit_test(test_lone_escape_takes_its_time),
        cmocka_unit_test(test_escape_with_more_behind_it),
        cmocka_unit_test(test_every_split_of_a_sequence),
        cmocka_unit_test(test_a_flood_is_not_lost),
        cmocka_unit_test(test_replies_are_no_keys),
        cmocka_unit_test(test_garbage_does_no_harm),
        cmocka_unit_test(test_odd_sequences_do_no_harm),
        cmocka_unit_test(test_mouse),
        cmocka_unit_test(test_key_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
