/* Running, freezing and ending: what the rest of the machine may ask of its own driver. */
#ifndef PYVIZ_MACHINE_RUN_H
#define PYVIZ_MACHINE_RUN_H

#include <pyviz/machine/machine.h>

/* Switches out to the host; comes back when the machine is run again. */
void run_freeze(Machine *m);
/* Ends the program here and for good: the status is MACHINE_LIMIT and the refusal says why.  Does
 * not return. */
void run_end_at_limit(Machine *m, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same as the program wants it, at once: nothing is called any more.  The status is
 * MACHINE_FINISHED. */
void run_end_at_once(Machine *m, int exit_status);

/* Lets a host that takes the output out as it comes (machine->out.drained) do so when there is
 * much. */
void run_offer_output(Machine *m);

#endif
