/* The tickit presenter on a terminal that someone else has made: a mock one, in tests. */
#ifndef PYVIZ_SCREEN_TICKIT_PRESENTER_H
#define PYVIZ_SCREEN_TICKIT_PRESENTER_H

#include "backend.h"

#include <tickit.h>

/* Takes over the reference to term. */
struct presenter *tickit_presenter_new(TickitTerm *term, enum colour_depth depth);
void tickit_presenter_free(struct presenter *p);

#endif
