/* The names that CPython has interned before a script begins: a record of its boot, per version. */
#ifndef PYVIZ_MACHINE_BOOT_NAMES_H
#define PYVIZ_MACHINE_BOOT_NAMES_H

#include <pyviz/machine/profile.h>

#include <stddef.h>

/* Is the name, n bytes of ASCII, interned in the CPython of this profile before it compiles? */
bool boot_name_is_interned(const Profile *profile, const char *name, size_t n);

#endif
