/* The % operator of str and bytes: conversions parsed once for both (Objects/unicodeobject.c:
 * PyUnicode_Format).  That of str is the slot nb_remainder in str_type.c. */
#ifndef PYVIZ_MACHINE_OBJECTS_STR_PERCENT_H
#define PYVIZ_MACHINE_OBJECTS_STR_PERCENT_H

#include <pyviz/machine/str.h>

/* bytes % args: Objects/bytesobject.c: _PyBytes_FormatEx. */
Object *bytes_format_percent(Machine *m, Object *format, Object *args);

#endif
