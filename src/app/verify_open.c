#include "verify_open.h"

#include <inttypes.h>

static void say_counts(struct buffer *notes, const char *before, uint64_t n, const char *why)
{
    if (n)
        buffer_printf(notes, "%s%" PRIu64 " reference count%s%s\n", before, n, n == 1 ? "" : "s",
                      why);
}

void open_say_counts(const struct walk_open *open, struct buffer *notes)
{
    say_counts(notes, "", open->references,
               " not compared: how CPython was started decides who else holds the object");
    say_counts(notes, "could not compare ", open->names,
               " of names: which of them CPython's method cache holds still depends on addresses");
    say_counts(notes, "could not compare ", open->handled,
               ": functions of the library have had the objects in hand and may hold them, and "
               "pyviz's library is not CPython's");
}

void open_say_objects(const struct walk_open *open, struct buffer *notes)
{
    if (open->library)
        buffer_puts(notes,
                    "objects of the library's own classes not compared: what they do is CPython's, "
                    "what they are made of is not\n");
    if (open->frames)
        buffer_puts(notes, "frames of CPython's library in a traceback not compared: pyviz leaves "
                           "its own out\n");
    if (open->docstrings)
        buffer_puts(notes, "docstrings of builtin types not compared: pyviz leaves them out\n");
    if (open->patterns)
        buffer_puts(notes, "sizes of compiled regular expressions not compared: their code is "
                           "pyviz's own\n");
    if (open->tables)
        buffer_puts(notes, "slots of tables whose keys are hashed by their addresses not compared: "
                           "addresses are the model's own\n");
    if (open->addresses)
        buffer_puts(notes,
                    "addresses, which id() gives and some reprs show, not compared: they are the "
                    "model's own\n");
    if (open->listed)
        buffer_puts(notes, "gc.get_objects() lists what CPython's start and its library have made, "
                           "too: pyviz has not made that\n");
    if (open->sizes)
        buffer_puts(notes, "how many objects are in each generation, which gc.DEBUG_STATS prints, "
                           "not compared: most are CPython's own\n");
    if (open->temporaries)
        buffer_puts(notes, "names of temporary files not compared: which of them are free is the "
                           "system's affair\n");
}
