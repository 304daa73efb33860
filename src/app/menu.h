/* The menu of the built-in scenarios, for `pyviz` alone. */
#ifndef PYVIZ_APP_MENU_H
#define PYVIZ_APP_MENU_H

#include <pyviz/screen/screen.h>

/* Lets the user choose, starting at *at; true with the choice in *at, false when the user leaves.
 * *signal is set when a signal ended it. */
bool menu_choose(struct screen *screen, size_t *at, int *signal);

#endif
