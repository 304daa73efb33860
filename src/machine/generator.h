/* Generators, coroutines and asynchronous generators: Objects/genobject.c.  Each owns its frame, in
 * memory of its own.
 *
 * Invariants: the frame is linked into the chain of frames, and exc_info into the stack of what is
 * being handled, only while the generator is executing. */
#ifndef PYVIZ_MACHINE_GENERATOR_H
#define PYVIZ_MACHINE_GENERATOR_H

#include "frame.h"

enum generator_state {
    GENERATOR_CREATED,
    GENERATOR_SUSPENDED,
    GENERATOR_EXECUTING,
    GENERATOR_DONE
};

typedef struct GeneratorObject {
    Object ob_base;
    Object *name, *qualname, *code;
    Frame *frame; /* NULL once done */
    struct ExcInfo exc_info;
    enum generator_state state;
    /* of asynchronous generators: one of their awaitables is under way */
    bool running_async, closed;
    bool hooked;       /* asked for something once: the hooks know of it */
    Object *finalizer; /* the hook that is called instead of closing it; or NULL */
} GeneratorObject;

/* Moves a frame off the data stack into a new generator, or what the code's flags say.  The frame
 * stays valid only in there. */
Object *generator_new(Machine *m, Frame *f);

/* RESUME_THROW, RESUME_CLOSE: with the exception under way, raised where it paused. */
enum resumption { RESUME_SEND, RESUME_THROW, RESUME_CLOSE };
/* What it yields next, or NULL with an exception: StopIteration (StopAsyncIteration) at its end.
 * value NULL: next(), whose end is without an exception if None is returned. */
Object *generator_advance(Machine *m, GeneratorObject *g, Object *value, enum resumption how);
/* throw(*args); exit_closes: what it delegates to is closed by a GeneratorExit, not thrown into. */
Object *generator_throw(Machine *m, GeneratorObject *g, bool exit_closes, Object *const *args,
                        size_t nargs);
/* Ends it, whether it has begun or not, as if nobody referred to it any more.
 * Objects/genobject.c: _PyGen_Finalize. */
void generator_abandon(Machine *m, GeneratorObject *g);
/* The iterator that it has handed itself over to with `yield from` or `await`, or NULL:
 * borrowed. */
Object *generator_delegate(const GeneratorObject *g);
/* Is there one whose end would run code, or be warned of? */
bool generator_any_unfinished(const Machine *m);
/* throw() takes 1 to 3 arguments; false: an exception is set. */
bool generator_check_throw(Machine *m, size_t nargs);
/* One step of `yield from`: sends the value at a place (None: next()) to any iterator; since 3.12
 * a generator takes it from there, and None is left.  true: *result
 * is what it yielded; false: it has ended with *result, or *result is NULL and an exception is set.
 * Objects/abstract.c: PyIter_Send. */
bool generator_send(Machine *m, Object *receiver, Object **place, Object **result);

/* What the three types share: their slots, methods and attributes. */
void generator_dealloc(Machine *m, Object *o);
void generator_finalize(Machine *m, Object *o);
int generator_traverse(Machine *m, Object *o, visitproc visit, void *arg);
Object *generator_repr(Machine *m, Object *o);
ssize_t generator_sizeof(Machine *m, Object *o);
Object *generator_send_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                              Object *kwnames);
Object *generator_throw_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames);
Object *generator_close_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames);
Object *generator_get_name(Machine *m, Object *o);
int generator_set_name(Machine *m, Object *o, Object *value);
Object *generator_get_qualname(Machine *m, Object *o);
int generator_set_qualname(Machine *m, Object *o, Object *value);
Object *generator_get_code(Machine *m, Object *o);
Object *generator_get_frame(Machine *m, Object *o);
Object *generator_get_running(Machine *m, Object *o);
Object *generator_get_suspended(Machine *m, Object *o);
Object *generator_get_delegate(Machine *m, Object *o);

/* ---- async.c --------------------------------------------------------------------------------- */

/* What `await o` iterates over: o itself if it is a coroutine, else what its __await__() returns.
 * Objects/genobject.c: _PyCoro_GetAwaitableIter. */
Object *async_awaitable(Machine *m, Object *o);
/* o.name() with the method looked up on the type; *missing: NULL without an exception. */
Object *async_special(Machine *m, Object *o, Object *name, bool *missing);
bool async_has_special(Machine *m, Object *o, Object *name);

/* ---- async_generator.c ----------------------------------------------------------------------- */

/* What an asynchronous generator yields itself, told apart from what passes through it from what it
 * awaits. */
Object *async_generator_wrap(Machine *m, Object *value);
Object *async_generator_anext(Machine *m, Object *o);

#endif
