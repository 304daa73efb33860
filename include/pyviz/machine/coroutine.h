/* A second C stack, in memory of the caller's choosing, and the switch to and from it.  glibc's
 * ucontext stands behind this header so that another switch can take its place. */
#ifndef PYVIZ_MACHINE_COROUTINE_H
#define PYVIZ_MACHINE_COROUTINE_H

#include <stddef.h>

struct coroutine;

size_t coroutine_size(void); /* bytes that a struct coroutine takes */
/* Prepares main(argument) on the stack [stack, stack + size).  main must not return. */
void coroutine_prepare(struct coroutine *c, void *stack, size_t size, void (*main)(void *),
                       void *argument);
/* Host side: runs until the coroutine suspends.  One coroutine a thread runs at a time. */
void coroutine_resume(struct coroutine *c);
/* Coroutine side: back to whoever resumed it.  The saved state is in *c. */
void coroutine_suspend(struct coroutine *c);
/* The lowest stack address in use while suspended. */
char *coroutine_stack_pointer(const struct coroutine *c);

#endif
