/* The session on a memory screen, with a clock that only moves when a test moves it. */
#include "app/session_internal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RIGHT "\033[C"
#define LEFT  "\033[D"
#define UP    "\033[A"
#define DOWN  "\033[B"

/* A list that moves when it grows, and a loop: animations, operations, several statements. */
static const char lesson_text[] = "a = []\n"
                                  "# Four at once.\n"
                                  "for i in range(12):\n"
                                  "    a.append(i)\n"
                                  "print(a)\n"
                                  "b = 'the end'\n";

static struct fixture {
    struct session *session;
    struct screen *screen;
    int64_t clock;
    struct buffer text; /* of the frame looked at last */
    char path[64];      /* of a file, where the lesson is one */
} f;

static int64_t now(void *context)
{
    return ((const struct fixture *)context)->clock;
}

static void open_lesson(struct cli cli)
{
    int status;
    struct buffer why = {0};
    struct screen_options options = {.backend = SCREEN_MEMORY, .rows = 24, .cols = 80};
    f.screen = screen_open(&options, NULL);
    f.session = session_new(&cli, &status, &why);
    assert_string_equal(buffer_text(&why), "");
    assert_non_null(f.session);
    f.clock = 1000;
    session_start(f.session, f.screen, now, &f);
}

static struct cli cli_of(int argc, char **argv)
{
    struct cli cli;
    assert_true(cli_parse(&cli, argc, argv));
    return cli;
}

static int setup(void **state)
{
    (void)state;
    char *argv[] = {"pyviz", "-c", (char *)(uintptr_t)lesson_text, NULL};
    f = (struct fixture){0};
    open_lesson(cli_of(3, argv));
    return 0;
}

static int setup_still(void **state)
{
    (void)state;
    char *argv[] = {"pyviz", "--no-motion", "-c", (char *)(uintptr_t)lesson_text, NULL};
    f = (struct fixture){0};
    open_lesson(cli_of(4, argv));
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    session_free(f.session);
    screen_close(f.screen);
    buffer_free(&f.text);
    if (f.path[0])
        unlink(f.path);
    return 0;
}

/* ---- driving it ------------------------------------------------------------------------------ */

/* Turns until there is nothing left to do but to wait. */
static void settle(void)
{
    while (!f.session->quit && (screen_pending(f.screen) || session_may_scout(f.session)) &&
           session_turn(f.session))
        if (f.session->motion_ms)
            break;
    if (!f.session->quit && f.session->dirty)
        session_draw(f.session);
}

static void press(const char *keys)
{
    screen_memory_feed(f.screen, keys, strlen(keys));
    screen_memory_advance(f.screen, INPUT_ESCAPE_MS);
    do
        settle();
    while (!f.session->quit && screen_pending(f.screen));
}

/* Time passes, and the session notices. */
static void pass(int ms)
{
    f.clock += ms;
    if (f.session->motion_ms || f.session->playing || f.session->timing)
        session_turn(f.session);
    if (f.session->dirty)
        session_draw(f.session);
}

static const char *frame(void)
{
    buffer_clear(&f.text);
    grid_text(screen_memory_shown(f.screen), &f.text);
    return buffer_text(&f.text);
}

static bool shows(const char *text)
{
    return strstr(frame(), text) != NULL;
}

static void assert_shows(const char *text)
{
    if (!shows(text))
        fail_msg("\"%s\" is not on\n%s", text, buffer_text(&f.text));
}

static uint64_t step(void)
{
    return timeline_place(f.session->lesson->timeline).number;
}

static uint64_t total(void)
{
    return timeline_place(f.session->lesson->timeline).total;
}

static uint64_t clock_at(void)
{
    return timeline_clock(f.session->lesson->timeline);
}

static int line(void)
{
    return machine_line(timeline_machine(f.session->lesson->timeline));
}

/* Steps until a step is animated; returns how long its movement takes. */
static int find_motion(void)
{
    settle();
    while (step() < total()) {
        press(RIGHT);
        if (f.session->motion_ms)
            return f.session->motion_ms;
    }
    fail_msg("nothing in this lesson is animated");
    return 0;
}

/* ---- animation ------------------------------------------------------------------------------- */

static void test_animation_is_drawn_and_ends(void **state)
{
    (void)state;
    int ms = find_motion(), frames = 1;
    assert_in_range(ms, 1, 600);
    char *start = base_strdup(frame()), *before = base_strdup(start);
    for (int passed = 0; passed <= ms; passed += 33) {
        pass(33);
        frames += strcmp(before, frame()) != 0;
        base_free(before);
        before = base_strdup(buffer_text(&f.text));
    }
    assert_int_equal(f.session->motion_ms, 0);
    assert_true(frames >= 2);
    assert_string_not_equal(start, frame());
    base_free(start);
    base_free(before);
}

static void test_a_key_finishes_the_animation_and_acts(void **state)
{
    (void)state;
    find_motion();
    uint64_t at = step();
    press(RIGHT); /* no time has passed */
    assert_int_equal(step(), at + 1);
    press(LEFT);
    assert_int_equal(step(), at);
    assert_int_equal(f.session->motion_ms, 0); /* backwards is instant */
    char *still = base_strdup(frame());
    press(LEFT RIGHT);
    assert_true(f.session->motion_ms > 0);
    pass(600);
    assert_string_equal(frame(), still);
    base_free(still);
}

static void test_keys_do_not_queue_behind_animations(void **state)
{
    (void)state;
    press(RIGHT RIGHT RIGHT RIGHT RIGHT RIGHT RIGHT RIGHT);
    assert_int_equal(step(), 9);
}

static void test_no_motion(void **state)
{
    (void)state;
    for (int i = 0; i < 30; i++) {
        press(RIGHT);
        assert_int_equal(f.session->motion_ms, 0);
    }
}

static void test_resize_in_mid_animation(void **state)
{
    static const int sizes[][2] = {{60, 200}, {5, 20}, {1, 1}, {24, 80}};
    (void)state;
    find_motion();
    uint64_t at = step();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        screen_memory_resize(f.screen, sizes[i][0], sizes[i][1]);
        settle();
        pass(10);
        assert_int_equal(screen_memory_shown(f.screen)->rows, sizes[i][0]);
        assert_int_equal(screen_memory_shown(f.screen)->cols, sizes[i][1]);
        assert_int_equal(step(), at);
    }
    pass(600);
    char *after = base_strdup(frame());
    press("\f");
    assert_string_equal(frame(), after);
    base_free(after);
}

/* ---- playing --------------------------------------------------------------------------------- */

static void test_playing_goes_at_its_pace(void **state)
{
    (void)state;
    settle();
    press("a");
    pass(0);
    assert_int_equal(step(), 2); /* the first step comes at once */
    assert_shows("playing");
    pass(f.session->pace_ms - 1);
    assert_int_equal(step(), 2);
    pass(1);
    assert_int_equal(step(), 3);
    int pace = f.session->pace_ms;
    press("+");
    assert_true(f.session->pace_ms < pace);
    assert_true(f.session->playing);
    press("--");
    assert_true(f.session->pace_ms > pace);
    press("a");
    assert_shows("paused");
    pass(100000);
    assert_int_equal(step(), 3);
    press("a" RIGHT); /* a step by hand ends it */
    assert_false(f.session->playing);
}

static void test_the_timer_counts_minutes(void **state)
{
    (void)state;
    press("T");
    assert_shows("0 min · CPython");
    pass(59000);
    assert_shows("0 min · CPython");
    pass(2000);
    assert_shows("1 min · CPython");
    press(RIGHT "a"); /* it goes on while steps are made */
    pass(60000 * 12);
    assert_shows("13 min · CPython");
    press("T");
    assert_false(shows(" min"));
}

static void test_playing_waits_for_the_movement(void **state)
{
    (void)state;
    find_motion();
    uint64_t at = step();
    int ms = f.session->motion_ms;
    press(LEFT "a");
    pass(0);
    assert_int_equal(step(), at);
    assert_int_equal(f.session->motion_ms, ms);
    pass(ms);
    pass(f.session->pace_ms - 1);
    assert_int_equal(step(), at);
    pass(1);
    assert_int_equal(step(), at + 1);
}

static void test_playing_stops_at_the_end(void **state)
{
    (void)state;
    settle();
    press("G" LEFT "a");
    for (int i = 0; i < 5; i++)
        pass(10000);
    assert_int_equal(step(), total());
    assert_false(f.session->playing);
    assert_shows("this is the end");
}

static void test_resize_while_playing(void **state)
{
    (void)state;
    settle();
    press("a");
    pass(0);
    screen_memory_resize(f.screen, 36, 120);
    settle();
    assert_true(f.session->playing);
    pass(f.session->pace_ms);
    assert_int_equal(step(), 3);
    assert_int_equal(screen_memory_shown(f.screen)->cols, 120);
}

/* ---- numbers, detail, ends ------------------------------------------------------------------- */

static void test_numbers(void **state)
{
    (void)state;
    press("12G");
    assert_int_equal(step(), 12);
    press("5\r");
    assert_int_equal(step(), 5);
    press("\r"); /* without a number: a step */
    assert_int_equal(step(), 6);
    press("123\x7f\x7fG");
    assert_int_equal(step(), 1);
    press("12\033"); /* given up */
    press("G");
    assert_int_equal(step(), total());
    press("99999999999999999999999G");
    assert_int_equal(step(), total());
    assert_shows("steps at this detail");
}

static void test_detail_keeps_the_place(void **state)
{
    (void)state;
    press("12G");
    uint64_t event = clock_at(), all[LEVEL_COUNT];
    for (int i = 0; i < LEVEL_COUNT; i++) {
        press("d");
        assert_int_equal(clock_at(), event);
        all[f.session->detail] = total();
    }
    assert_int_equal(f.session->detail, LEVEL_OPERATION);
    assert_int_equal(step(), 12);
    assert_true(all[LEVEL_STATEMENT] < all[LEVEL_OPERATION]);
    assert_true(all[LEVEL_OPERATION] < all[LEVEL_MICRO]);
}

static void test_the_ends(void **state)
{
    (void)state;
    press(LEFT);
    assert_int_equal(step(), 1);
    assert_shows("this is the start");
    press("G");
    assert_false(shows("this is the end"));
    press(RIGHT);
    assert_int_equal(step(), total());
    assert_shows("this is the end");
    press(LEFT); /* the message lasts until the next key */
    assert_false(shows("this is the end"));
    assert_int_equal(step(), total() - 1);
}

static void test_every_step_changes_the_frame(void **state)
{
    (void)state;
    settle();
    char *before = base_strdup(frame());
    while (step() < total()) {
        uint64_t at = step();
        press(RIGHT);
        assert_int_equal(step(), at + 1);
        char *rule = strrchr(before, ' '), *footer = strrchr(before, '\n');
        assert_true(rule && footer);
        assert_string_not_equal(frame(), before);
        base_free(before);
        before = base_strdup(buffer_text(&f.text));
    }
    base_free(before);
}

/* ---- blank, help, questions ------------------------------------------------------------------ */

static void test_blank(void **state)
{
    (void)state;
    press("5G");
    char *before = base_strdup(frame());
    press("b");
    assert_int_equal(frame()[strspn(frame(), " \n")], '\0');
    press(RIGHT);
    assert_string_equal(frame(), before);
    press("b");
    press("q"); /* leaves all the same */
    assert_true(f.session->quit);
    base_free(before);
}

static void test_help_scrolls_and_closes(void **state)
{
    (void)state;
    press("?");
    assert_shows("Stepping");
    char *top = base_strdup(frame());
    for (int i = 0; i < 100; i++)
        press(DOWN);
    assert_shows("quit");
    assert_string_not_equal(frame(), top);
    for (int i = 0; i < 100; i++)
        press(UP);
    assert_string_equal(frame(), top);
    press("\033");
    assert_false(shows("Stepping"));
    press("?q");
    assert_false(f.session->quit);
    assert_int_equal(f.session->overlay, OVERLAY_NONE);
    base_free(top);
}

static void test_question(void **state)
{
    (void)state;
    press("2G");
    char *told = base_strdup(frame());
    press(LEFT "Q");
    assert_int_equal(step(), 2);
    assert_string_not_equal(frame(), told);
    press(RIGHT);
    assert_int_equal(step(), 2);
    assert_string_equal(frame(), told);
    base_free(told);
}

static void test_unknown_key(void **state)
{
    (void)state;
    press("w");
    assert_shows("w does nothing here");
}

/* ---- the command line ------------------------------------------------------------------------ */

static void test_command_line_edits(void **state)
{
    (void)state;
    press(":lünée漢");
    assert_shows(":lünée漢");
    press("\x7f\x7f\x7f");
    assert_shows(":lün");
    assert_false(shows(":lüné"));
    press("\x15");
    assert_shows("\n :\n");
    press(RIGHT LEFT); /* no steps while something is typed */
    assert_int_equal(step(), 1);
    press("\x7f"); /* behind the prompt: closes it */
    assert_int_equal(f.session->command.text[0], '\0');
    for (int i = 0; i < 300; i++)
        press(i ? "x" : ":");
    assert_true(strlen(f.session->command.text) < EDIT_SIZE);
    press("\033");
    assert_int_equal(f.session->command.text[0], '\0');
    assert_int_equal(step(), 1);
}

static void test_the_cursor_moves_in_a_command_line(void **state)
{
    (void)state;
    press("> b = 漢é");
    press(LEFT LEFT "x");
    assert_shows(" >  b = x漢é");
    press("\033[3~"); /* Delete */
    assert_shows("b = xé");
    press("\033[H"
          "a");
    assert_shows(" > a b = xé");
    press("\033[F\x17"); /* to the end, without its last word */
    assert_shows("\n > a b =\n");
    press("\x01\x0b"); /* from the start, all */
    assert_shows("\n >\n");
    press("a = 5" LEFT LEFT "\x15");
    assert_shows("\n >  5\n");
    press("\033");
    assert_int_equal(step(), 1);
}

static void test_a_long_command_line_follows_its_cursor(void **state)
{
    (void)state;
    press("> ");
    for (int i = 0; i < 30; i++)
        press("1234 ");
    press("end");
    assert_shows("1234 1234 end\n");
    assert_false(shows(" > "));
    press("\033[H");
    assert_shows("\n >  1234 1234");
    press("\033");
}

static void test_older_lines_come_again(void **state)
{
    (void)state;
    press(":7\r:line 5\r/append\r");
    press(":" UP);
    assert_shows(":line 5");
    press(UP UP);
    assert_shows(":7\n");
    press(DOWN DOWN);
    assert_shows("\n :\n");
    press("ev" UP DOWN);
    assert_shows(":ev\n");
    press(UP UP "\r");
    assert_int_equal(step(), 7);
    for (int i = 0; i < EDIT_KEPT + 8; i++) {
        char text[32];
        snprintf(text, sizeof text, ":event %d\r", i + 1);
        press(text);
    }
    assert_int_equal(f.session->command.count, EDIT_KEPT);
    press(":");
    for (int i = 0; i < EDIT_KEPT + 8; i++)
        press(UP);
    assert_shows(":event 9\n");
    press("\033");
}

static void test_commands(void **state)
{
    (void)state;
    press(":7\r");
    assert_int_equal(step(), 7);
    press(":line 5\r");
    assert_int_equal(line(), 5);
    press(":line 2\r"); /* a comment: the statement below */
    assert_int_equal(line(), 3);
    press(":line 99\r");
    assert_shows("no statement there");
    press(":event 9\r");
    assert_int_equal(clock_at(), 9);
    press(":event 99999999\r");
    assert_shows("there are");
    press(":detail statements\r");
    assert_int_equal(f.session->detail, LEVEL_STATEMENT);
    press(":detail x\r");
    assert_shows("details: statements");
    press(":theme mono\r");
    assert_int_equal(f.session->theme, THEME_MONO);
    press(":nonsense\r");
    assert_shows("no such command: nonsense");
    press(":7 7 7\r:\r:   \r");
    press(":quit\r");
    assert_true(f.session->quit);
}

static void test_show(void **state)
{
    (void)state;
    press("G");
    assert_shows("─ a ── list");
    press(":show b\r");
    assert_false(shows("─ a ── list"));
    assert_int_equal(step(), total());
    press(":show a\r");
    assert_shows("─ a ── list");
    press(":show\r");
    assert_shows("─ a ── list");
}

static void test_search(void **state)
{
    (void)state;
    press("/APPEND\r");
    assert_int_equal(line(), 4);
    uint64_t first = clock_at();
    press("\x0e");
    assert_int_equal(line(), 4);
    assert_true(clock_at() > first);
    press("/four at\r"); /* in the narration, on the way again from the start */
    assert_int_equal(line(), 3);
    press("/b = \r");
    assert_int_equal(line(), 6);
    press("\x0e");
    assert_int_equal(line(), 6);
    assert_shows("no other statement has it");
    press("/append\r");
    assert_int_equal(clock_at(), first);
    assert_shows("from the start");
    press("/zebra\r");
    assert_shows("no line or step says");
    assert_int_equal(clock_at(), first);
}

static void test_search_backwards(void **state)
{
    (void)state;
    press("/append\r");
    uint64_t first = clock_at();
    press("\x0e");
    uint64_t second = clock_at();
    press("N");
    assert_int_equal(clock_at(), first);
    press("\x0e\x0e");
    uint64_t third = clock_at();
    press("\\append\r"); /* now Ctrl-n goes back, too */
    assert_int_equal(clock_at(), second);
    press("\x0e");
    assert_int_equal(clock_at(), first);
    press("\x10");
    assert_int_equal(clock_at(), second);
    press("N");
    assert_int_equal(clock_at(), third);
    press("g\\append\r");
    assert_shows("from the end");
    assert_int_equal(line(), 4);
    assert_true(clock_at() > third);
    press("\\has ended\r"); /* of what is said: the last step, from the end */
    assert_int_equal(step(), total());
    press("\\spare slots are left\r");
    uint64_t said = step();
    assert_true(said < total());
    assert_shows("spare slots are left");
    press("\x0e");
    assert_true(step() < said);
    press("N");
    assert_int_equal(step(), said);
    press("\\zebra\r");
    assert_shows("no line or step says");
    assert_int_equal(step(), said);
}

static void test_lines(void **state)
{
    (void)state;
    press("5L");
    assert_int_equal(line(), 5);
    press("4L");
    assert_int_equal(line(), 4);
    assert_shows("from the start");
    uint64_t first = clock_at();
    press("L");
    assert_int_equal(line(), 4);
    assert_true(clock_at() > first);
    press("''");
    assert_int_equal(clock_at(), first);
    press("6LL");
    assert_shows("it runs at no other time");
    press("99L");
    assert_shows("no statement there");
    press("GL");
    assert_shows("no line runs here");
}

/* The row of the frame that holds the text, from 0. */
static int row_of(const char *text)
{
    const char *at = strstr(frame(), text);
    int row = 0;
    assert_non_null(at);
    for (const char *c = buffer_text(&f.text); c < at; c++)
        row += *c == '\n';
    return row;
}

static void click(int row, int col, int button)
{
    char report[32];
    snprintf(report, sizeof report, "\033[<%d;%d;%dM", button, col + 1, row + 1);
    press(report);
}

static void test_clicks(void **state)
{
    (void)state;
    press("G");
    click(row_of("print(a)"), 12, 0);
    assert_int_equal(line(), 5);
    press("''");
    assert_int_equal(step(), total());
    click(row_of("─ a ── list"), 3, 0);
    assert_shows("view: ");
    press("g");
    click(12, 40, 0);
    assert_int_equal(step(), 2);
    click(12, 40, 65); /* the wheel */
    assert_int_equal(step(), 3);
    click(12, 40, 64);
    click(12, 40, 2);
    assert_int_equal(step(), 1);
}

static void test_view(void **state)
{
    (void)state;
    press("G");
    char *fits = base_strdup(frame());
    press("\t");
    assert_shows("─ names ─");
    press(LEFT);
    assert_shows("─ names ─"); /* it stays */
    press("R");
    assert_shows("─ references ─");
    press("R");
    press(RIGHT);
    assert_string_equal(frame(), fits);
    press("\t");
    assert_shows("view: names · Tab: ");
    press("\033[Z"); /* Shift-Tab */
    assert_shows("view: list · Tab: names");
    press("\033[Z"); /* behind the first: the last */
    assert_shows(" · Tab: list");
    press("\t");
    press(LEFT RIGHT);
    assert_string_equal(frame(), fits);
    press("z");
    assert_string_not_equal(frame(), fits);
    press("z");
    assert_string_equal(frame(), fits);
    base_free(fits);
}

/* ---- loading again --------------------------------------------------------------------------- */

static void write_lesson(const char *text)
{
    FILE *file = fopen(f.path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int setup_file(void **state)
{
    (void)state;
    f = (struct fixture){0};
    snprintf(f.path, sizeof f.path, "/tmp/pyviz-test-%ld.py", (long)getpid());
    write_lesson(lesson_text);
    char *argv[] = {"pyviz", "--no-motion", f.path, NULL};
    setenv("XDG_STATE_HOME", "/proc/nowhere", 1);
    open_lesson(cli_of(3, argv));
    return 0;
}

static void test_reload(void **state)
{
    (void)state;
    press("d7G");
    uint64_t before = total();
    char *longer = base_alloc(sizeof lesson_text + 32);
    sprintf(longer, "%sc = 3\n", lesson_text);
    write_lesson(longer);
    press("r");
    assert_shows("loaded again");
    assert_int_equal(step(), 7);
    assert_int_equal(f.session->detail, LEVEL_MICRO);
    assert_true(total() > before);
    write_lesson("a = (\n");
    press("r");
    assert_shows("SyntaxError");
    press(RIGHT); /* the old one is still there */
    assert_int_equal(step(), 8);
    write_lesson("a = 1\n");
    press("r"); /* shorter: the last step */
    assert_int_equal(step(), total());
    base_free(longer);
}

static void test_code_is_not_loaded_again(void **state)
{
    (void)state;
    press("r");
    assert_shows("only a file");
}

/* ---- ends ------------------------------------------------------------------------------------ */

static void test_a_hangup_ends_it(void **state)
{
    (void)state;
    assert_int_equal(session_run(f.session, f.screen, now, &f), 1); /* SIGHUP: no keys are left */
}

static void test_ctrl_c_quits(void **state)
{
    (void)state;
    press("\x03");
    assert_true(f.session->quit);
    assert_int_equal(f.session->signal, 0);
}

static void test_back_from_a_jump(void **state)
{
    (void)state;
    press("''");
    assert_shows("there was no jump");
    press(RIGHT RIGHT RIGHT);
    uint64_t here = clock_at();
    press("G");
    uint64_t end = clock_at();
    press("''");
    assert_int_equal(clock_at(), here);
    press("''");
    assert_int_equal(clock_at(), end);
    press("g" RIGHT); /* a step is no jump, a search is one */
    press("/b = \r");
    press("''");
    assert_int_equal(step(), 2);
    press(":line 4\r");
    press("''" RIGHT "''");
    assert_int_equal(machine_line(timeline_machine(f.session->lesson->timeline)), 4);
    press(">1\r");
    press("''"); /* it lies in another timeline */
    assert_shows("there was no jump");
}

static void test_marks(void **state)
{
    (void)state;
    press("5L");
    uint64_t here = clock_at();
    press("m");
    assert_shows("a letter names it");
    press("a");
    assert_shows("'a comes back here");
    press("g'z");
    assert_shows("there is no mark z");
    press("'");
    assert_shows("a line 5");
    press("a");
    assert_int_equal(clock_at(), here);
    press("''");
    assert_int_equal(step(), 1);
    press("m" RIGHT);
    assert_shows("letters from a to z");
    assert_int_equal(step(), 1);
    press("m\033");
    press(RIGHT);
    assert_int_equal(step(), 2);
    press("mbgmcGmd'");
    assert_shows("a line 5 · b line 1 · c start · d end");
    press("b");
    assert_int_equal(step(), 2);
    press("dG'b"); /* at any detail */
    assert_int_equal(line(), 1);
    press(">1\r'a"); /* another timeline has marks of its own */
    assert_shows("there is no mark a");
    press("\033");
    press("'a");
    assert_int_equal(clock_at(), here);
}

/* ---- what if --------------------------------------------------------------------------------- */

static void test_what_if(void **state)
{
    (void)state;
    press(DOWN DOWN DOWN);
    uint64_t clock = clock_at(), number = step();
    press(">a.append(77)\r");
    assert_shows("what if");
    assert_shows(">  a.append(77)");
    assert_shows("Esc back to the lesson");
    assert_int_equal(step(), number + 1);
    press(DOWN);
    assert_shows("Line 4 is about to run"); /* the statement that was about to run does so now */
    press("G");
    assert_shows("[77, 0, 1, 2, 3, 4, 5, 6");
    press("g" DOWN DOWN DOWN DOWN); /* there and back again */
    assert_shows(">  a.append(77)");
    press("\033");
    assert_shows("back in the lesson");
    assert_false(shows("what if"));
    assert_int_equal(clock_at(), clock);
    press("G");
    assert_shows("[0, 1, 2, 3, 4, 5, 6");
}

static void test_what_if_in_what_if(void **state)
{
    (void)state;
    press(DOWN DOWN);
    press(">a.append('x')\r");
    press(">a.append('y')\r");
    press("G");
    assert_shows("['x', 'y', 0, 1");
    press("\033");
    assert_shows("the what-if before");
    press("G");
    assert_shows("['x', 0, 1");
    press("\033");
    assert_false(shows("what if"));
    press("\033"); /* Esc never quits */
    assert_false(f.session->quit);
}

static void test_what_if_goes_wrong(void **state)
{
    (void)state;
    press(DOWN DOWN);
    uint64_t clock = clock_at();
    press(">1 +\r");
    assert_shows("SyntaxError: invalid syntax");
    press(">a = 1; b = 2\nc\r"); /* that newline was an Enter */
    press("\033");
    press(">  \r");
    press(">\033");
    assert_int_equal(clock_at(), clock);
    press(">1 / 0\r"
          "G");
    assert_shows("ZeroDivisionError: division by zero");
    press(">a\r");
    assert_shows("no statement comes after this one");
    press("\033");
    press("G");
    press(">a\r");
    assert_shows("no statement comes after this one");
    assert_false(shows("what if ·"));
}

#define TEST(name)  cmocka_unit_test_setup_teardown(name, setup, teardown)
#define STILL(name) cmocka_unit_test_setup_teardown(name, setup_still, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_animation_is_drawn_and_ends),
        TEST(test_a_key_finishes_the_animation_and_acts),
        TEST(test_keys_do_not_queue_behind_animations),
        STILL(test_no_motion),
        TEST(test_resize_in_mid_animation),
        STILL(test_the_timer_counts_minutes),
        STILL(test_playing_goes_at_its_pace),
        TEST(test_playing_waits_for_the_movement),
        STILL(test_playing_stops_at_the_end),
        STILL(test_resize_while_playing),
        STILL(test_numbers),
        STILL(test_detail_keeps_the_place),
        STILL(test_the_ends),
        STILL(test_every_step_changes_the_frame),
        STILL(test_blank),
        STILL(test_help_scrolls_and_closes),
        STILL(test_question),
        STILL(test_unknown_key),
        STILL(test_command_line_edits),
        STILL(test_the_cursor_moves_in_a_command_line),
        STILL(test_a_long_command_line_follows_its_cursor),
        STILL(test_older_lines_come_again),
        STILL(test_commands),
        STILL(test_show),
        STILL(test_search),
        STILL(test_search_backwards),
        STILL(test_lines),
        STILL(test_back_from_a_jump),
        STILL(test_marks),
        STILL(test_what_if),
        STILL(test_what_if_in_what_if),
        STILL(test_what_if_goes_wrong),
        STILL(test_view),
        STILL(test_clicks),
        cmocka_unit_test_setup_teardown(test_reload, setup_file, teardown),
        STILL(test_code_is_not_loaded_again),
        STILL(test_a_hangup_ends_it),
        STILL(test_ctrl_c_quits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
