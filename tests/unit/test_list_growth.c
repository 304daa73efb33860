/* list: capacities as CPython has them, what moves when, and the list's invariants at every event
 * of programs that grow, shrink, slice and sort. */
#include "timeline_program.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/str.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* ---- the rule -------------------------------------------------------------------------------- */

static void appends_grow_by_an_eighth(void **state)
{
    (void)state;
    const ssize_t capacities[] = {4, 8, 16, 24, 32, 40, 52, 64, 76, 92, 108, 128};
    ssize_t size = 0;
    for (size_t i = 0; i < sizeof capacities / sizeof *capacities; i++) {
        ssize_t slots = list_overallocate(size, size + 1);
        assert_int_equal(slots, capacities[i]);
        size = slots;
    }
}

static void big_steps_are_only_rounded(void **state)
{
    (void)state;
    assert_int_equal(list_overallocate(0, 0), 0);
    assert_int_equal(list_overallocate(9, 0), 0);
    assert_int_equal(list_overallocate(0, 4), 8);
    assert_int_equal(list_overallocate(0, 5), 8);
    assert_int_equal(list_overallocate(0, 9), 12);
    assert_int_equal(list_overallocate(10, 100), 100);
    assert_int_equal(list_overallocate(10, 101), 104);
    assert_int_equal(list_overallocate(98, 100), 116);
}

/* ---- programs -------------------------------------------------------------------------------- */

static Object *global(Machine *m, const char *name)
{
    ssize_t at = 0;
    Object *key, *value;
    while (dict_next(m->main_dict, &at, &key, &value, NULL))
        if (str_equals_ascii(key, name))
            return value;
    fail_msg("the program has no %s", name);
    return NULL;
}

/* The capacity of `a` after the program. */
static ssize_t capacity(const char *code, const Profile *profile)
{
    Machine *m = program_machine(code, profile);
    assert_int_equal(machine_run(m, UINT64_MAX), MACHINE_FINISHED);
    ssize_t allocated = ((ListObject *)global(m, "a"))->allocated;
    machine_free(m);
    return allocated;
}

static void capacities_follow_the_version(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        ssize_t v3_11, v3_12, v3_13;
    } cases[] = {
        {"a = []", 0, 0, 0},
        {"x = 1; a = [x, x, x]", 3, 3, 3},
        {"a = [1, 2, 3]", 4, 4, 4},
        {"a = list(range(5))", 6, 6, 6},
        {"a = list({1})", 2, 2, 4},
        {"a = list({1: 2, 3: 4})", 2, 2, 8},
        {"a = list({1: 2, 3: 4}.items())", 2, 2, 8},
        {"a = [1]; a.pop()", 1, 0, 0},
        {"a = [1, 2, 3]; a.pop(); a.pop(); a.pop()", 0, 0, 0},
        {"a = [1, 2, 3]; a.pop(); a.pop(); a.pop(); a.extend((1, 2, 3))", 8, 4, 4},
        {"a = [1, 2, 3]; a.clear(); a.extend((1, 2, 3))", 4, 4, 4},
        {"a = [x for x in range(5)]", 8, 8, 8},
        {"b = [1, 2, 3]; a = b[:]", 3, 3, 3},
        {"b = [1, 2, 3]; a = b + b", 6, 6, 6},
        {"a = [0] * 5", 5, 5, 5},
        {"a = [*range(3)]", 4, 4, 4},
        {"a = [0] * 6; del a[2:]", 8, 8, 8},
        {"a = [0] * 8; del a[::-1]", 0, 0, 0},
        {"a = [0] * 8\nwhile a: del a[0]", 0, 0, 8},
        {"a = [1]; del a[0]; a.extend((1, 2, 3))", 4, 4, 8},
        {"a = [0] * 5; a *= 3", 16, 16, 16},
        {"a = [0] * 5; a[1:2] = (1, 2, 3)", 12, 12, 12},
    };
    const Profile *profiles[] = {&profile_3_11, &profile_3_12, &profile_3_13};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const ssize_t expected[] = {cases[i].v3_11, cases[i].v3_12, cases[i].v3_13};
        for (int v = 0; v < 3; v++) {
            ssize_t found = capacity(cases[i].code, profiles[v]);
            if (found != expected[v])
                fail_msg("3.%d: %s: %zd slots, not %zd", 11 + v, cases[i].code, found, expected[v]);
        }
    }
}

/* ---- at every event -------------------------------------------------------------------------- */

static const char *list_broken(const ListObject *l, bool sorting)
{
    if (l->allocated == -1)
        return sorting && !l->item && l->size == 0 ? NULL : "capacity -1, but nobody sorts";
    if (l->size < 0 || l->size > l->allocated)
        return "size > allocated";
    if (!l->item != !l->address || (!l->item && l->allocated))
        return "block, address and capacity disagree";
    for (ssize_t i = l->size; i < l->allocated; i++)
        if (l->item[i])
            return "a spare slot is not empty";
    return NULL;
}

/* While a list moves: what was copied so far stands in both blocks, and the list uses the old one.
 */
static const char *resize_broken(const Op *op)
{
    if (op->kind != OP_LIST_RESIZE)
        return NULL;
    const ListObject *l = (const ListObject *)op->subject;
    if (!op->u.list_resize.old_item || !op->u.list_resize.new_item || !op->u.list_resize.moved)
        return NULL;
    for (ssize_t i = 0; i < op->u.list_resize.copied; i++)
        if (op->u.list_resize.old_item[i] != op->u.list_resize.new_item[i])
            return "a copied pointer is not the one that was there";
    bool moved = l->item == op->u.list_resize.new_item;
    if (!moved && l->item != op->u.list_resize.old_item)
        return "the list uses neither block";
    return moved && op->u.list_resize.copied < l->size ? "the list moved too early" : NULL;
}

struct watch {
    uint64_t kinds[EVENT_COUNT];
    const char *why;
};

static bool check_everything(Machine *m, void *context)
{
    struct watch *w = context;
    ssize_t at = 0;
    Object *value;
    bool sorting = false;
    w->kinds[m->event.kind]++;
    for (const Op *op = m->op; op && !w->why; op = op->outer) {
        sorting |= op->kind == OP_LIST_SORT;
        w->why = resize_broken(op);
    }
    while (!w->why && dict_next(m->main_dict, &at, NULL, &value, NULL))
        if (value->type == m->types.list)
            w->why = list_broken((ListObject *)value, sorting);
    return w->why != NULL;
}

static struct watch watched(const char *code, const Profile *profile)
{
    Machine *m = program_machine(code, profile);
    struct watch w = {0};
    machine_observe(m, check_everything, &w);
    enum machine_status status = machine_run(m, UINT64_MAX);
    if (w.why)
        fail_msg("at event %llu: %s", (unsigned long long)m->clock, w.why);
    assert_int_equal(status, MACHINE_FINISHED);
    machine_free(m);
    return w;
}

static void lists_hold_at_every_event(void **state)
{
    (void)state;
    const char *code = "a = []\n"
                       "for i in range(150):\n"
                       "    a.append(i)\n"
                       "    if i % 4 == 3:\n"
                       "        a.insert(i // 2, i)\n"
                       "        a.pop(i // 3)\n"
                       "b = a[::3] + a[5:9]\n"
                       "a[3:60] = b\n"
                       "del a[1::2]\n"
                       "a[::2] = a[1::2] + a[:len(a[::2]) - len(a[1::2])]\n"
                       "b += (str(i) for i in range(9)) if 0 else range(9)\n"
                       "b.sort(reverse=True)\n"
                       "b.sort(key=lambda x: x % 7)\n"
                       "while a:\n"
                       "    a.pop()\n"
                       "a.extend({1, 2, 3})\n"
                       "a.extend({'x': 1}.items())\n"
                       "a.extend(a)\n"
                       "a *= 5\n"
                       "a.reverse()\n"
                       "a.clear()\n"
                       "c = [0] * 6\n"
                       "del c[2:]\n"
                       "del c[::-1]\n";
    const Profile *profiles[] = {&profile_3_11, &profile_3_12, &profile_3_13};
    for (size_t i = 0; i < 3; i++) {
        struct watch w = watched(code, profiles[i]);
        assert_true(w.kinds[EVENT_LIST_MOVE] > 5);
        assert_true(w.kinds[EVENT_LIST_COPY] > 5);
        assert_true(w.kinds[EVENT_LIST_SHRINK] > 2);
        assert_int_equal(w.kinds[EVENT_LIST_SORT_DONE], 2);
    }
}

/* A growing append is a decision, a move and a store; one with room is a store. */
static void an_append_is_one_step_or_three(void **state)
{
    (void)state;
    struct watch w = watched("a = []\n"
                             "for i in range(5):\n"
                             "    a.append(i)\n",
                             &profile_3_13);
    assert_int_equal(w.kinds[EVENT_LIST_APPEND], 5);
    assert_int_equal(w.kinds[EVENT_LIST_FIRST], 1);
    assert_int_equal(w.kinds[EVENT_LIST_FIRST_BLOCK], 1);
    assert_int_equal(w.kinds[EVENT_LIST_GROW], 1);
    assert_int_equal(w.kinds[EVENT_LIST_MOVE], 1);
    assert_int_equal(w.kinds[EVENT_LIST_COPY], 4);
}

/* The comparisons of runs that are there already: n - 1. */
static void sorted_input_is_one_run(void **state)
{
    (void)state;
    struct watch w = watched("a = list(range(100))\na.sort()\n", &profile_3_13);
    assert_int_equal(w.kinds[EVENT_LIST_SORT_COMPARE], 99);
    assert_int_equal(w.kinds[EVENT_LIST_SORT_MERGE], 0);
    w = watched("a = list(range(100))\na.sort(reverse=True)\n", &profile_3_13);
    assert_int_equal(w.kinds[EVENT_LIST_SORT_COMPARE], 99);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(appends_grow_by_an_eighth),
        cmocka_unit_test(big_steps_are_only_rounded),
        cmocka_unit_test(capacities_follow_the_version),
        cmocka_unit_test(lists_hold_at_every_event),
        cmocka_unit_test(an_append_is_one_step_or_three),
        cmocka_unit_test(sorted_input_is_one_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
