/* The JSON of a state and of events, and the short reprs in sentences and views. */
#include "timeline_program.h"

#include <pyviz/base/utf8.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/profile.h>
#include <pyviz/timeline/state.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>

static Machine *machine; /* of the test under way */

static json_t *state_now(void)
{
    struct buffer b = {0};
    json_error_t error;
    state_write(machine, 99, &b);
    assert_int_equal(b.data[b.len - 1], '\n');
    json_t *state = json_loadb(b.data, b.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (!state)
        fail_msg("%s at %d", error.text, error.position);
    buffer_free(&b);
    return state;
}

static json_t *state_at_end(const char *code)
{
    machine = program_machine(code, profile_default);
    machine_run(machine, UINT64_MAX);
    return state_now();
}

/* Just after event n of this kind, counted from 1. */
static json_t *state_at_event(const char *code, enum event_kind kind, int n)
{
    machine = program_machine(code, profile_default);
    for (int seen = 0; seen < n;) {
        assert_false(machine_ended(machine));
        machine_run(machine, machine->clock + 1);
        seen += machine->event.kind == kind;
    }
    return state_now();
}

static void done(json_t *state)
{
    json_decref(state);
    machine_free(machine);
}

static json_t *object_of(json_t *state, json_int_t number)
{
    char key[24];
    snprintf(key, sizeof key, "%lld", (long long)number);
    json_t *object = json_object_get(json_object_get(state, "objects"), key);
    assert_non_null(object);
    return object;
}

static json_t *named(json_t *state, const char *name)
{
    json_t *number = json_object_get(json_object_get(state, "names"), name);
    assert_non_null(number);
    return object_of(state, json_integer_value(number));
}

static void assert_json(json_t *value, const char *expected)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    assert_non_null(text);
    assert_string_equal(text, expected);
    free(text);
}

/* ---- states ---------------------------------------------------------------------------------- */

static void keys_stand_in_the_order_of_the_contract(void **unused)
{
    (void)unused;
    static const char *const keys[] = {"python",    "event", "events", "line", "stdout",
                                       "exception", "names", "frames", "gc",   "objects"};
    json_t *state = state_at_end("x = 1\nprint(x)\n");
    const char *key;
    json_t *value;
    size_t i = 0;
    json_object_foreach(state, key, value)
    {
        assert_true(i < sizeof keys / sizeof *keys);
        assert_string_equal(key, keys[i++]);
    }
    assert_json(json_object_get(state, "python"), "\"3.13\"");
    assert_json(json_object_get(state, "events"), "99");
    assert_json(json_object_get(state, "stdout"), "\"1\\n\"");
    assert_json(json_object_get(state, "exception"), "null");
    done(state);
}

static void before_the_first_event_there_is_none(void **unused)
{
    (void)unused;
    machine = program_machine("x = 1\n", profile_default);
    json_t *state = state_now();
    assert_json(json_object_get(state, "event"), "null");
    assert_json(json_object_get(state, "names"), "{}");
    done(state);
}

static void names_are_the_programs_own(void **unused)
{
    (void)unused;
    json_t *state = state_at_end("b = 1\na = b\n__version__ = b\nb = None\ndel a\n");
    const char *key;
    json_t *value;
    struct buffer names = {0};
    json_object_foreach(json_object_get(state, "names"), key, value)
        buffer_printf(&names, "%s ", key);
    assert_string_equal(buffer_text(&names), "b __version__ ");
    buffer_free(&names);
    done(state);
}

static void a_dict_shows_its_table(void **unused)
{
    (void)unused;
    json_t *state = state_at_end("d = {}\nd['pear'] = 1\nd['kiwi'] = 2\ndel d['pear']\n");
    json_t *d = named(state, "d"), *dict = json_object_get(d, "dict");
    assert_json(json_object_get(d, "type"), "\"dict\"");
    assert_json(json_object_get(d, "sizeof"), "184");
    assert_json(json_object_get(d, "refcount"), "1");
    assert_json(json_object_get(dict, "kind"), "\"unicode\"");
    assert_json(json_object_get(dict, "log2_size"), "3");
    assert_json(json_object_get(dict, "usable"), "3");
    assert_json(json_object_get(dict, "nentries"), "2");
    assert_json(json_object_get(dict, "used"), "1");
    assert_json(json_object_get(dict, "indices"), "[-1,-1,-2,1,-1,-1,-1,-1]");
    json_t *entries = json_object_get(dict, "entries");
    assert_int_equal(json_array_size(entries), 2);
    assert_true(json_is_null(json_array_get(entries, 0)));
    assert_json(json_object_get(json_array_get(entries, 1), "hash"), "-8292140047809600230");
    json_t *key = json_object_get(json_array_get(entries, 1), "key");
    assert_json(json_object_get(object_of(state, json_integer_value(key)), "repr"), "\"'kiwi'\"");
    done(state);
}

static void a_set_shows_dummies(void **unused)
{
    (void)unused;
    json_t *state = state_at_end("s = {1, 2}\ns.discard(2)\n");
    json_t *set = json_object_get(named(state, "s"), "set");
    assert_json(json_object_get(set, "mask"), "7");
    assert_json(json_object_get(set, "fill"), "2");
    assert_json(json_object_get(set, "used"), "1");
    assert_json(json_array_get(json_object_get(set, "table"), 2), "\"dummy\"");
    assert_json(json_array_get(json_object_get(set, "table"), 3), "null");
    done(state);
}

static void a_list_may_hold_itself(void **unused)
{
    (void)unused;
    json_t *state = state_at_end("a = []\na.append(a)\n");
    json_t *number = json_object_get(json_object_get(state, "names"), "a");
    json_t *list = json_object_get(named(state, "a"), "list");
    assert_json(json_object_get(list, "allocated"), "4");
    assert_true(json_equal(json_array_get(json_object_get(list, "items"), 0), number));
    assert_json(json_object_get(named(state, "a"), "refcount"), "2");
    done(state);
}

static void reprs_are_pythons(void **unused)
{
    (void)unused;
    json_t *state =
        state_at_end("i = -2**70\nf = 1e16\nc = complex(0.0, -0.0)\nt = (1, ('x',), ())\n"
                     "r = range(0, 5)\nb = b'\\x00\\''\ns = '\\ud800\\n'\nl = ([],)\n");
    static const char *const expected[][2] = {
        {"i", "\"-1180591620717411303424\""},
        {"f", "\"1e+16\""},
        {"c", "\"-0j\""},
        {"t", "\"(1, ('x',), ())\""},
        {"r", "\"range(0, 5)\""},
        {"b", "\"b\\\"\\\\x00'\\\"\""},
        {"s", "\"'\\\\ud800\\\\n'\""},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_json(json_object_get(named(state, expected[i][0]), "repr"), expected[i][1]);
    assert_null(json_object_get(named(state, "l"), "repr"));
    done(state);
}

static void frames_have_locals_and_a_stack(void **unused)
{
    (void)unused;
    json_t *state = state_at_event("def f(x):\n"
                                   "    y = [x]\n"
                                   "    def g():\n"
                                   "        return y\n"
                                   "    return g()\n"
                                   "f(5)\n",
                                   EVENT_RETURN, 1);
    json_t *frames = json_object_get(state, "frames");
    assert_int_equal(json_array_size(frames), 3);
    json_t *module = json_array_get(frames, 0), *f = json_array_get(frames, 1);
    json_t *g = json_array_get(frames, 2);
    assert_json(json_object_get(module, "function"), "\"<module>\"");
    assert_json(json_object_get(module, "locals"), "{}");
    assert_json(json_object_get(module, "line"), "6");
    assert_json(json_object_get(f, "function"), "\"f\"");
    json_t *y = json_object_get(json_object_get(f, "locals"), "y");
    assert_true(json_equal(json_object_get(json_object_get(g, "locals"), "y"), y));
    assert_json(json_object_get(object_of(state, json_integer_value(y)), "type"), "\"list\"");
    done(state);
}

static void an_exception_has_its_line(void **unused)
{
    (void)unused;
    json_t *state = state_at_end("d = {}\n\nd['x']\n");
    assert_json(json_object_get(state, "exception"),
                "{\"type\":\"KeyError\",\"message\":\"'x'\",\"line\":3}");
    done(state);
    state = state_at_end("int('twelve')\n");
    assert_json(json_object_get(state, "exception"),
                "{\"type\":\"ValueError\",\"message\":\"invalid literal for int() with base 10: "
                "'twelve'\",\"line\":1}");
    done(state);
}

static void counts_that_depend_on_the_start_are_null(void **unused)
{
    (void)unused;
    machine = program_machine("n = None\ni = 7\nx = 'a b'\n", &profile_3_11);
    machine_run(machine, UINT64_MAX);
    json_t *state = state_now();
    assert_json(json_object_get(named(state, "n"), "refcount"), "null");
    assert_json(json_object_get(named(state, "n"), "immortal"), "false");
    assert_true(json_is_integer(json_object_get(named(state, "x"), "refcount")));
    done(state);
    state = state_at_end("n = None\n");
    assert_json(json_object_get(named(state, "n"), "refcount"), "4294967295");
    assert_json(json_object_get(named(state, "n"), "immortal"), "true");
    done(state);
}

/* ---- events ---------------------------------------------------------------------------------- */

static void collect(const char *text, size_t n, void *buffer)
{
    buffer_append(buffer, text, n);
}

static void a_trace_has_every_event(void **unused)
{
    (void)unused;
    struct buffer b = {0};
    machine = program_machine("a = ['é']\na.append(1)\n", profile_default);
    state_trace(machine, collect, &b);
    uint64_t k = 0;
    for (char *line = b.data, *end; line < b.data + b.len; line = end + 1) {
        end = strchr(line, '\n');
        assert_non_null(end);
        json_t *event = json_loadb(line, (size_t)(end - line), JSON_REJECT_DUPLICATES, NULL);
        assert_non_null(event);
        assert_int_equal(json_integer_value(json_object_get(event, "k")), ++k);
        assert_true(json_is_string(json_object_get(event, "kind")));
        json_decref(event);
    }
    assert_int_equal(k, machine->clock);
    buffer_free(&b);
    machine_free(machine);
}

/* ---- short reprs ----------------------------------------------------------------------------- */

static void assert_short(const char *name, int columns, const char *expected)
{
    struct buffer b = {0};
    inspect_short_repr(machine, inspect_lookup(machine, name), columns, &b);
    assert_string_equal(buffer_text(&b), expected);
    buffer_free(&b);
}

static void short_reprs_are_cut(void **unused)
{
    (void)unused;
    json_t *state = state_at_end("s = 'abcdefghijklmnopqrstuvwxyz'\n"
                                 "a = [1, 2, 3, 4, 5, 6]\n"
                                 "a.append(a)\n"
                                 "d = {'k': [1, 2], 'l': None}\n"
                                 "n = 10**100\n"
                                 "big = 10**1000\n"
                                 "def f(): pass\n"
                                 "e = set()\n"
                                 "t = (1,)\n"
                                 "deep = [[[[[1]]]]]\n"
                                 "L = list\n"
                                 "x = KeyError('no')\n");
    assert_short("s", 40, "'abcdefghijklmnopqrstuvwxyz'");
    assert_short("s", 10, "'abcdefg…'");
    assert_short("a", 12, "[1, 2, 3, …]");
    assert_short("a", 40, "[1, 2, 3, 4, 5, 6, …]");
    assert_short("d", 40, "{'k': [1, 2], 'l': None}");
    assert_short("d", 16, "{'k': [1, 2], …}");
    assert_short("n", 12, "10000000000…");
    assert_short("big", 30, "<int of 3322 bits>");
    assert_short("f", 30, "<function f>");
    assert_short("e", 30, "set()");
    assert_short("t", 30, "(1,)");
    assert_short("deep", 30, "[[[…]]]");
    assert_short("L", 30, "list");
    assert_short("x", 30, "KeyError('no')");
    assert_short("nowhere", 30, "nothing");
    done(state);
}

static void short_reprs_keep_to_their_columns(void **unused)
{
    (void)unused;
    json_t *state = state_at_end("a = ['漢字' * 20, {1: '\\n' * 50, 2.5: (None, 'é')}, b'x' * 99]\n"
                                 "b = [a, [a, a], {'key': a}]\n"
                                 "c = range(10**9, 10**12, 7)\n"
                                 "d = {frozenset([1, 2]): {3, 4}}\n"
                                 "e = ''.join\n"
                                 "f = iter(a)\n");
    static const char *const names[] = {"a", "b", "c", "d", "e", "f"};
    for (int i = 0; i < 6; i++) {
        for (int columns = 4; columns < 90; columns++) {
            struct buffer b = {0};
            inspect_short_repr(machine, inspect_lookup(machine, names[i]), columns, &b);
            if (utf8_columns(b.data, b.len) > columns)
                fail_msg("%d columns: %s", columns, b.data);
            assert_int_equal(utf8_validate(b.data, b.len), b.len);
            buffer_free(&b);
        }
    }
    done(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_stand_in_the_order_of_the_contract),
        cmocka_unit_test(before_the_first_event_there_is_none),
        cmocka_unit_test(names_are_the_programs_own),
        cmocka_unit_test(a_dict_shows_its_table),
        cmocka_unit_test(a_set_shows_dummies),
        cmocka_unit_test(a_list_may_hold_itself),
        cmocka_unit_test(reprs_are_pythons),
        cmocka_unit_test(frames_have_locals_and_a_stack),
        cmocka_unit_test(an_exception_has_its_line),
        cmocka_unit_test(counts_that_depend_on_the_start_are_null),
        cmocka_unit_test(a_trace_has_every_event),
        cmocka_unit_test(short_reprs_are_cut),
        cmocka_unit_test(short_reprs_keep_to_their_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
