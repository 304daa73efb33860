/* __text_signature__: which parameters the functions have that CPython has in C.  inspect.signature
 * reads it.  Objects/typeobject.c: _PyType_GetTextSignatureFromInternalDoc. */
#ifndef PYVIZ_MACHINE_TEXT_SIGNATURE_H
#define PYVIZ_MACHINE_TEXT_SIGNATURE_H

#include <pyviz/machine/function.h>

/* New references: a str, or None. */
Object *text_signature_of_builtin(Machine *m, Object *builtin);
Object *text_signature_of_descriptor(Machine *m, Object *descriptor);
Object *text_signature_of_type(Machine *m, Object *type);

#endif
