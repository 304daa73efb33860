/* The docstrings of CPython's own types: sentences that are not here. */
#ifndef PYVIZ_MACHINE_DOCSTRING_H
#define PYVIZ_MACHINE_DOCSTRING_H

#include <pyviz/machine/machine.h>

/* What stands under __doc__ where CPython has a docstring of its own: an object that passes for a
 * str as long as only its type and truth are asked, and can be handed on as one (a wrapper's
 * __doc__); what would show its text is refused.  A new reference, or NULL. */
Object *docstring_elsewhere(Machine *m);

/* Refuses to tell such a text: true, with the exception set. */
bool docstring_refuse(Machine *m);

/* type(o): str for such an object. */
static inline Type *docstring_type_seen(Machine *m, const Object *o)
{
    return o->type == m->types.docstring ? m->types.str : o->type;
}

#endif
