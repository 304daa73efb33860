/* One moment of `verify`: what the observer has read in CPython, beside the machine frozen at the
 * same statement.
 *
 * Both are graphs of objects, walked together from the names of the frames.  The observer numbers
 * its objects as it meets them; walked in the same order, ours get the same numbers if and only if
 * the graphs have the same shape, that is: if what is one object there is one object here. */
#ifndef PYVIZ_APP_VERIFY_WALK_H
#define PYVIZ_APP_VERIFY_WALK_H

#include <pyviz/base/buffer.h>
#include <pyviz/machine/machine.h>

#include <stdbool.h>
#include <stdint.h>

enum { WALK_KEYED = 64 };

/* What was not compared, for the notes. */
struct walk_open {
    uint64_t references; /* counts that depend on how CPython was started */
    uint64_t names;      /* counts of names that the method cache holds */
    uint64_t handled;    /* counts of objects that the library has had in hand */
    /* objects of modules that are written in Python, here and there not alike */
    uint64_t patterns; /* compiled regular expressions, of which the size is not known */
    uint64_t frames;   /* of CPython's library, in tracebacks */
    uint64_t library;
    uint64_t docstrings;  /* of builtin types */
    uint64_t tables;      /* of dicts and sets whose keys are hashed by their addresses */
    uint64_t addresses;   /* ints that look like what id() gives, nor tables that they key */
    uint64_t temporaries; /* names of temporary files */
    bool listed;          /* the program has had a list of all objects */
    uint64_t sizes;       /* lines about the generations' sizes, by gc.DEBUG_STATS */
    /* tables that have had such keys lately: where these stood, others do not */
    const void *keyed[WALK_KEYED];
    size_t nkeyed;
};

struct walk {
    const Machine *m;
    bool traced; /* CPython is watched by a trace function, not by its monitoring */
    /* a collection came by while the program was compiled: constants may be tracked or not */
    bool half_aged;
    bool collected; /* the collector has run by itself: what it decides is not compared */
    /* Told of each figure that differs: "list a: allocated is 8 here, 4 in CPython". */
    void (*differs)(void *context, const char *what);
    void *context;
    const char *words;      /* of the program's text, longer than one character; a newline each */
    uint64_t figures;       /* compared */
    struct walk_open *open; /* added to */
};

/* `lines`: the observer's, F and O, each ended by a NUL; written to while it is read. */
void walk_compare(struct walk *w, char *const *lines, size_t count);

#endif
