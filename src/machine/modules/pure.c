/* The modules that are written in Python alone: modules/python/<name>.py.
 *
 * Their code runs as the program's does, but its lines are no stops. */
#include <pyviz/machine/modules.h>

#define PURE(symbol, module, text, names)                                                          \
    extern const ModuleSpec symbol;                                                                \
    const ModuleSpec symbol = {.name = module, .doc = text, .python = true, .missing = names}

PURE(future_module, "__future__", "What has become, or may become, part of the language.", NULL);
PURE(abc_module, "abc", "Abstract base classes.", NULL);
PURE(enum_module, "enum", "Names for constant values.", "pickle_by_enum_name pickle_by_global_name");
PURE(contextlib_module, "contextlib", "Context managers, made and combined.",
     "asynccontextmanager AsyncContextDecorator AsyncExitStack aclosing chdir");
PURE(dataclasses_module, "dataclasses", "Classes whose methods follow from their fields.", NULL);
PURE(collections_abc_module, "collections.abc", "Abstract base classes for containers.", NULL);
PURE(internal_collections_abc_module, "_collections_abc", "Abstract base classes for containers.",
     NULL);
PURE(typing_module, "typing", "Types as annotations have them.", NULL);
PURE(datetime_module, "datetime", "Dates and times.", "datetime_CAPI");
PURE(strptime_module, "_strptime", "Dates as text, and back.", NULL);
PURE(decimal_module, "decimal", "Numbers of decimal digits.", NULL);
