/* io: streams over an in-memory file system.  All but a word of it is in python/io*.py. */
#include "module_specs.h"

#include "pure.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>

/* open() is the builtin one. */
static int io_exec(Machine *m, Object *dict)
{
    Object *name = str_intern_ascii(m, "open");
    Object *open = name ? dict_get_str(m, m->builtins_dict, name) : NULL;
    xdecref(m, name);
    return open ? module_add(m, dict, "open", newref(open)) : -1;
}

const ModuleSpec io_module = {
    .name = "io",
    .doc = "Streams: text and bytes, in memory.",
    .exec = io_exec,
    .python = true,
    .of_c = true,
    .missing = "BufferedRWPair IncrementalNewlineDecoder open_code text_encoding",
};

PURE_PART(io_base_module, "io._base");
PURE_PART(io_bytes_module, "io._bytes");
PURE_PART(io_text_module, "io._text");
PURE_PART(io_standard_module, "io._standard");
