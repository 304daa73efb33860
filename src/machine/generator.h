/* Generators: Objects/genobject.c.  A generator owns its frame, in memory of its own.
 *
 * Invariants: the frame is linked into the chain of frames, and exc_info into the stack of what is
 * being handled, only while the generator is executing. */
#ifndef PYVIZ_MACHINE_GENERATOR_H
#define PYVIZ_MACHINE_GENERATOR_H

#include "frame.h"

enum generator_state { GENERATOR_CREATED, GENERATOR_SUSPENDED, GENERATOR_EXECUTING, GENERATOR_DONE };

typedef struct GeneratorObject {
    Object ob_base;
    Object *name, *qualname, *code;
    Frame *frame; /* NULL once done */
    struct ExcInfo exc_info;
    enum generator_state state;
} GeneratorObject;

/* Moves a frame off the data stack into a new generator.  The frame stays valid only in there. */
Object *generator_new(Machine *m, Frame *f);
/* One step of `yield from`: sends the value (NULL or None: next()) to any iterator.  true: *result is
 * what it yielded; false: it has ended with *result, or *result is NULL and an exception is set.
 * Objects/abstract.c: PyIter_Send. */
bool generator_send(Machine *m, Object *receiver, Object *value, Object **result);

#endif
