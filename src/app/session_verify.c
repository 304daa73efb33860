/* v: verify, in a process of its own, so that the lesson goes on meanwhile. */
#include <pyviz/base/utf8.h>

#include "commands.h"
#include "session_internal.h"
#include "streams.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* In the child, which shares nothing with the terminal but its memory, and ends with the lesson
 * however that ends; never returns. */
static void verify_there(const struct session *s, int out, const sigset_t *mask)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
    struct cli cli = s->cli;
    int nowhere = open("/dev/null", O_RDWR);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], SIG_DFL);
    sigprocmask(SIG_SETMASK, mask, NULL);
    if (nowhere < 0 || dup2(nowhere, 0) < 0 || dup2(out, 1) < 0 || dup2(nowhere, 2) < 0)
        _exit(EXIT_FAILED);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() == 1)
        _exit(EXIT_FAILED);
    cli.command = COMMAND_VERIFY;
    cli.has_python = false;
    cli.json = true;
    _exit(streams_finish(command_verify(&cli)));
}

void session_verify(struct session *s)
{
    int fd[2];
    if (s->verifying) {
        session_verify_stop(s);
        session_say(s, false, "no longer verifying");
        return;
    }
    if (!s->cli.code && !strcmp(s->cli.file, "-")) {
        session_say(s, true, "what came from standard input is gone: only a file can be verified");
        return;
    }
    if (pipe2(fd, O_CLOEXEC) < 0) {
        session_say(s, true, "cannot verify: %s", strerror(errno));
        return;
    }
    /* Until the child has set its signals right, it would take one for the session's. */
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    s->verifying = fork();
    if (s->verifying == 0)
        verify_there(s, fd[1], &before);
    sigprocmask(SIG_SETMASK, &before, NULL);
    close(fd[1]);
    if (s->verifying < 0) {
        s->verifying = 0;
        close(fd[0]);
        session_say(s, true, "cannot verify: %s", strerror(errno));
        return;
    }
    fcntl(fd[0], F_SETFL, O_NONBLOCK);
    s->verify_pipe = fd[0];
    buffer_clear(&s->verdict);
    session_say(s, false, "verifying: %s runs the program, too...",
                s->cli.with ? s->cli.with : "python3");
}

void session_verify_stop(struct session *s)
{
    if (!s->verifying)
        return;
    enum { PATIENCE = 200 }; /* times 5 ms; then it ends without clearing up */
    close(s->verify_pipe);
    kill(s->verifying, SIGTERM);
    pid_t done = 0;
    for (int i = 0; i < PATIENCE && done == 0; i++) {
        done = waitpid(s->verifying, NULL, WNOHANG);
        if (done == 0)
            nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
    }
    if (done == 0) {
        kill(s->verifying, SIGKILL);
        while (waitpid(s->verifying, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    s->verifying = 0;
}

/* The first line of a text, without what a terminal must not get. */
static void say_first_line(struct session *s, const char *text)
{
    struct buffer line = {0};
    utf8_append_escaped(&line, text, strcspn(text, "\n"));
    session_say(s, true, "%s", buffer_text(&line));
    buffer_free(&line);
}

static void note_first_difference(struct session *s, const json_t *verdict)
{
    const json_t *first = json_array_get(json_object_get(verdict, "differences"), 0);
    const char *text = json_string_value(json_object_get(first, "text"));
    int line = (int)json_integer_value(json_object_get(first, "line"));
    struct buffer why = {0};
    if (line)
        buffer_printf(&why, "Line %d: ", line);
    if (text)
        utf8_append_escaped(&why, text, strlen(text));
    buffer_printf(&why, ". (pyviz verify lists them all.)");
    session_set_remark(s, buffer_text(&why));
    buffer_free(&why);
}

/* What the badge says, and the message below. */
static void take_verdict(struct session *s, const json_t *verdict)
{
    const char *outcome = json_string_value(json_object_get(verdict, "outcome"));
    const char *python = json_string_value(json_object_get(verdict, "python"));
    const char *failure = json_string_value(json_object_get(verdict, "failure"));
    long long statements = json_integer_value(json_object_get(verdict, "statements"));
    long long figures = json_integer_value(json_object_get(verdict, "figures"));
    long long differing = json_integer_value(json_object_get(verdict, "differing"));
    s->badge[0] = '\0';
    if (outcome && python && !strcmp(outcome, "matches")) {
        snprintf(s->badge, sizeof s->badge, "= CPython %s", python);
        session_say(s, false, "matches CPython %s: %lld statement%s, %lld figures", python,
                    statements, statements == 1 ? "" : "s", figures);
    } else if (outcome && python && !strcmp(outcome, "differs")) {
        snprintf(s->badge, sizeof s->badge, "not = CPython %s", python);
        session_say(s, true, "differs from CPython %s at %lld of %lld statement%s", python,
                    differing, statements, statements == 1 ? "" : "s");
        note_first_difference(s, verdict);
    } else {
        say_first_line(s, failure && *failure ? failure : "verify did not come to an end");
    }
}

void session_verify_poll(struct session *s)
{
    enum { CHUNK = 4096 };
    if (!s->verifying)
        return;
    ssize_t n;
    while ((n = read(s->verify_pipe, buffer_reserve(&s->verdict, CHUNK), CHUNK)) > 0)
        s->verdict.len += (size_t)n;
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    session_verify_stop(s);
    json_t *verdict = json_loadb(buffer_text(&s->verdict), s->verdict.len, 0, NULL);
    take_verdict(s, verdict);
    json_decref(verdict);
}
