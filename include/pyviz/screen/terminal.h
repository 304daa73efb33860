/* Who owns the terminal, and how it gets it back.
 *
 * One object for the process: the file descriptors, the termios found at the start, the signals.
 * What the presenters (ncurses, tickit) switch on, they tell this module how to switch off again:
 * terminal_on_death stores the bytes, so that even a handler of SIGSEGV can write them.
 *
 * Signals: WINCH, TSTP, CONT, TERM, HUP, INT, QUIT set a flag and write one byte into a pipe that
 * terminal_poll watches; nothing else happens in their handlers.  If the program does not come back
 * to terminal_poll within 0.8 seconds of TERM, HUP, INT or QUIT, or the signal comes again, the
 * handler itself restores the terminal and lets the signal kill.  SEGV, BUS, FPE, ILL and ABRT
 * restore the terminal and fall through to whatever was there before, so the wait status names the
 * signal. Handlers run on an alternate stack (SA_ONSTACK): the program also runs on small stacks of
 * its own.
 *
 * Invariant: between terminal_open and terminal_close every way out of the process, SIGKILL aside,
 * leaves the terminal as it was found. */
#ifndef PYVIZ_SCREEN_TERMINAL_H
#define PYVIZ_SCREEN_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

struct terminal;

/* What terminal_poll saw; more than one may be set. */
enum {
    TERMINAL_INPUT = 1,   /* bytes can be read */
    TERMINAL_RESIZED = 2, /* SIGWINCH */
    TERMINAL_STOP = 4,    /* SIGTSTP from outside */
    TERMINAL_RESUMED = 8, /* SIGCONT: the terminal's state is unknown */
    TERMINAL_QUIT = 16,   /* TERM, INT or QUIT: terminal_signal says which */
    TERMINAL_HANGUP = 32, /* SIGHUP, or the terminal is gone */
};

/* Takes over the terminal at those descriptors (-1: standard input or output if it is one, else
 * /dev/tty): remembers its termios and installs the handlers.  NULL with a message in error, which
 * may be NULL, if there is no terminal.  Only one can be open at a time. */
struct terminal *terminal_open(int in_fd, int out_fd, const char **error);
/* Gives everything back: termios, handlers, pipe.  The presenter has cleaned up the screen before.
 */
void terminal_close(struct terminal *t);

/* Where keys come from and where frames go; they stay the terminal's. */
int terminal_input_fd(const struct terminal *t);
int terminal_output_fd(const struct terminal *t);
/* The size that the kernel knows, else LINES and COLUMNS, else 24 by 80. */
void terminal_size(const struct terminal *t, int *rows, int *cols);

/* Raw mode: every key arrives as bytes, nothing is echoed.  cooked is as it was found. */
void terminal_raw(struct terminal *t);
void terminal_cooked(struct terminal *t);
/* The bytes that undo what the presenter has switched on; n 0 while there is nothing to undo. */
void terminal_on_death(struct terminal *t, const char *bytes, size_t n);
/* Switches mouse reports on or off; they are off after terminal_open and after every death. */
void terminal_mouse(struct terminal *t, bool on);
/* Writes all n bytes, however slow the terminal; false if it is gone. */
bool terminal_write(struct terminal *t, const char *bytes, size_t n);
/* Reads what is there without waiting: the number of bytes, 0 if none, -1 if the terminal is gone.
 */
long terminal_read(struct terminal *t, char *bytes, size_t size);

/* Waits until something happens or timeout_ms pass (-1: for ever); a set of TERMINAL_..., 0 for the
 * timeout. */
unsigned terminal_poll(struct terminal *t, int timeout_ms);
/* The signal behind TERMINAL_QUIT or TERMINAL_HANGUP, 0 if there was none. */
int terminal_signal(const struct terminal *t);
/* Stops the process as Ctrl-Z would have, the whole foreground group with it if `group`.  Returns
 * when it is continued.  Screen and termios are the caller's to give back before. */
void terminal_stop(struct terminal *t, bool group);

/* Ends the process by that signal, so that its parent sees it.  After terminal_close. */
_Noreturn void terminal_die(int signal);

#endif
