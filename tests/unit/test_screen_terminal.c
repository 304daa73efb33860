/* Both real backends on a pseudo-terminal: what they send, what they leave behind, and how they
 * end. The program under test is a child that shows its last event; the parent is the terminal. */
#include <pyviz/canvas/canvas.h>
#include <pyviz/screen/screen.h>
#include <pyviz/screen/terminal.h>

#include "../../src/screen/backend.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum { DEADLINE_MS = 10000 };

/* ---- The program under test ---- */

static void show(struct screen *s, struct canvas *c, struct grid *g, const char *what)
{
    int rows, cols;
    screen_size(s, &rows, &cols);
    canvas_resize(c, rows, cols);
    canvas_box(c, rect_make(0, 0, rows, cols), STYLE_HEADER, LINE_SINGLE);
    canvas_printf(c, 1, 2, STYLE_MATCH, "<%s %dx%d>", what, cols, rows);
    canvas_puts(c, 2, 2, STYLE_TEXT, "é 漢字");
    canvas_to_grid(c, g);
    screen_redraw(s); /* so that the parent sees whole words */
    screen_present(s, g);
}

/* What a key makes the program do to itself. */
static void misbehave(uint32_t key)
{
    if (key == 'S')
        raise(SIGSEGV);
    else if (key == 'A')
        abort();
    else if (key == 'E')
        exit(5); /* without closing the screen */
    else if (key == 'B')
        for (volatile unsigned long i = 0;; i++)
            ;
}

static _Noreturn void program(enum screen_backend backend, bool ascii)
{
    struct rlimit no_core = {0};
    const char *error;
    setrlimit(RLIMIT_CORE, &no_core);
    for (int sig = 1; sig < 32; sig++)
        signal(sig, SIG_DFL); /* cmocka has handlers of its own */
    struct screen_options options = {.backend = backend,
                                     .depth = COLOUR_256,
                                     .ascii = ascii,
                                     .mouse = true,
                                     .in_fd = -1,
                                     .out_fd = -1};
    struct screen *s = screen_open(&options, &error);
    if (!s) {
        fprintf(stderr, "refused: %s\n", error);
        _exit(2);
    }
    struct canvas *c = canvas_new(1, 1);
    struct grid *g = grid_new(1, 1);
    struct screen_event e = {.kind = SCREEN_TICK};
    char what[64] = "ready";
    do {
        show(s, c, g, what);
        screen_wait(s, -1, &e);
        if (e.kind == SCREEN_KEY)
            key_name(&e.key, what, sizeof what);
        else
            snprintf(what, sizeof what, "event %d", (int)e.kind);
        if (e.kind == SCREEN_KEY)
            misbehave(e.key.code_point);
        if (e.kind == SCREEN_SUSPEND)
            screen_suspend(s, false);
    } while (e.kind != SCREEN_QUIT && e.kind != SCREEN_HANGUP &&
             !(e.kind == SCREEN_KEY && key_is(&e.key, 'q', 0)));
    screen_close(s);
    if (e.kind != SCREEN_KEY)
        terminal_die(e.signal);
    _exit(0);
}

/* ---- The terminal ---- */

struct session {
    int master, slave; /* slave is kept open, to look at its modes */
    pid_t child;
    struct termios found;
    char output[1 << 18];
    size_t len;
    size_t mark; /* wait_for looks behind this */
};

static struct session *start(enum screen_backend backend, const char *term, bool ascii)
{
    struct session *t = calloc(1, sizeof *t);
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    assert_int_equal(openpty(&t->master, &t->slave, NULL, NULL, &size), 0);
    assert_int_equal(tcgetattr(t->slave, &t->found), 0);
    t->child = fork();
    if (t->child == 0) {
        close(t->master);
        login_tty(t->slave);
        setenv("TERM", term, 1);
        program(backend, ascii);
    }
    return t;
}

static int64_t now_ms(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static void collect(struct session *t, int ms)
{
    struct pollfd fd = {.fd = t->master, .events = POLLIN};
    if (poll(&fd, 1, ms) <= 0)
        return;
    ssize_t n = read(t->master, t->output + t->len, sizeof t->output - 1 - t->len);
    if (n > 0)
        t->len += (size_t)n;
}

/* Waits until text has been sent, and goes on from behind it. */
static void wait_for(struct session *t, const char *text)
{
    for (int64_t end = now_ms() + DEADLINE_MS; now_ms() < end; collect(t, 20)) {
        char *found = memmem(t->output + t->mark, t->len - t->mark, text, strlen(text));
        if (found) {
            t->mark = (size_t)(found - t->output) + strlen(text);
            return;
        }
    }
    fail_msg("the terminal never saw %s but %.*s", text, (int)(t->len - t->mark),
             t->output + t->mark);
}

static void type(struct session *t, const char *keys)
{
    assert_int_equal(write(t->master, keys, strlen(keys)), strlen(keys));
}

static void resize(struct session *t, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    assert_int_equal(ioctl(t->master, TIOCSWINSZ, &size), 0);
}

/* Waits for the child to end; its wait status. */
static int ended(struct session *t)
{
    int status;
    int64_t end = now_ms() + DEADLINE_MS;
    while (waitpid(t->child, &status, WNOHANG) == 0) {
        if (now_ms() > end) {
            kill(t->child, SIGKILL);
            waitpid(t->child, &status, 0);
            fail_msg("the program does not end");
        }
        collect(t, 5);
    }
    collect(t, 0);
    return status;
}

/* Where text was sent last, -1 if never. */
static long last(const struct session *t, const char *text)
{
    long at = -1;
    for (size_t i = 0; i + strlen(text) <= t->len; i++)
        if (memcmp(t->output + i, text, strlen(text)) == 0)
            at = (long)i;
    return at;
}

static void check_modes(const struct session *t)
{
    struct termios left = {0}; /* it has padding */
    assert_int_equal(tcgetattr(t->slave, &left), 0);
    assert_memory_equal(&left, &t->found, sizeof left);
}

static void check_given_back(const struct session *t)
{
    check_modes(t);
    assert_true(last(t, "\033[?1049l") > last(t, "\033[?1049h"));
    assert_true(last(t, "\033[?1049h") >= 0);
    assert_true(last(t, "\033[?25h") > last(t, "\033[?25l"));
    assert_true(last(t, "\033[?1000l") > last(t, "\033[?1000h"));
    assert_true(last(t, "\033[?1000h") >= 0);
    assert_true(last(t, "\033[?1h") < 0); /* the keypad was never touched */
}

static void finish(struct session *t)
{
    close(t->master);
    close(t->slave);
    free(t);
}

static const enum screen_backend backends[] = {SCREEN_NCURSES, SCREEN_TICKIT};
#define FOR_BOTH(b) for (int b = 0; b < 2; b++)

/* ---- Tests ---- */

static void test_keys_and_quit(void **state)
{
    (void)state;
    FOR_BOTH(b)
    {
        struct session *t = start(backends[b], "xterm-256color", false);
        wait_for(t, "<ready 80x24>");
        wait_for(t, "é 漢字");
        type(t, "x");
        wait_for(t, "x 80x24>");
        type(t, "\033[C");
        wait_for(t, "Right 80x24>");
        type(t, "\033");
        wait_for(t, "Esc 80x24>");
        type(t, "\003");
        wait_for(t, "C-c 80x24>"); /* a key, not a signal */
        type(t, "q");
        int status = ended(t);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        check_given_back(t);
        finish(t);
    }
}

static void test_resize(void **state)
{
    (void)state;
    FOR_BOTH(b)
    {
        struct session *t = start(backends[b], "xterm-256color", false);
        wait_for(t, "<ready 80x24>");
        resize(t, 60, 200);
        wait_for(t, "200x60>");
        resize(t, 5, 20);
        wait_for(t, "20x5>");
        for (int i = 0; i < 100; i++)
            resize(t, 5 + i * 7 % 50, 20 + i * 13 % 150);
        resize(t, 24, 80);
        wait_for(t, "80x24>");
        type(t, "q");
        assert_true(WIFEXITED(ended(t)));
        check_given_back(t);
        finish(t);
    }
}

static void test_signals_keep_their_status(void **state)
{
    (void)state;
    static const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGBUS};
    FOR_BOTH(b)
    for (size_t i = 0; i < (SANITIZED ? 4 : 7); i++) {
        struct session *t = start(backends[b], "xterm-256color", false);
        wait_for(t, "<ready 80x24>");
        kill(t->child, signals[i]);
        int status = ended(t);
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), signals[i]);
        check_given_back(t);
        finish(t);
    }
}

static void test_crashes_give_the_terminal_back(void **state)
{
    (void)state;
    if (SANITIZED)
        skip(); /* the sanitizer ends the program its own way */
    FOR_BOTH(b)
    {
        static const struct {
            const char *key;
            int sig;
        } crashes[] = {{"S", SIGSEGV}, {"A", SIGABRT}};
        for (int i = 0; i < 2; i++) {
            struct session *t = start(backends[b], "xterm-256color", false);
            wait_for(t, "<ready 80x24>");
            type(t, crashes[i].key);
            int status = ended(t);
            assert_true(WIFSIGNALED(status) && WTERMSIG(status) == crashes[i].sig);
            check_given_back(t);
            finish(t);
        }
    }
}

static void test_exit_gives_the_terminal_back(void **state)
{
    (void)state;
    FOR_BOTH(b)
    {
        struct session *t = start(backends[b], "xterm-256color", false);
        wait_for(t, "<ready 80x24>");
        type(t, "E");
        assert_true(WIFEXITED(ended(t)));
        check_given_back(t);
        finish(t);
    }
}

static void test_a_busy_program_can_be_ended(void **state)
{
    (void)state;
    FOR_BOTH(b)
    {
        struct session *t = start(backends[b], "xterm-256color", false);
        wait_for(t, "<ready 80x24>");
        type(t, "B");
        usleep(100 * 1000); /* it never comes back to say so */
        int64_t from = now_ms();
        kill(t->child, SIGTERM);
        int status = ended(t);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
        assert_true(now_ms() - from < 2000);
        check_given_back(t);
        finish(t);
    }
}

static void test_a_lost_terminal_ends_the_program(void **state)
{
    (void)state;
    FOR_BOTH(b)
    {
        struct session *t = start(backends[b], "xterm-256color", false);
        wait_for(t, "<ready 80x24>");
        close(t->master);
        close(t->slave);
        t->master = t->slave = open("/dev/null", O_RDWR);
        int64_t from = now_ms();
        int status = ended(t);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP);
        assert_true(now_ms() - from < 1000);
        close(t->master);
        free(t);
    }
}

static void wait_stopped(struct session *t)
{
    int status;
    int64_t end = now_ms() + DEADLINE_MS;
    while (waitpid(t->child, &status, WNOHANG | WUNTRACED) == 0 && now_ms() < end)
        collect(t, 5);
    assert_true(WIFSTOPPED(status));
    collect(t, 0);
}

static void test_suspend(void **state)
{
    (void)state;
    FOR_BOTH(b)
    {
        struct session *t = start(backends[b], "xterm-256color", false);
        wait_for(t, "<ready 80x24>");
        /* A stop signal would not stop the leader of an orphaned group; so it is stopped from
         * outside, and what a shell would have done to the terminal is done here. */
        kill(t->child, SIGSTOP);
        wait_stopped(t);
        tcsetattr(t->slave, TCSANOW, &t->found);
        kill(t->child, SIGCONT);
        wait_for(t, "80x24>"); /* all of it again */
        wait_for(t, "é 漢字");
        type(t, "y");
        wait_for(t, "y 80x24>");
        type(t, "q");
        assert_true(WIFEXITED(ended(t)));
        check_given_back(t);
        finish(t);
    }
}

static void test_ascii_sends_ascii(void **state)
{
    (void)state;
    FOR_BOTH(b)
    {
        struct session *t = start(backends[b], "xterm-256color", true);
        wait_for(t, "<ready 80x24>");
        type(t, "q");
        ended(t);
        for (size_t i = 0; i < t->len; i++)
            assert_true((unsigned char)t->output[i] < 0x80);
        assert_true(last(t, "+---") >= 0);
        finish(t);
    }
}

static void test_terminals_that_cannot(void **state)
{
    (void)state;
    static const struct {
        enum screen_backend backend;
        const char *term;
    } refused[] = {{SCREEN_NCURSES, "dumb"}, {SCREEN_NCURSES, "no-such-terminal"},
                   {SCREEN_NCURSES, ""},     {SCREEN_TICKIT, "dumb"},
                   {SCREEN_TICKIT, "vt100"}, {SCREEN_TICKIT, "vt220"},
                   {SCREEN_TICKIT, "ansi"},  {SCREEN_TICKIT, "no-such-terminal"}};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct session *t = start(refused[i].backend, refused[i].term, false);
        int status = ended(t);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 2);
        assert_true(last(t, "refused: ") == 0);
        assert_int_equal(last(t, "\033"), -1);
        check_modes(t);
        finish(t);
    }
}

static void test_every_usual_terminal(void **state)
{
    (void)state;
    static const char *const cup[] = {"cup", NULL};
    static const char *const terms[] = {"xterm",        "screen", "tmux-256color",  "linux",
                                        "xterm-direct", "rxvt",   "screen-256color"};
    FOR_BOTH(b)
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        if (!terminfo_has(terms[i], cup)) /* not on this machine */
            continue;
        struct session *t = start(backends[b], terms[i], false);
        wait_for(t, "<ready 80x24>");
        type(t, "q");
        int status = ended(t);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        finish(t);
    }
    static const char *const old[] = {"vt100", "vt220", "ansi"};
    for (size_t i = 0; i < sizeof old / sizeof *old; i++) {
        struct session *t = start(SCREEN_NCURSES, old[i], true);
        wait_for(t, "<ready 80x24>");
        type(t, "\033[Cq");
        assert_true(WIFEXITED(ended(t)));
        finish(t);
    }
}

static void test_no_terminal_at_all(void **state)
{
    (void)state;
    const char *error = NULL;
    int fds[2];
    assert_int_equal(pipe(fds), 0);
    setenv("TERM", "xterm", 1);
    struct screen_options options = {.in_fd = fds[0], .out_fd = fds[1]};
    assert_null(screen_open(&options, &error));
    assert_non_null(error);
    close(fds[0]);
    close(fds[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_and_quit),
        cmocka_unit_test(test_resize),
        cmocka_unit_test(test_signals_keep_their_status),
        cmocka_unit_test(test_crashes_give_the_terminal_back),
        cmocka_unit_test(test_exit_gives_the_terminal_back),
        cmocka_unit_test(test_a_busy_program_can_be_ended),
        cmocka_unit_test(test_a_lost_terminal_ends_the_program),
        cmocka_unit_test(test_suspend),
        cmocka_unit_test(test_ascii_sends_ascii),
        cmocka_unit_test(test_terminals_that_cannot),
        cmocka_unit_test(test_every_usual_terminal),
        cmocka_unit_test(test_no_terminal_at_all),
    };
    if (!setlocale(LC_ALL, "C.UTF-8") && !setlocale(LC_ALL, "en_US.UTF-8"))
        return 77; /* no UTF-8 locale to test in */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
