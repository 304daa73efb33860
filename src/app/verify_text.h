/* Texts that a program has made, the real one and ours: alike but for addresses and for names of
 * temporary files.
 *
 * id() and the repr of what has no other name give addresses, which are the model's own here: where
 * one stands on both sides, they count as equal, as long as what is one address there is one here.
 * The same holds for "tmp" and eight letters by chance, as tempfile draws them: which of these
 * names are free is the system's affair. */
#ifndef PYVIZ_APP_VERIFY_TEXT_H
#define PYVIZ_APP_VERIFY_TEXT_H

#include <pyviz/base/buffer.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
    const char *data;
    size_t len;
};

enum text_relation {
    TEXT_ALIKE,     /* as far as the shorter one goes */
    TEXT_DIFFERS,   /* at `real` and `ours` */
    TEXT_ADDRESSES, /* one address on one side is two on the other */
};

struct text_match {
    bool
        /* what lies at an address may be another object the next time: no relation is asked for */
        fleeting;
    size_t real, ours;    /* how far they are alike */
    uint64_t addresses;   /* met on the way */
    uint64_t temporaries; /* names of such files that differ */
};

enum text_relation text_compare(struct text real, struct text ours, struct text_match *match);

/* Appends a text without the frames of CPython's own library in the tracebacks in it, which pyviz's
 * never shows; how many there were. */
size_t text_leave_library_out(struct text real, struct buffer *out);
/* Without what CPython prints where the recorder could not be called, since the program had come to
 * the limit of recursion.  How often. */
size_t text_leave_recorder_out(struct text real, struct buffer *out);
/* Appends a text without the numbers of objects that gc.DEBUG_STATS prints; of how many lines. */
size_t text_leave_sizes_out(struct text text, struct buffer *out);

/* May a number be an address of the model's, or its hash? */
bool address_is_ours(uint64_t value);
/* Does an address of the model's stand in a text? */
bool text_has_address(struct text ours);

#endif
