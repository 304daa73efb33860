/* A lesson under way in a terminal: a program on its timeline, a stage, a screen, and what the keys
 * have made of them.
 *
 * Invariants: nothing waits behind an animation: a key ends it and then acts.  Whatever moves goes
 * through the timeline; the session keeps no history.  What may take long gives way to a key.  The
 * session never exits the process. */
#ifndef PYVIZ_APP_SESSION_H
#define PYVIZ_APP_SESSION_H

#include <pyviz/screen/screen.h>

#include "cli.h"

struct session;
struct buffer;

/* Milliseconds on a clock that only goes forward; injected, so that tests see every frame. */
typedef int64_t (*session_clock)(void *context);

/* Loads and boots the program that cli names.  NULL with *status set and a message in `why`. */
struct session *session_new(const struct cli *cli, int *status, struct buffer *why);
void session_free(struct session *s);

/* Runs until the user quits or the terminal goes.  Returns the signal that ended it, or 0. */
int session_run(struct session *s, struct screen *screen, session_clock now, void *context);

/* The same by hand: one turn draws if need be, works ahead a little or waits, and handles what
 * came. False once it is over. */
void session_start(struct session *s, struct screen *screen, session_clock now, void *context);
bool session_turn(struct session *s);

#endif
