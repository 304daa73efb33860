/* The picture of the counts over time: a room, and a panel of large screens. */
#ifndef PYVIZ_STAGE_VIEW_HISTORY_H
#define PYVIZ_STAGE_VIEW_HISTORY_H

#include "view.h"

enum { HISTORY_LINES = 4 };

struct history_picture {
    int count;
    uint32_t stride; /* statements from sample to sample */
    struct HistorySample sample[HISTORY_SAMPLES], now;
};

/* Fills the area pushed last: HISTORY_LINES rows, or some times as many, for higher bars. */
void history_draw_panel(const struct history_picture *p, const struct history_picture *before,
                        struct canvas *c);

#endif
