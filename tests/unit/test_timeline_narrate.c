/* The voice: every sentence's placeholders name real fields, and each form says what it should. */
#include <pyviz/machine/event.h>
#include <pyviz/timeline/narrate.h>
#include <pyviz/timeline/stop.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void placeholders_name_fields(void **state)
{
    (void)state;
    struct buffer why = {0};
    bool fine = true;
    for (int i = 0; i < EVENT_COUNT; i++)
        fine &= narrate_check(&event_info[i], &why);
    if (!fine)
        fail_msg("%s", buffer_text(&why));
    buffer_free(&why);
}

static void wrong_placeholders_are_found(void **state)
{
    (void)state;
    static const char *const wrong[] = {"{m}", "{n:type}", "{n:bits(m)}",
                                        "{n",  "{o:s}",    "{n:bits}"};
    struct event_info info = {"x", LEVEL_MICRO, {{FIELD_INT, "n"}, {FIELD_OBJECT, "o"}}, NULL};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct buffer why = {0};
        info.sentence = wrong[i];
        assert_false(narrate_check(&info, &why));
        buffer_free(&why);
    }
    struct buffer why = {0};
    info.sentence = "{n} {n:s} {n:bits3} {n:bits(n)} {n?yes|} {o:type} {o:id} {n:times} {n:log2} "
                    "{n:no} {n:No} {n:many}{o:whole}";
    assert_true(narrate_check(&info, &why));
}

/* The JSON of an event has k, kind and line already. */
static void fields_do_not_hide_the_event(void **state)
{
    (void)state;
    static const char *const taken[] = {"k", "kind", "line"};
    for (int i = 0; i < EVENT_COUNT; i++)
        for (int f = 0; event_info[i].fields[f].type != FIELD_NONE; f++)
            for (int t = 0; t < 3; t++)
                if (strcmp(event_info[i].fields[f].name, taken[t]) == 0)
                    fail_msg("%s: a field is called %s", event_info[i].name, taken[t]);
}

static void names_of_kinds_are_unique(void **state)
{
    (void)state;
    for (int i = 0; i < EVENT_COUNT; i++)
        for (int j = 0; j < i; j++)
            if (strcmp(event_info[i].name, event_info[j].name) == 0)
                fail_msg("two kinds are called %s", event_info[i].name);
}

static void landmarks_exist(void **state)
{
    (void)state;
    for (const char *const *name = stop_landmarks; *name; name++) {
        int found = 0;
        for (int i = 0; i < EVENT_COUNT; i++)
            found += strcmp(event_info[i].name, *name) == 0;
        if (!found)
            fail_msg("no event is called %s", *name);
    }
}

/* Values are marked; words that only agree with them are not. */
static void values_are_marked(void **state)
{
    (void)state;
    static const struct {
        int kind;
        intptr_t field[2];
        const char *said, *values;
    } cases[] = {
        {EVENT_GC_STILL_GARBAGE,
         {0},
         "After the finalizers the garbage is worked out once more: no objects are garbage still.",
         "|no"},
        {EVENT_GC_STILL_GARBAGE,
         {1},
         "After the finalizers the garbage is worked out once more: 1 object is garbage still.",
         "|1"},
        {EVENT_GC_END,
         {2, 12345},
         "The collection of generation 2 has ended. It counts 12,345 objects as collected.",
         "|2|12,345"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = {0}, values = {0};
        struct spans spans = {0};
        struct Event event = {.kind = cases[i].kind};
        memcpy(event.field, cases[i].field, sizeof cases[i].field);
        narrate_event(NULL, &event, &out, &spans);
        assert_string_equal(buffer_text(&out), cases[i].said);
        for (size_t n = 0; n < spans.count; n++)
            buffer_printf(&values, "|%.*s", (int)(spans.at[n].end - spans.at[n].start),
                          buffer_text(&out) + spans.at[n].start);
        assert_string_equal(buffer_text(&values), cases[i].values);
        buffer_free(&out);
        buffer_free(&values);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placeholders_name_fields),  cmocka_unit_test(wrong_placeholders_are_found),
        cmocka_unit_test(values_are_marked),         cmocka_unit_test(fields_do_not_hide_the_event),
        cmocka_unit_test(names_of_kinds_are_unique), cmocka_unit_test(landmarks_exist),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
