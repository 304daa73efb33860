/* Generators: Objects/genobject.c.  A generator owns its frame, in memory of its own. */
#ifndef PYVIZ_MACHINE_GENERATOR_H
#define PYVIZ_MACHINE_GENERATOR_H

#include "frame.h"

enum generator_state { GENERATOR_CREATED, GENERATOR_SUSPENDED, GENERATOR_EXECUTING, GENERATOR_DONE };

typedef struct GeneratorObject {
    Object ob_base;
    Object *name, *qualname, *code;
    Frame *frame; /* NULL once done */
    enum generator_state state;
} GeneratorObject;

/* Moves a frame off the data stack into a new generator.  The frame stays valid only in there. */
Object *generator_new(Machine *m, Frame *f);

#endif
