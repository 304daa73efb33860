# A module that lies beside the program, looked through name by name; how it was found.
import sys
import unittest

import beside
import beside.tools as tools

for module in tools, beside:
    for name in dir(module):
        value = getattr(module, name)
        print(module.__name__, name, type(value).__name__)
    spec = module.__spec__
    print(spec.name, spec.parent, spec.has_location, spec.origin == module.__file__, spec is module.__spec__)
    print(spec.loader is module.__loader__, module.__loader__.name, module.__loader__.is_package(module.__name__))
    print(module.__cached__ == spec.cached, module.__cached__.endswith(sys.implementation.cache_tag + ".pyc"))
    print(spec.submodule_search_locations == getattr(module, "__path__", None), spec.loader_state)
print(unittest.defaultTestLoader.loadTestsFromModule(tools).countTestCases())
