/* Python that stands for C.
 *
 * What CPython has in C and pyviz in Python (ModuleSpec.of_c) allocates containers on its way that
 * CPython does without.  They must not be counted, or collections would come at other moments.  So
 * from the moment at which such a function's frame is pushed until it is popped the counts of the
 * collector stand still; then what the call has left behind, which C had to make as well, is
 * counted as if it were made now: out of a free list if one has it, anew if not.
 *
 * Only the outermost such frame does this.  What the function was given is let go of afterwards, as
 * a caller in C lets go of it.  When it calls back into the program, the counts go on from there,
 * and are unsure (machine.h: gc.unsure). */
#ifndef PYVIZ_MACHINE_STAND_IN_H
#define PYVIZ_MACHINE_STAND_IN_H

#include "frame.h"

/* f is about to run; called once for each frame of a library's function that is of C. */
void stand_in_begin(Machine *m, const Frame *f);
/* f has ended: lets go of all but its parameters, and counts what is left. */
void stand_in_end(Machine *m, Frame *f);
/* The program itself runs, or has ended, before f has. */
void stand_in_interrupt(Machine *m);

#endif
