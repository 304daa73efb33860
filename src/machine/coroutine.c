#include <pyviz/base/memcheck.h>
#include <pyviz/machine/coroutine.h>

#include <stdint.h>
#include <string.h>
#include <ucontext.h>

struct coroutine {
    ucontext_t context;
};
struct coroutine_host {
    ucontext_t context;
};

enum { RED_ZONE = 128 };

size_t coroutine_size(void)
{
    return sizeof(struct coroutine);
}

/* makecontext passes ints only, so that the two pointers come in halves. */
static void entry(unsigned main_high, unsigned main_low, unsigned high, unsigned low)
{
    uintptr_t main = (uintptr_t)main_high << 32 | main_low;
    uintptr_t argument = (uintptr_t)high << 32 | low;
    ((void (*)(void *))main)((void *)argument);
}

void coroutine_prepare(struct coroutine *c, void *stack, size_t size, void (*main)(void *),
                       void *argument)
{
    memset(c, 0, sizeof *c);
    VALGRIND_STACK_REGISTER(stack, (char *)stack + size);
    getcontext(&c->context);
    c->context.uc_stack.ss_sp = stack;
    c->context.uc_stack.ss_size = size;
    c->context.uc_link = NULL;
    uintptr_t f = (uintptr_t)main, a = (uintptr_t)argument;
    makecontext(&c->context, (void (*)(void))(uintptr_t)entry, 4, (unsigned)(f >> 32), (unsigned)f,
                (unsigned)(a >> 32), (unsigned)a);
}

void coroutine_resume(struct coroutine *c, struct coroutine_host *host)
{
    swapcontext(&host->context, &c->context);
}

void coroutine_suspend(struct coroutine *c, struct coroutine_host *host)
{
    swapcontext(&c->context, &host->context);
}

char *coroutine_stack_low(const struct coroutine *c)
{
#if defined(__x86_64__)
    uintptr_t sp = (uintptr_t)c->context.uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
    uintptr_t sp = (uintptr_t)c->context.uc_mcontext.sp;
#else
#error "say here where this architecture's ucontext keeps the stack pointer"
#endif
    return (char *)(sp - RED_ZONE);
}
