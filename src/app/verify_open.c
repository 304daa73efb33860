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
    const struct {
        uint64_t any;
        const char *what, *why;
    } kinds[] = {
        {open->library, "objects of the library's own classes",
         "what they do is CPython's, what they are made of is not"},
        {open->frames, "frames of CPython's library in a traceback", "pyviz leaves its own out"},
        {open->docstrings, "docstrings of builtin types", "pyviz leaves them out"},
        {open->patterns, "sizes of compiled regular expressions", "their code is pyviz's own"},
        {open->tables, "slots of tables whose keys are hashed by their addresses",
         "addresses are the model's own"},
        {open->addresses, "addresses, which id() gives and some reprs show,",
         "they are the model's own"},
        {open->listed, "what gc.get_objects() lists besides the program's objects",
         "pyviz has not made what CPython's start and its library have"},
        {open->sizes, "how many objects are in each generation, which gc.DEBUG_STATS prints,",
         "most are CPython's own"},
        {open->temporaries, "names of temporary files",
         "which of them are free is the system's affair"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (kinds[i].any)
            buffer_printf(notes, "%s not compared: %s\n", kinds[i].what, kinds[i].why);
}
