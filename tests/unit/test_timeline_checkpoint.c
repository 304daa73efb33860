/* Checkpoints: what comes back is what was taken, and what is equal is kept once. */
#include <pyviz/timeline/checkpoint.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PAGE = CHECKPOINT_PAGE, PAGES = 64 };

/* A heap that grows up from the start, a stack that grows down from the end. */
static _Alignas(PAGE) char region[PAGES * PAGE];

static void spans_of(size_t heap_pages, size_t stack_pages, struct region_span spans[2])
{
    spans[0] = (struct region_span){region, heap_pages * PAGE};
    spans[1] = (struct region_span){region + (PAGES - stack_pages) * PAGE, stack_pages * PAGE};
}

static struct checkpoint *take(struct page_store *store, size_t heap_pages, size_t stack_pages,
                               const struct checkpoint *like)
{
    struct region_span spans[2];
    spans_of(heap_pages, stack_pages, spans);
    return checkpoint_take(store, spans, like);
}

static void comes_back(void **state)
{
    (void)state;
    struct page_store *store = page_store_new();
    memset(region, 'a', 3 * PAGE);
    memset(region + 62 * PAGE, 's', 2 * PAGE);
    struct checkpoint *first = take(store, 3, 2, NULL);
    region[PAGE + 7] = 'b';
    memset(region + 60 * PAGE, 't', 4 * PAGE);
    struct checkpoint *second = take(store, 5, 4, first);

    checkpoint_restore(first);
    assert_int_equal(region[PAGE + 7], 'a');
    assert_int_equal(region[62 * PAGE], 's');
    assert_int_equal(region[61 * PAGE], 't'); /* below the live stack: of no matter */
    checkpoint_restore(second);
    assert_int_equal(region[PAGE + 7], 'b');
    assert_int_equal(region[60 * PAGE], 't');
    assert_int_equal(region[63 * PAGE + 9], 't');

    checkpoint_drop(store, first);
    checkpoint_restore(second);
    assert_int_equal(region[2 * PAGE], 'a'); /* a page that both had */
    checkpoint_drop(store, second);
    page_store_free(store);
}

static void equal_pages_are_kept_once(void **state)
{
    (void)state;
    struct page_store *store = page_store_new();
    memset(region, 0, sizeof region);
    memset(region, 'x', 20 * PAGE);
    struct checkpoint *first = take(store, 20, 1, NULL);
    size_t alone = page_store_bytes(store);
    assert_true(alone >= 20 * PAGE && alone < 21 * PAGE); /* the stack's page of zeros is free */
    struct checkpoint *second = take(store, 20, 1, first);
    assert_true(page_store_bytes(store) - alone < PAGE);
    region[0] = 'y';
    struct checkpoint *third = take(store, 20, 1, second);
    assert_true(page_store_bytes(store) - alone < 2 * PAGE);
    checkpoint_drop(store, second);
    checkpoint_drop(store, first);
    checkpoint_drop(store, third);
    assert_int_equal(page_store_bytes(store), 0);
    page_store_free(store);
}

/* A word that has changed in every page takes no new pages; what has changed throughout does. */
static void little_changes_take_little(void **state)
{
    (void)state;
    enum { HEAP = 20 };
    static char before[sizeof region], after[sizeof region];
    struct page_store *store = page_store_new();
    memset(region, 'x', sizeof region);
    memcpy(before, region, sizeof region);
    struct checkpoint *first = take(store, HEAP, 1, NULL);
    size_t alone = page_store_bytes(store);
    for (size_t i = 0; i < HEAP; i++)
        region[i * PAGE + i * 97] = 'y';
    memcpy(after, region, sizeof region);
    struct checkpoint *second = take(store, HEAP, 1, first);
    assert_in_range(page_store_bytes(store) - alone, 1, HEAP * PAGE / 10);
    memset(region, 'z', HEAP * PAGE);
    size_t both = page_store_bytes(store);
    struct checkpoint *third = take(store, HEAP, 1, second);
    assert_true(page_store_bytes(store) - both >= HEAP * PAGE);

    checkpoint_drop(store, first); /* its pages are still needed by what is little different */
    checkpoint_restore(second);
    assert_memory_equal(region, after, sizeof region);
    checkpoint_drop(store, second);
    checkpoint_restore(third);
    assert_int_equal(region[HEAP * PAGE - 1], 'z');
    checkpoint_drop(store, third);
    assert_int_equal(page_store_bytes(store), 0);
    page_store_free(store);
}

static void zeros_come_back(void **state)
{
    (void)state;
    struct page_store *store = page_store_new();
    memset(region, 0, sizeof region);
    struct checkpoint *empty = take(store, 8, 1, NULL);
    memset(region, 1, sizeof region);
    checkpoint_restore(empty);
    for (size_t i = 0; i < 8 * PAGE; i++)
        assert_int_equal(region[i], 0);
    checkpoint_drop(store, empty);
    page_store_free(store);
}

/* Many checkpoints, taken and dropped in any order, each equal to a plain copy. */
static void random_histories(void **state)
{
    (void)state;
    enum { KEPT = 12, ROUNDS = 600, HEAP = 24, STACK = 3 };
    struct page_store *store = page_store_new();
    struct checkpoint *kept[KEPT] = {NULL};
    static char copies[KEPT][sizeof region];
    srand(1);
    memset(region, 0, sizeof region);
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < 20; i++)
            region[rand() % (HEAP * PAGE)] = (char)rand();
        region[sizeof region - 1 - (size_t)rand() % (STACK * PAGE)] = (char)rand();
        size_t run = (size_t)rand() % (2 * PAGE), place = (size_t)rand() % (HEAP * PAGE - run);
        for (size_t i = 0; round % 5 == 0 && i < run; i++)
            region[place + i] = (char)(round % 10 ? rand() : 0);
        int at = rand() % KEPT, like = rand() % KEPT;
        struct checkpoint *new = take(store, HEAP, STACK, kept[like]);
        checkpoint_drop(store, kept[at]);
        kept[at] = new;
        memcpy(copies[at], region, sizeof region);
        int back = rand() % KEPT;
        if (!kept[back])
            continue;
        checkpoint_restore(kept[back]);
        assert_memory_equal(region, copies[back], sizeof region);
    }
    for (int i = 0; i < KEPT; i++)
        checkpoint_drop(store, kept[i]);
    assert_int_equal(page_store_bytes(store), 0);
    page_store_free(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back),
        cmocka_unit_test(equal_pages_are_kept_once),
        cmocka_unit_test(little_changes_take_little),
        cmocka_unit_test(zeros_come_back),
        cmocka_unit_test(random_histories),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
