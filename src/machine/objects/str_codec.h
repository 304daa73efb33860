/* What the codecs share: str_codec.c has utf-8, ascii and latin-1, str_codec_other.c the others. */
#ifndef PYVIZ_MACHINE_STR_CODEC_H
#define PYVIZ_MACHINE_STR_CODEC_H

#include "str_private.h"

enum encoding {
    UTF_8,
    ASCII,
    LATIN_1,
    UTF_8_SIG,
    UTF_16,
    UTF_16_LE,
    UTF_16_BE,
    UTF_32,
    UTF_32_LE,
    UTF_32_BE,
    CP1252,
    CP437,
    ISO8859_15,
    UNICODE_ESCAPE
};
enum handler {
    STRICT,
    IGNORE,
    REPLACE,
    SURROGATE_ESCAPE,
    SURROGATE_PASS,
    BACKSLASH_REPLACE,
    XML_REPLACE,
    NAME_REPLACE,
    HANDLERS
};

struct codec {
    enum encoding encoding; /* after a byte order mark: the order that it tells */
    enum handler handler;
    Object *errors; /* the handler's name, or NULL; resolved when it is first needed */
    bool resolved;
};

struct input {
    const unsigned char *data;
    ssize_t size;
};

/* What stands for bytes [*start, end), which are none; *start becomes where to go on. 0 or -1. */
int codec_decode_bad(Machine *m, struct codec *c, StrWriter *w, const struct input *in,
                     ssize_t *start, ssize_t end, const char *reason);
/* What stands for s[start:end], none of which the encoding has; w sees nothing but bytes. 0 or
 * -1. */
int codec_encode_bad(Machine *m, struct codec *c, StrWriter *w, const Object *s, ssize_t start,
                     ssize_t end, const char *reason);
/* Is that what its handler does?  An unknown handler is an error only when it is needed: not
 * here. */
bool codec_handles(const struct codec *c, enum handler handler);
/* \xe9, \u20ac, \U0001f600. */
int codec_escape(Machine *m, StrWriter *w, uint32_t code);

/* The codecs that are not in str_codec.c: everything from UTF_16 on.  0 or -1. */
int codec_decode_other(Machine *m, struct codec *c, StrWriter *w, const struct input *in);
int codec_encode_other(Machine *m, struct codec *c, StrWriter *w, const Object *s);

#endif
