#include <pyviz/screen/terminal.h>

#include <pyviz/base/buffer.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/time.h>
#include <termios.h>
#include <unistd.h>

enum { ALTERNATE_STACK = 64 * 1024, DEATH_BYTES = 512, PATIENCE_MS = 800 };

/* The signals that only set a flag, and those after which nothing of the program is to be trusted.
 */
static const int flag_signals[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM,
                                   SIGHUP,   SIGINT,  SIGQUIT, SIGALRM};
static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
enum {
    FLAGS = sizeof flag_signals / sizeof *flag_signals,
    FATALS = sizeof fatal_signals / sizeof *fatal_signals
};

struct terminal {
    int in, out;
    int own_fd; /* /dev/tty if we opened it, else -1 */
    int pipe[2];
    bool stop_ignored; /* SIGTSTP was ignored at the start: no job control */
    struct termios found;
    struct sigaction flag_actions[FLAGS], fatal_actions[FATALS]; /* what was there before */
    stack_t stack_before;
    void *stack;
    char death[DEATH_BYTES];
    atomic_size_t death_len;
    atomic_bool mouse; /* reports are switched on */
    /* Written by handlers. */
    atomic_int resized, stop, resumed, quit, hangup;
};

/* The one that is open, for handlers. */
static struct terminal the_terminal;
static atomic_bool is_open;

/* ---- Handlers ---- */

static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";

static void write_blindly(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(fd, bytes, n);
        if (written < 0 && errno != EINTR)
            break;
        if (written > 0) {
            bytes += written;
            n -= (size_t)written;
        }
    }
}

/* Everything in here may run in a signal handler. */
static void restore_now(struct terminal *t)
{
    if (atomic_load(&t->mouse))
        write_blindly(t->out, mouse_off, sizeof mouse_off - 1);
    write_blindly(t->out, t->death, atomic_load(&t->death_len));
    tcsetattr(t->in, TCSANOW, &t->found);
}

static void default_and_raise(int sig)
{
    sigset_t just_this;
    signal(sig, SIG_DFL);
    sigemptyset(&just_this);
    sigaddset(&just_this, sig);
    sigprocmask(SIG_UNBLOCK, &just_this, NULL);
    raise(sig);
}

static void set_alarm(int ms)
{
    struct itimerval timer = {.it_value.tv_usec = ms * 1000};
    setitimer(ITIMER_REAL, &timer, NULL);
}

/* The first request to end wakes the program and sets an alarm; if that goes off, or the request
 * comes again, the program is not listening. */
static void on_end(struct terminal *t, int sig)
{
    int before = atomic_exchange(&t->quit, sig);
    if (before) {
        restore_now(t);
        default_and_raise(sig);
    }
    set_alarm(PATIENCE_MS);
}

static void on_flag(int sig)
{
    struct terminal *t = &the_terminal;
    int saved = errno;
    switch (sig) {
    case SIGWINCH:
        atomic_store(&t->resized, 1);
        break;
    case SIGTSTP:
        atomic_store(&t->stop, 1);
        break;
    case SIGCONT:
        atomic_store(&t->resumed, 1);
        break;
    case SIGALRM:
        if (atomic_load(&t->quit)) {
            restore_now(t);
            default_and_raise(atomic_load(&t->quit));
        }
        break;
    default:
        if (sig == SIGHUP)
            atomic_store(&t->hangup, 1);
        on_end(t, sig);
    }
    while (write(t->pipe[1], "", 1) < 0 && errno == EINTR)
        ; /* a full pipe wakes as well as a byte more would */
    errno = saved;
}

/* Falls through to what was there before: a fault happens again when the handler returns, a signal
 * from outside is raised again. */
static void on_fatal(int sig, siginfo_t *info, void *context)
{
    struct terminal *t = &the_terminal;
    (void)context;
    restore_now(t);
    for (int i = 0; i < FATALS; i++)
        if (fatal_signals[i] == sig)
            sigaction(sig, &t->fatal_actions[i], NULL);
    if (info->si_code <= 0)
        raise(sig);
}

static void install_handlers(struct terminal *t)
{
    for (int i = 0; i < FLAGS; i++) {
        struct sigaction action = {.sa_handler = on_flag, .sa_flags = SA_RESTART | SA_ONSTACK};
        sigfillset(&action.sa_mask);
        for (int j = 0; j < FATALS; j++)
            sigdelset(&action.sa_mask, fatal_signals[j]);
        sigaction(flag_signals[i], NULL, &t->flag_actions[i]);
        bool ignored = t->flag_actions[i].sa_handler == SIG_IGN;
        if (flag_signals[i] == SIGTSTP)
            t->stop_ignored = ignored;
        if (!ignored) /* nohup, or a shell without job control: its wish stands */
            sigaction(flag_signals[i], &action, NULL);
    }
    for (int i = 0; i < FATALS; i++) {
        struct sigaction action = {.sa_sigaction = on_fatal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
        sigemptyset(&action.sa_mask);
        sigaction(fatal_signals[i], &action, &t->fatal_actions[i]);
    }
}

static void remove_handlers(struct terminal *t)
{
    for (int i = 0; i < FLAGS; i++)
        sigaction(flag_signals[i], &t->flag_actions[i], NULL);
    for (int i = 0; i < FATALS; i++)
        sigaction(fatal_signals[i], &t->fatal_actions[i], NULL);
}

/* One that is there already and large enough (a sanitizer's) is kept. */
static void install_stack(struct terminal *t)
{
    sigaltstack(NULL, &t->stack_before);
    if (!(t->stack_before.ss_flags & SS_DISABLE) && t->stack_before.ss_size >= ALTERNATE_STACK / 2)
        return;
    t->stack = base_alloc(ALTERNATE_STACK);
    stack_t stack = {.ss_sp = t->stack, .ss_size = ALTERNATE_STACK};
    sigaltstack(&stack, NULL);
}

static void remove_stack(struct terminal *t)
{
    if (!t->stack)
        return;
    sigaltstack(&t->stack_before, NULL);
    free(t->stack);
    t->stack = NULL;
}

/* ---- Open and close ---- */

static void at_exit(void)
{
    if (atomic_load(&is_open))
        restore_now(&the_terminal);
}

static int terminal_fd(struct terminal *t, int wanted, int standard)
{
    if (wanted >= 0)
        return isatty(wanted) ? wanted : -1;
    if (isatty(standard))
        return standard;
    if (t->own_fd < 0)
        t->own_fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    return t->own_fd;
}

static void close_fds(struct terminal *t)
{
    if (t->own_fd >= 0)
        close(t->own_fd);
    if (t->pipe[0] >= 0) {
        close(t->pipe[0]);
        close(t->pipe[1]);
    }
}

static struct terminal *refuse(struct terminal *t, const char **error, const char *why)
{
    close_fds(t);
    if (error)
        *error = why;
    return NULL;
}

struct terminal *terminal_open(int in_fd, int out_fd, const char **error)
{
    static bool exit_handler_set;
    struct terminal *t = &the_terminal;
    if (atomic_load(&is_open)) {
        if (error)
            *error = "the terminal is open already";
        return NULL;
    }
    memset(t, 0, sizeof *t);
    t->own_fd = t->pipe[0] = t->pipe[1] = -1;
    t->in = terminal_fd(t, in_fd, STDIN_FILENO);
    t->out = terminal_fd(t, out_fd, STDOUT_FILENO);
    if (t->in < 0 || t->out < 0 || tcgetattr(t->in, &t->found) < 0)
        return refuse(t, error, "there is no terminal to show this on");
    if (pipe2(t->pipe, O_CLOEXEC | O_NONBLOCK) < 0)
        return refuse(t, error, "no pipe can be made");
    install_stack(t);
    install_handlers(t);
    atomic_store(&is_open, true);
    if (!exit_handler_set)
        exit_handler_set = atexit(at_exit) == 0;
    return t;
}

void terminal_close(struct terminal *t)
{
    if (!t || !atomic_load(&is_open))
        return;
    set_alarm(0);
    terminal_cooked(t);
    remove_handlers(t);
    remove_stack(t);
    atomic_store(&is_open, false);
    close_fds(t);
}

int terminal_input_fd(const struct terminal *t)
{
    return t->in;
}

int terminal_output_fd(const struct terminal *t)
{
    return t->out;
}

static int from_environment(const char *name, int otherwise)
{
    const char *value = getenv(name);
    int number = value ? atoi(value) : 0;
    return number > 0 && number < 10000 ? number : otherwise;
}

void terminal_size(const struct terminal *t, int *rows, int *cols)
{
    struct winsize size = {0};
    ioctl(t->out, TIOCGWINSZ, &size);
    *rows = size.ws_row > 0 ? size.ws_row : from_environment("LINES", 24);
    *cols = size.ws_col > 0 ? size.ws_col : from_environment("COLUMNS", 80);
}

/* ---- Modes ---- */

static void set_mode(struct terminal *t, const struct termios *mode)
{
    while (tcsetattr(t->in, TCSADRAIN, mode) < 0 && errno == EINTR)
        ;
}

void terminal_raw(struct terminal *t)
{
    struct termios raw = t->found;
    raw.c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    raw.c_oflag &= ~(tcflag_t)OPOST;
    raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    set_mode(t, &raw);
}

void terminal_cooked(struct terminal *t)
{
    set_mode(t, &t->found);
}

void terminal_on_death(struct terminal *t, const char *bytes, size_t n)
{
    atomic_store(&t->death_len, 0); /* so that a handler never sees half of each */
    if (n > DEATH_BYTES)
        n = DEATH_BYTES;
    memcpy(t->death, bytes, n);
    atomic_store(&t->death_len, n);
}

void terminal_mouse(struct terminal *t, bool on)
{
    if (on == atomic_load(&t->mouse))
        return;
    atomic_store(&t->mouse, true); /* while in doubt: yes */
    if (on)
        terminal_write(t, mouse_on, sizeof mouse_on - 1);
    else
        terminal_write(t, mouse_off, sizeof mouse_off - 1);
    atomic_store(&t->mouse, on);
}

bool terminal_write(struct terminal *t, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(t->out, bytes, n);
        if (written > 0) {
            bytes += written;
            n -= (size_t)written;
        } else if (errno == EAGAIN) {
            poll(&(struct pollfd){.fd = t->out, .events = POLLOUT}, 1, 1000);
            if (atomic_load(&t->hangup))
                return false;
        } else if (errno != EINTR) {
            atomic_store(&t->hangup, 1);
            return false;
        }
    }
    return true;
}

long terminal_read(struct terminal *t, char *bytes, size_t size)
{
    struct pollfd in = {.fd = t->in, .events = POLLIN};
    if (poll(&in, 1, 0) <= 0)
        return 0;
    ssize_t n = read(t->in, bytes, size);
    if (n > 0)
        return n;
    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return 0;
    atomic_store(&t->hangup, 1);
    return -1;
}

/* ---- Events ---- */

static void drain(int fd)
{
    char bytes[64];
    while (read(fd, bytes, sizeof bytes) > 0)
        ;
}

static unsigned take_flags(struct terminal *t)
{
    unsigned flags = 0;
    if (atomic_exchange(&t->resized, 0))
        flags |= TERMINAL_RESIZED;
    if (atomic_exchange(&t->stop, 0))
        flags |= TERMINAL_STOP;
    if (atomic_exchange(&t->resumed, 0))
        flags |= TERMINAL_RESUMED;
    if (atomic_load(&t->hangup))
        flags |= TERMINAL_HANGUP;
    else if (atomic_load(&t->quit))
        flags |= TERMINAL_QUIT;
    if (flags & (TERMINAL_HANGUP | TERMINAL_QUIT))
        set_alarm(0); /* the program listens */
    return flags;
}

unsigned terminal_poll(struct terminal *t, int timeout_ms)
{
    struct pollfd fds[] = {{.fd = t->pipe[0], .events = POLLIN}, {.fd = t->in, .events = POLLIN}};
    if (atomic_load(&t->hangup))
        return take_flags(t);
    if (poll(fds, 2, timeout_ms) < 0)
        fds[0].revents = POLLIN, fds[1].revents = 0;
    unsigned flags = 0;
    if (fds[0].revents)
        drain(t->pipe[0]);
    if (fds[1].revents & POLLIN)
        flags |= TERMINAL_INPUT;
    else if (fds[1].revents)
        atomic_store(&t->hangup, 1);
    return flags | take_flags(t);
}

int terminal_signal(const struct terminal *t)
{
    int sig = atomic_load(&t->quit);
    return sig ? sig : atomic_load(&t->hangup) ? SIGHUP : 0;
}

void terminal_stop(struct terminal *t, bool group)
{
    struct sigaction ours;
    if (t->stop_ignored)
        return;
    sigaction(SIGTSTP, &(struct sigaction){.sa_handler = SIG_DFL}, &ours);
    kill(group ? 0 : getpid(), SIGTSTP);
    /* here it stops, and goes on */
    sigaction(SIGTSTP, &ours, NULL);
    atomic_store(&t->stop, 0);
    atomic_store(&t->resumed, 0);
}

void terminal_die(int sig)
{
    default_and_raise(sig);
    _exit(128 + sig);
}
