/* Cuts what a terminal sends into units: a character, Alt and a character, an escape sequence.
 *
 * It stands before libtermkey, for two reasons.  libtermkey (0.22 at least) reads parameters that a
 * sequence does not have, and writes past its table if there are more than sixteen, so a pasted ESC
 * [ u may crash the program; and it times incomplete sequences by the host's clock.  Behind this it
 * gets whole, harmless units only, and time is ours. */
#ifndef PYVIZ_SCREEN_SEQUENCE_H
#define PYVIZ_SCREEN_SEQUENCE_H

#include <stddef.h>

enum sequence {
    SEQUENCE_PARTIAL, /* more bytes may complete it */
    SEQUENCE_KEY,     /* for libtermkey */
    SEQUENCE_ESCAPE,  /* the Esc key by itself */
    SEQUENCE_ALT,     /* Alt and the ASCII character behind the ESC */
    SEQUENCE_NOTHING, /* a reply, or malformed: no key */
};

/* The unit at the beginning of s, n > 0 bytes; stores its length, which for a partial one is n. */
enum sequence sequence_next(const char *s, size_t n, size_t *len);
/* The same when no more bytes will come: never partial. */
enum sequence sequence_last(const char *s, size_t n, size_t *len);

#endif
