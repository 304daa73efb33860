/* The machine's voice: the sentence of an event, with its values.
 *
 * The templates stand in event.def.  In braces:
 *
 * - {field}: an object's short repr; a number, with commas from 10,000 to a thousand million; an
 *   address in hexadecimal; yes or no; a name.
 * - {object:type} "list"; {object:id} "list #12", "class C", "list" for what existed before the
 *   program; {object:who} the names that refer to it, "d" or "a and b", else as :id;
 *   {object:whole} its repr, which may be long; {object:what} "class C", else its short repr;
 *   {object:call} "f()" of a function, else its short repr.
 * - {n:s} {n:es} "s", "es" unless n is 1; {n:ies} "y" or "ies"; {n:is} {n:has} {n:was} "is" or
 *   "are", and so on; {n:times} "once", "twice", "3 times"; {n:no} {n:No} "no", "No" for 0;
 *   {n:many} nothing for 1, else the number and a space.
 * - {n:log2} of a power of two; {n:hex}; {n:bits3} its last three bits, "010"; {n:bits(field)} as
 *   many as the field says.
 * - {field?this|that}: `this` if the field is neither 0, false nor NULL, else `that`. */
#ifndef PYVIZ_TIMELINE_NARRATE_H
#define PYVIZ_TIMELINE_NARRATE_H

#include <pyviz/base/buffer.h>
#include <pyviz/machine/machine.h>

#include <stdbool.h>

/* Appends the sentence of an event, read at the machine frozen there, and to `values`, unless it is
 * NULL, where the event's values stand in it.  Pure. */
void narrate_event(const Machine *m, const struct Event *event, struct buffer *out,
                   struct spans *values);
/* Does every placeholder of a template name a field, and a form that fits its type?  If not,
 * appends what is wrong. */
bool narrate_check(const struct event_info *info, struct buffer *why);

#endif
