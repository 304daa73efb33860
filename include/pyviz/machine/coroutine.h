/* A second C stack, in memory of the caller's choosing, and the switch to and from it.  glibc's
 * ucontext stands behind this header so that another switch can take its place.
 *
 * Invariant: while suspended, everything the coroutine is lies in *c and on its stack, so that a
 * copy of both, put back, is the coroutine as it was. */
#ifndef PYVIZ_MACHINE_COROUTINE_H
#define PYVIZ_MACHINE_COROUTINE_H

#include <stddef.h>

struct coroutine;      /* the coroutine's side: part of the state */
struct coroutine_host; /* whoever resumed it: not part of the state */

size_t coroutine_size(void); /* bytes that a struct coroutine takes; align it to 16 */
/* Prepares main(argument) on the stack [stack, stack + size).  main must not return. */
void coroutine_prepare(struct coroutine *c, void *stack, size_t size, void (*main)(void *),
                       void *argument);
/* Host side: runs until the coroutine suspends. */
void coroutine_resume(struct coroutine *c, struct coroutine_host *host);
/* Coroutine side: back to whoever resumed it. */
void coroutine_suspend(struct coroutine *c, struct coroutine_host *host);
/* The lowest stack address in use while suspended, red zone included. */
char *coroutine_stack_low(const struct coroutine *c);

#endif
