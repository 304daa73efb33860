/* str and bytes from inside: kinds, sizes and sharing of strs, the table of interned ones, the
 * writer, printf, searching, hashes. */
#include "timeline_program.h"

#include <machine/objects/str_private.h>
#include <machine/objects/unicode.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static int start(void **state)
{
    *state = program_machine("pass\n", &profile_3_13);
    return 0;
}

static int stop(void **state)
{
    machine_free(*state);
    return 0;
}

static Object *str(Machine *m, const char *utf8)
{
    return str_from_utf8(m, utf8, strlen(utf8));
}

static void assert_text(Object *s, const char *utf8)
{
    struct buffer text = {0};
    assert_non_null(s);
    str_to_utf8(s, &text);
    assert_string_equal(buffer_text(&text), utf8);
    buffer_free(&text);
}

/* ---- kinds and sharing ----------------------------------------------------------------------- */

static void kind_is_that_of_the_widest(void **state)
{
    Machine *m = *state;
    static const struct {
        const char *text;
        int kind;
        bool ascii;
        size_t size;
    } cases[] = {
        {"", 1, true, 41},         {"pear", 1, true, 45},     {"p\u00eache", 1, false, 62},
        {"\u8a9e", 2, false, 60},  {"a\u8a9e", 2, false, 62}, {"\U0001f600", 4, false, 64},
        {"\u00ff!", 1, false, 59}, {"\u0100!", 2, false, 62}, {"\uffff!", 2, false, 62},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Object *s = str(m, cases[i].text);
        assert_int_equal(as_str(s)->kind, cases[i].kind);
        assert_int_equal(as_str(s)->ascii, cases[i].ascii);
        assert_int_equal(str_modelled_size(m, s), cases[i].size);
        assert_text(s, cases[i].text);
        decref(m, s);
    }
}

static void single_latin1_characters_are_shared(void **state)
{
    Machine *m = *state;
    Object *s = str(m, "b\u00e9\u8a9e");
    Object *e = str_item(m, s, 1), *slice = str_substring(m, s, 1, 2);
    assert_ptr_equal(e, m->latin1[0xe9]);
    assert_ptr_equal(slice, e);
    Object *wide = str_item(m, s, 2), *again = str_item(m, s, 2);
    assert_ptr_not_equal(wide, again);
    assert_true(str_equal(wide, again));
    assert_ptr_equal(str_substring(m, s, 0, 3), s);
    assert_ptr_equal(str_substring(m, s, 2, 2), m->empty_str);
}

static void cutting_narrows_the_kind(void **state)
{
    Machine *m = *state;
    Object *s = str(m, "\u8a9e pear");
    Object *tail = str_substring(m, s, 2, 6);
    assert_true(as_str(tail)->ascii);
    assert_text(tail, "pear");
}

static void append_extends_what_nobody_else_holds(void **state)
{
    Machine *m = *state;
    Object *s = str(m, "pear"), *more = str(m, " tree"), *e = str(m, "\u00e9");
    uint32_t serial = s->serial;
    assert_int_equal(str_append(m, &s, more), 0);
    assert_text(s, "pear tree");
    assert_int_equal(s->serial, serial);
    Object *held = newref(s);
    assert_int_equal(str_append(m, &s, more), 0);
    assert_text(held, "pear tree");
    assert_text(s, "pear tree tree");
    assert_ptr_not_equal(s, held);
    assert_int_equal(str_append(m, &s, e), 0); /* another header: a new object */
    assert_text(s, "pear tree tree\u00e9");
    assert_false(as_str(s)->ascii);
}

/* ---- interning ------------------------------------------------------------------------------- */

static void interned_strs_are_one(void **state)
{
    Machine *m = *state;
    Object *a = str_intern(m, str(m, "once_upon")), *b = str_intern(m, str(m, "once_upon"));
    assert_ptr_equal(a, b);
    assert_int_equal(a->refcnt, 2);
    decref(m, b);
    Object *probe = str(m, "once_upon");
    assert_ptr_equal(str_find_interned(m, probe), a);
    decref(m, a);
    assert_null(str_find_interned(m, probe));
    assert_ptr_equal(str_intern_ascii(m, "append"), m->id.append);
}

/* Enough that the table grows, and that taking out closes gaps in long runs. */
static void the_table_forgets_the_dead_and_keeps_the_living(void **state)
{
    Machine *m = *state;
    enum { N = 6000 };
    static Object *all[N];
    for (int i = 0; i < N; i++)
        all[i] = str_intern(m, str_printf(m, "name_%d", i));
    for (int i = 0; i < N; i += 3)
        clear_ref(m, all[i]);
    for (int i = 0; i < N; i++) {
        Object *probe = str_printf(m, "name_%d", i);
        assert_ptr_equal(str_find_interned(m, probe), all[i]);
        decref(m, probe);
        xdecref(m, all[i]);
    }
}

/* ---- building -------------------------------------------------------------------------------- */

static void writer_widens_as_it_goes(void **state)
{
    Machine *m = *state;
    StrWriter w = {0};
    Object *tail = str(m, "x\U0001f600y");
    str_writer_ascii(m, &w, "pear ");
    str_writer_char(m, &w, 0xe9);
    str_writer_fill(m, &w, 0x8a9e, 2);
    str_writer_range(m, &w, tail, 1, 2);
    Object *s = str_writer_finish(m, &w);
    assert_text(s, "pear \u00e9\u8a9e\u8a9e\U0001f600");
    assert_int_equal(as_str(s)->kind, 4);
    str_writer_reserve(m, &w, 10, 0x10ffff); /* room is no promise of what will come */
    str_writer_ascii(m, &w, "plain");
    s = str_writer_finish(m, &w);
    assert_true(as_str(s)->ascii);
}

static void writer_keeps_a_whole_str(void **state)
{
    Machine *m = *state;
    Object *s = str(m, "pear");
    StrWriter w = {.last = true};
    str_writer_str(m, &w, s);
    assert_ptr_equal(str_writer_finish(m, &w), s);
    w.last = true;
    str_writer_str(m, &w, s);
    str_writer_char(m, &w, '!');
    assert_text(str_writer_finish(m, &w), "pear!");
}

static void printf_knows_objects(void **state)
{
    Machine *m = *state;
    Object *s = str(m, "it's \u8a9e");
    assert_text(str_printf(m, "%R|%S|%U|%T", s, s, s, s),
                "\"it's \u8a9e\"|it's \u8a9e|it's \u8a9e|str");
    assert_text(str_printf(m, "%5d|%-5d|%05d|%x|%#X|%zd|%lld|%c|%%", 42, 42, -42, 255, 255,
                           (ssize_t)-1, 1LL << 40, 0xe9),
                "   42|42   |-0042|ff|0XFF|-1|1099511627776|\u00e9|%");
    assert_text(str_printf(m, "%.3s|%6s|%-6s|%.2U", "abcdef", "p\u00ea", "ab", s),
                "abc|    p\u00ea|ab    |it");
}

/* ---- searching ------------------------------------------------------------------------------- */

static ssize_t naive(const uint16_t *text, ssize_t start, ssize_t end, const uint16_t *needle,
                     ssize_t n, bool reverse)
{
    ssize_t found = -1;
    for (ssize_t i = start; i + n <= end; i++) {
        if (memcmp(text + i, needle, (size_t)n * sizeof *text) == 0) {
            found = i;
            if (!reverse)
                break;
        }
    }
    return found;
}

/* Few letters, so that there are periods and near misses. */
static void search_finds_what_comparing_everywhere_finds(void **state)
{
    (void)state;
    unsigned seed = 20;
    for (int round = 0; round < 100000; round++) {
        uint16_t text[40], needle[12];
        uint8_t narrow_text[40], narrow_needle[12];
        int letters = 1 + rand_r(&seed) % 3;
        ssize_t length = rand_r(&seed) % 40, n = rand_r(&seed) % 12;
        for (ssize_t i = 0; i < length; i++)
            text[i] = narrow_text[i] = (uint8_t)('a' + rand_r(&seed) % letters);
        for (ssize_t i = 0; i < n; i++)
            needle[i] = narrow_needle[i] = (uint8_t)('a' + rand_r(&seed) % letters);
        ssize_t from = rand_r(&seed) % (length + 1),
                to = from + rand_r(&seed) % (length - from + 1);
        for (int reverse = 0; reverse < 2; reverse++) {
            ssize_t want = naive(text, from, to, needle, n, reverse);
            assert_int_equal(units_search(text, 2, from, to, needle, 2, n, reverse), want);
            assert_int_equal(units_search(text, 2, from, to, narrow_needle, 1, n, reverse), want);
            assert_int_equal(units_search(narrow_text, 1, from, to, narrow_needle, 1, n, reverse),
                             want);
        }
    }
}

/* ---- hashing --------------------------------------------------------------------------------- */

/* As python3 3.13.0 gives them with PYTHONHASHSEED set so. */
static void hashes_are_those_of_cpython(void **state)
{
    Machine *m = *state;
    static const char *const texts[] = {"a", "pear", "abcdefgh", "\u00e9", "\u8a9e", "\U0001f600"};
    static const struct {
        uint64_t seed;
        hash_t hash[6];
    } cases[] = {
        {0,
         {4644417185603328019, 3751709727703142314, 4574395652268504554, 6047309291227476195,
          5841277067132434176, -3536540696076613844}},
        {1,
         {-3012895188637184397, -5557186325434331934, -202642195356325900, 8133168473585362875,
          8056164570618377779, 7663130467274561019}},
        {42,
         {-123207753977932514, -396857635678386121, -5457871895989710762, 5653850369683463245,
          5047744869920671563, 6601963133753205906}},
    };
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        hash_seed_key(cases[c].seed, m->hash_key);
        for (size_t i = 0; i < 6; i++) {
            Object *s = str(m, texts[i]);
            hash_t hash = hash_bytes(m, as_str(s)->data, (size_t)(str_len(s) * as_str(s)->kind));
            assert_true(hash == cases[c].hash[i]);
        }
    }
    assert_int_equal(hash_bytes(m, "", 0), 0);
}

/* ---- Unicode --------------------------------------------------------------------------------- */

static void case_mappings_may_grow(void **state)
{
    (void)state;
    uint32_t out[UNICODE_CASE_MAX];
    assert_int_equal(unicode_to_upper(0xdf, out), 2);
    assert_int_equal(out[0], 'S');
    assert_int_equal(unicode_to_title(0xdf, out), 2);
    assert_int_equal(out[1], 's');
    assert_int_equal(unicode_to_lower(0x130, out), 2);
    assert_int_equal(out[1], 0x307);
    assert_int_equal(unicode_to_folded(0x1e9e, out), 2);
    assert_int_equal(unicode_to_upper(0x390, out), 3);
    assert_int_equal(unicode_to_upper(0x10ffff, out), 1);
}

static void numerals_have_degrees(void **state)
{
    (void)state;
    assert_int_equal(unicode_decimal_value(0x0664), 4);
    assert_int_equal(unicode_decimal_value(0x1d7d8), 0); /* the second of five sets in a row */
    assert_int_equal(unicode_decimal_value(0xb2), -1);
    assert_true(unicode_is_digit(0xb2) && !unicode_is_decimal(0xb2));
    assert_true(unicode_is_numeric(0xbd) && !unicode_is_digit(0xbd));
    assert_true(unicode_is_numeric(0x4e09) && unicode_is_alpha(0x4e09));
    assert_false(unicode_is_numeric('a'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kind_is_that_of_the_widest),
        cmocka_unit_test(single_latin1_characters_are_shared),
        cmocka_unit_test(cutting_narrows_the_kind),
        cmocka_unit_test(append_extends_what_nobody_else_holds),
        cmocka_unit_test(interned_strs_are_one),
        cmocka_unit_test(the_table_forgets_the_dead_and_keeps_the_living),
        cmocka_unit_test(writer_widens_as_it_goes),
        cmocka_unit_test(writer_keeps_a_whole_str),
        cmocka_unit_test(printf_knows_objects),
        cmocka_unit_test(search_finds_what_comparing_everywhere_finds),
        cmocka_unit_test(hashes_are_those_of_cpython),
        cmocka_unit_test(case_mappings_may_grow),
        cmocka_unit_test(numerals_have_degrees),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
