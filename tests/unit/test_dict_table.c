/* The tables of dict and set: sizes and probe sequences as CPython has them, and their invariants
 * at every event of programs that grow, shrink, convert and mutate them. */
#include "timeline_program.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/set.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* ---- pure functions -------------------------------------------------------------------------- */

static void two_thirds_are_usable(void **state)
{
    (void)state;
    const ssize_t usable[] = {5, 10, 21, 42, 85, 170};
    for (int i = 0; i < 6; i++)
        assert_int_equal(dict_usable(3 + i), usable[i]);
}

/* Three times the keys in use: up to 3.13.3 three and six became 16 slots, not 8. */
static void sizes_round_as_the_profile_says(void **state)
{
    (void)state;
    const Profile old = {.dict_log2_rounding = 1}, mended = {0};
    static const struct {
        size_t minsize;
        int old, mended;
    } cases[] = {{0, 3, 3},  {3, 4, 3},  {6, 4, 3},  {9, 4, 4},  {15, 4, 4},
                 {18, 5, 5}, {30, 5, 5}, {33, 6, 6}, {63, 6, 6}, {126, 7, 7}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(dict_log2_keysize(&mended, cases[i].minsize), cases[i].mended);
        assert_int_equal(dict_log2_keysize(&old, cases[i].minsize), cases[i].old);
    }
    assert_int_equal(dict_log2_estimate(&old, 6), 4);
    assert_int_equal(dict_log2_estimate(&old, 100), 8);
}

static DictKeys keys_of(int log2_size, int log2_index_bytes, enum dict_kind kind)
{
    return (DictKeys){.dk_log2_size = (uint8_t)log2_size,
                      .dk_log2_index_bytes = (uint8_t)log2_index_bytes,
                      .dk_kind = (uint8_t)kind};
}

static void keys_take_as_many_bytes_as_in_cpython(void **state)
{
    (void)state;
    DictKeys keys = keys_of(3, 3, DICT_KEYS_UNICODE);
    assert_int_equal(dict_keys_bytes(&keys), 184 - 64);
    keys = keys_of(3, 3, DICT_KEYS_GENERAL);
    assert_int_equal(dict_keys_bytes(&keys), 224 - 64);
    keys = keys_of(8, 9, DICT_KEYS_GENERAL);
    assert_int_equal(dict_keys_bytes(&keys), 32 + 512 + 170 * 24);
}

/* 5*slot + perturb + 1, the hash shifted by five more bits each time; a dummy is walked past. */
static void dict_probes_follow_the_hash(void **state)
{
    (void)state;
    int32_t indices[8] = {-1, -1, -1, -2, 0, -1, -1, -1};
    DictKeys keys = keys_of(3, 3, DICT_KEYS_GENERAL);
    keys.indices = indices;
    size_t slots[8];
    const hash_t hash = 3 + (7 << 5); /* 3, then 15+7+1 = 23 & 7 = 7 */
    assert_int_equal(dict_probe_path(&keys, hash, slots, 8), 2);
    assert_int_equal(slots[0], 3);
    assert_int_equal(slots[1], 7);
    assert_int_equal(dict_probe_path(&keys, 4, slots, 8), 2); /* 4, then 20+0+1 = 5 */
    assert_int_equal(slots[1], 5);
    assert_int_equal(dict_probe_path(&keys, -1000, slots, 1), 1);
    assert_int_equal(slots[0], (size_t)-1000 & 7);
}

static void set_grows_at_three_fifths(void **state)
{
    (void)state;
    assert_int_equal(set_fill_limit(7), 5);
    assert_int_equal(set_fill_limit(31), 19);
    assert_int_equal(set_fill_limit(127), 77);
}

static void set_probes_nine_next_door_where_there_is_room(void **state)
{
    (void)state;
    Object *taken = (Object *)(uintptr_t)&two_thirds_are_usable;
    SetEntry table[32];
    for (size_t i = 0; i < 32; i++)
        table[i] = (SetEntry){taken, 1};
    size_t slots[32];
    table[20].key = NULL; /* 3 .. 12, then 3*5 + 1 + 0 = 16 .. 20 */
    assert_int_equal(set_probe_path(table, 31, 3, slots, 32), 15);
    for (size_t i = 0; i < 10; i++)
        assert_int_equal(slots[i], 3 + i);
    assert_int_equal(slots[10], 16);
    assert_int_equal(slots[14], 20);
    table[29].key = NULL; /* 23 + 9 > 31: no neighbours; 23*5 + 1 = 116 & 31 = 20 */
    assert_int_equal(set_probe_path(table, 31, 23, slots, 32), 2);
    assert_int_equal(slots[1], 20);
}

/* ---- invariants ------------------------------------------------------------------------------ */

static const char *why_broken(const Machine *m, Object *o)
{
    if (o->type == m->types.dict)
        return dict_broken(o);
    return o->type == m->types.set ? set_broken(m, o) : NULL;
}

/* In the middle of a resize the old table is whole, and the new one has what was moved. */
static const char *resize_broken(const Op *op)
{
    if (op->kind != OP_DICT_RESIZE || !op->u.dict_resize.new_keys)
        return NULL;
    const DictKeys *new_keys = op->u.dict_resize.new_keys;
    ssize_t placed = 0;
    for (size_t i = 0; i < DK_SIZE(new_keys); i++)
        placed += new_keys->indices[i] >= 0;
    ssize_t moved = op->u.dict_resize.moved;
    return placed == moved || placed == moved + 1 ? NULL : "resize: moved is not what was placed";
}

/* The walk under way is where the pure function says. */
static const char *walk_broken(const Op *op)
{
    if (op->kind > OP_DICT_INSERT || op->kind < OP_DICT_LOOKUP || !op->u.lookup.probes)
        return NULL;
    const DictKeys *keys = ((DictObject *)op->subject)->ma_keys;
    size_t slot = (size_t)op->u.lookup.hash & DK_MASK(keys);
    uint64_t perturb = (uint64_t)op->u.lookup.hash;
    for (int i = 1; i < op->u.lookup.probes; i++)
        slot = dict_next_slot(slot, &perturb, DK_MASK(keys));
    return slot == op->u.lookup.slot ? NULL : "lookup: the record is at another slot";
}

struct watch {
    uint64_t events, resizes;
    const char *why;
};

static bool check_everything(Machine *m, void *context)
{
    struct watch *w = context;
    ssize_t at = 0;
    Object *value;
    w->events++;
    w->resizes += m->event.kind == EVENT_DICT_RESIZE_DONE || m->event.kind == EVENT_SET_RESIZE_DONE;
    while (!w->why && dict_next(m->main_dict, &at, NULL, &value, NULL))
        w->why = why_broken(m, value);
    bool resizing = m->op && m->op->kind == OP_DICT_RESIZE;
    for (const Op *op = m->op; op && !w->why; op = op->outer)
        w->why = op != m->op && resizing ? NULL : walk_broken(op);
    if (m->op && !w->why)
        w->why = resize_broken(m->op);
    return w->why != NULL;
}

static void holds_throughout(const char *code)
{
    const Profile *profiles[] = {&profile_3_11, &profile_3_12, &profile_3_13};
    for (size_t i = 0; i < 3; i++) {
        Machine *m = program_machine(code, profiles[i]);
        struct watch w = {0};
        machine_observe(m, check_everything, &w);
        enum machine_status status = machine_run(m, UINT64_MAX);
        if (w.why)
            fail_msg("at event %llu: %s", (unsigned long long)m->clock, w.why);
        assert_int_equal(status, MACHINE_FINISHED);
        assert_true(w.resizes > 0);
        machine_free(m);
    }
}

static void dicts_hold_at_every_event(void **state)
{
    (void)state;
    holds_throughout("d = {}\n"
                     "for i in range(40):\n"
                     "    d['k%d' % (i % 23)] = i\n"
                     "    if i % 3 == 0:\n"
                     "        d.pop('k%d' % (i // 2), None)\n"
                     "    if i % 7 == 6:\n"
                     "        d.popitem()\n"
                     "d[1 << 70] = d.copy()\n"
                     "e = {}\n"
                     "e.update(d)\n"
                     "e |= dict.fromkeys(range(30))\n"
                     "d.clear()\n"
                     "d.setdefault(8, 16)\n"
                     "for i in range(0, 400, 8):\n"
                     "    d[i] = i\n"
                     "f = {**d, **e, 'x': 1}\n"
                     "g = {k: v for k, v in f.items() if v}\n");
}

static void sets_hold_at_every_event(void **state)
{
    (void)state;
    holds_throughout("s = set()\n"
                     "for i in range(60):\n"
                     "    s.add(i * 8)\n"
                     "    if i % 3 == 0:\n"
                     "        s.discard(i * 4)\n"
                     "    if i % 5 == 4:\n"
                     "        s.pop()\n"
                     "t = s | set('growing')\n"
                     "u = t & s\n"
                     "t -= {1, 2, 3, 'g'}\n"
                     "t ^= s\n"
                     "u.intersection_update(range(0, 200, 16))\n"
                     "s.clear()\n"
                     "v = {33, 1, 65}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_thirds_are_usable),
        cmocka_unit_test(sizes_round_as_the_profile_says),
        cmocka_unit_test(keys_take_as_many_bytes_as_in_cpython),
        cmocka_unit_test(dict_probes_follow_the_hash),
        cmocka_unit_test(set_grows_at_three_fifths),
        cmocka_unit_test(set_probes_nine_next_door_where_there_is_room),
        cmocka_unit_test(dicts_hold_at_every_event),
        cmocka_unit_test(sets_hold_at_every_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
