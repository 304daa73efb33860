/* __future__: names that the compiler knows. */
#include <pyviz/machine/modules.h>

const ModuleSpec future_module = {
    .name = "__future__",
    .doc = "What has become, or may become, part of the language.",
    .python = true,
};
