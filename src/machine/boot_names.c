/* Which names CPython has interned by the time that a script begins. */
#include "boot_names.h"

#include <string.h>

enum { V3_11 = 1, V3_12 = 2, V3_13 = 4, NAME_MAX_LENGTH = 80 };

static const struct group {
    int versions;
    const char *names;
} groups[] = {
#define NAMES(versions, names) {versions, names},
#include "boot_names.def"
#undef NAMES
};

/* The names of a version, or of several, are sorted over all of its groups. */
static bool is_further_on(size_t group, const char *wanted, size_t n)
{
    size_t next = group + 1;
    return next < sizeof groups / sizeof *groups &&
           groups[next].versions == groups[group].versions &&
           strncmp(groups[next].names, wanted, n) <= 0;
}

bool boot_name_is_interned(const Profile *profile, const char *name, size_t n)
{
    if (n < 2 || n >= NAME_MAX_LENGTH || memchr(name, ' ', n))
        return false;
    char wanted[NAME_MAX_LENGTH + 3] = " ";
    memcpy(wanted + 1, name, n);
    wanted[n + 1] = ' ';
    int version = 1 << (profile->minor - 11);
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (groups[i].versions & version && !is_further_on(i, wanted, n + 2) &&
            strstr(groups[i].names, wanted))
            return true;
    return false;
}
