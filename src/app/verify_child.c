#include "verify_child.h"

#include <pyviz/app/builtin.h>
#include <pyviz/base/buffer.h>

#include "verify_view.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void on_signal(int signal)
{
    interrupted = signal;
}

static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
enum { SIGNALS = sizeof signals / sizeof *signals };
static struct sigaction before[SIGNALS];

/* What we were told to ignore (nohup) stays ignored. */
static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal};
    interrupted = 0;
    for (int i = 0; i < SIGNALS; i++) {
        sigaction(signals[i], NULL, &before[i]);
        if (before[i].sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
    }
}

static void release_signals(void)
{
    for (int i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &before[i], NULL);
}

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- files ----------------------------------------------------------------------------------- */

static const char *const files[] = {"sitecustomize.py", "plan", "words", "imports"};

static void remove_folder(struct child *c)
{
    char path[128];
    if (!c->folder[0])
        return;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", c->folder, files[i]);
        unlink(path);
    }
    if (c->script[0])
        unlink(c->script);
    snprintf(path, sizeof path, "%s/view", c->folder);
    rmdir(path);
    rmdir(c->folder);
    c->folder[0] = '\0';
}

static bool write_all(int fd, const char *data, size_t n)
{
    for (size_t at = 0; at < n;) {
        ssize_t done = write(fd, data + at, n - at);
        if (done < 0 && errno != EINTR)
            return false;
        at += done > 0 ? (size_t)done : 0;
    }
    return true;
}

static bool write_file(const char *path, const char *data, size_t n)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool ok = fd >= 0 && write_all(fd, data, n);
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool make_files(struct child *c, const struct child_options *o)
{
    const char *tmp = getenv("TMPDIR");
    bool observed = o->company == CHILD_OBSERVED;
    const char *data[] = {observed ? observer_text : recorder_text, o->plan, o->words, o->imports};
    size_t size[] = {observed ? observer_len : recorder_len, o->plan_len, o->words_len,
                     o->imports_len};
    char path[128];
    if (o->company == CHILD_ALONE && !o->name)
        return true;
    if (!tmp || tmp[0] != '/' || strlen(tmp) > 30)
        tmp = "/tmp";
    snprintf(c->folder, sizeof c->folder, "%s/pyviz-XXXXXX", tmp);
    if (!mkdtemp(c->folder)) {
        c->folder[0] = '\0';
        return false;
    }
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", c->folder, files[i]);
        if (!write_file(path, data[i], size[i]))
            return false;
    }
    snprintf(path, sizeof path, "%s/view", c->folder);
    if (mkdir(path, 0700) < 0)
        return false;
    if (!o->name)
        return true;
    snprintf(c->script, sizeof c->script, "%s/%.50s", c->folder, o->name);
    return write_file(c->script, o->text, o->text_len);
}

/* A file without a name; what it holds is read from the start. */
static int memory_file(const char *data, size_t n)
{
    int fd = memfd_create("pyviz", MFD_CLOEXEC);
    if (fd >= 0 && (!write_all(fd, data, n) || lseek(fd, 0, SEEK_SET) < 0)) {
        close(fd);
        fd = -1;
    }
    return fd;
}

/* ---- the process ----------------------------------------------------------------------------- */

static void set_variable(const char *name, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void set_variable(const char *name, const char *format, ...)
{
    char value[4096];
    va_list args;
    va_start(args, format);
    vsnprintf(value, sizeof value, format, args);
    va_end(args);
    setenv(name, value, 1);
}

/* In the child: nothing of the caller's Python but where it finds modules, and temporary files
 * where the machine has them. */
static void set_environment(const struct child *c, const struct child_options *o, int pipe)
{
    const char *path = getenv("PYTHONPATH");
    char *kept = path ? base_strdup(path) : NULL, *home = getenv("PYTHONHOME");
    home = home ? base_strdup(home) : NULL;
    for (char **e = environ; *e;) {
        size_t n = strcspn(*e, "=");
        char name[256];
        if (strncmp(*e, "PYTHON", 6) == 0 && n < sizeof name) {
            memcpy(name, *e, n);
            name[n] = '\0';
            unsetenv(name);
            e = environ;
        } else {
            e++;
        }
    }
    if (o->company != CHILD_ALONE) {
        set_variable("PYTHONPATH", "%s%s%s", c->folder, kept ? ":" : "", kept ? kept : "");
        set_variable("PYVIZ_OBSERVER", "%d%s", pipe, o->collector_off ? " off" : "");
    } else if (kept) {
        setenv("PYTHONPATH", kept, 1);
    }
    if (home)
        setenv("PYTHONHOME", home, 1);
    set_variable("PYTHONHASHSEED", "%" PRIu64, o->hash_seed);
    setenv("PYTHONDONTWRITEBYTECODE", "1", 1);
    static const char *const elsewhere[] = {"TMPDIR", "TEMP", "TMP"};
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
        unsetenv(elsewhere[i]);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TZ", "UTC", 1);
    setenv("NO_COLOR", "1", 1);
    setenv("COLUMNS", "80", 1);
}

/* The interpreter's path from wherever the process goes; what has no slash is sought on PATH. */
static const char *python_of(const struct child_options *o)
{
    static char path[8192];
    char folder[4096];
    if (o->python[0] == '/' || !strchr(o->python, '/') || !getcwd(folder, sizeof folder))
        return o->python;
    snprintf(path, sizeof path, "%s/%s", folder, o->python);
    return path;
}

/* What is executed, ending with NULL; the process image goes with it. */
static char *const *command_of(const struct child *c, const struct child_options *o)
{
    size_t n = 0, most = 4;
    for (const char *const *arg = o->args; arg && *arg; arg++)
        most++;
    const char **argv = base_calloc(most, sizeof *argv);
    argv[n++] = o->python;
    if (o->code)
        argv[n++] = "-c";
    argv[n++] = o->code ? o->code : c->script[0] ? o->name : o->script;
    for (const char *const *arg = o->args; arg && *arg; arg++)
        argv[n++] = *arg;
    return (char *const *)(uintptr_t)argv;
}

/* In the child; never returns.  What fails here is told through `failure`. */
static void become_python(const struct child *c, const struct child_options *o, int in, int pipe,
                          int failure)
{
    struct rlimit limit = {o->max_output, o->max_output};
    if (dup2(in, 0) < 0 || dup2(c->out, 1) < 0 || dup2(c->err, 2) < 0)
        _exit(127);
    setpgid(0, 0);
    if (o->company != CHILD_ALONE) {
        char view[96];
        snprintf(view, sizeof view, "%s/view", c->folder);
        view_begin(view);
    }
    setrlimit(RLIMIT_FSIZE, &limit);
    fcntl(pipe, F_SETFD, 0);
    set_environment(c, o, pipe);
    const char *python = python_of(o);
    if (!o->code && c->script[0] && chdir(c->folder) < 0)
        _exit(127);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    execvp(python, command_of(c, o));
    int error = errno;
    if (write(failure, &error, sizeof error) < 0)
        _exit(126);
    _exit(127);
}

/* Forks; false with errno set if the program cannot be executed. */
static bool launch(struct child *c, const struct child_options *o, int in)
{
    int told[2], failure[2], error = 0;
    if (pipe2(told, O_CLOEXEC) < 0)
        return false;
    if (pipe2(failure, O_CLOEXEC) < 0) {
        close(told[0]);
        close(told[1]);
        return false;
    }
    c->pid = fork();
    if (c->pid == 0)
        become_python(c, o, in, told[1], failure[1]);
    close(told[1]);
    close(failure[1]);
    c->pipe = told[0];
    bool failed = c->pid < 0;
    if (!failed)
        failed = read(failure[0], &error, sizeof error) == sizeof error;
    close(failure[0]);
    errno = error;
    return !failed;
}

bool child_start(struct child *c, const struct child_options *o, struct buffer *why)
{
    *c = (struct child){.pid = -1, .pipe = -1, .out = -1, .err = -1};
    catch_signals();
    bool from_text = o->script && !strcmp(o->script, "-") && !o->name;
    int in = from_text ? memory_file(o->text, o->text_len) : memory_file(o->input, o->input_len);
    c->out = memory_file("", 0);
    c->err = memory_file("", 0);
    if (in < 0 || c->out < 0 || c->err < 0 || !make_files(c, o)) {
        buffer_printf(why, "pyviz: no temporary files can be made: %s\n", strerror(errno));
        if (in >= 0)
            close(in);
        child_finish(c);
        return false;
    }
    bool ok = launch(c, o, in);
    close(in);
    if (!ok) {
        buffer_printf(why, "pyviz: %s cannot be run: %s\n", o->python, strerror(errno));
        child_finish(c);
        return false;
    }
    c->deadline = now_ms() + (int64_t)o->seconds * 1000;
    return true;
}

/* Reads more; false at the end, whatever kind of end. */
static bool read_more(struct child *c)
{
    enum { CHUNK = 1 << 16 };
    struct pollfd poll_for = {.fd = c->pipe, .events = POLLIN};
    while (c->end == CHILD_RUNNING) {
        int64_t left = c->deadline - now_ms();
        int ready = left > 0 ? poll(&poll_for, 1, left > 1000 ? 1000 : (int)left) : 0;
        if (interrupted) {
            c->end = CHILD_INTERRUPTED;
            c->signal = interrupted;
        } else if (left <= 0) {
            c->end = CHILD_TIMED_OUT;
        } else if (ready > 0) {
            ssize_t n = read(c->pipe, buffer_reserve(&c->text, CHUNK), CHUNK);
            if (n <= 0)
                return false;
            c->text.len += (size_t)n;
            return true;
        }
    }
    return false;
}

char *child_line(struct child *c)
{
    for (size_t searched = c->at;;) {
        char *start = c->text.data;
        char *newline = start ? memchr(start + searched, '\n', c->text.len - searched) : NULL;
        if (newline) {
            char *line = start + c->at;
            *newline = '\0';
            c->at = (size_t)(newline - start) + 1;
            return line;
        }
        if (c->at) {
            c->text.len -= c->at;
            memmove(start, start + c->at, c->text.len);
            c->at = 0;
        }
        searched = c->text.len;
        if (!read_more(c))
            return NULL;
    }
}

void child_read(int fd, size_t offset, size_t n, struct buffer *to)
{
    struct stat info;
    if (fstat(fd, &info) < 0 || (size_t)info.st_size <= offset)
        return;
    size_t left = (size_t)info.st_size - offset;
    left = left < n ? left : n;
    while (left) {
        ssize_t done = pread(fd, buffer_reserve(to, left), left, (off_t)offset);
        if (done <= 0)
            break;
        to->len += (size_t)done;
        offset += (size_t)done;
        left -= (size_t)done;
    }
    *buffer_reserve(to, 0) = '\0';
}

/* Waits for its end, which may be some way behind the end of the pipe. */
void child_await(struct child *c)
{
    while (c->end == CHILD_RUNNING) {
        pid_t done = waitpid(c->pid, &c->status, WNOHANG);
        if (done == c->pid) {
            c->end = CHILD_ENDED;
            c->pid = -1;
        } else if (interrupted) {
            c->end = CHILD_INTERRUPTED;
            c->signal = interrupted;
        } else if (now_ms() > c->deadline) {
            c->end = CHILD_TIMED_OUT;
        } else {
            nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
        }
    }
}

int child_signal(void)
{
    return interrupted;
}

void child_finish(struct child *c)
{
    if (c->pid > 0) {
        kill(-c->pid, SIGKILL);
        kill(c->pid, SIGKILL);
        while (waitpid(c->pid, NULL, 0) < 0 && errno == EINTR)
            ;
        c->pid = -1;
    }
    int *descriptors[] = {&c->pipe, &c->out, &c->err};
    for (size_t i = 0; i < 3; i++) {
        if (*descriptors[i] >= 0)
            close(*descriptors[i]);
        *descriptors[i] = -1;
    }
    remove_folder(c);
    buffer_free(&c->text);
    release_signals();
}
