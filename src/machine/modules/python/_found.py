# What a module that lies beside the program says of how it was found: __spec__, __loader__, __cached__.

import sys
from _machine import refuse

_specs = {}


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr, self._cached = False, None

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{self.__class__.__name__}({', '.join(parts)})"

    @property
    def cached(self):
        return self._cached

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr


class SourceFileLoader:
    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, name=None):
        return self.path

    def is_package(self, fullname):
        return self.path.rpartition("/")[2] == "__init__.py" and fullname.rpartition(".")[2] != "__init__"

    def __getattr__(self, name):
        if name in ("create_module", "exec_module", "get_code", "get_data", "get_resource_reader", "get_source",
                    "load_module", "path_mtime", "path_stats", "set_data", "source_to_code"):
            refuse(f"SourceFileLoader.{name}()")
        raise AttributeError(f"'SourceFileLoader' object has no attribute {name!r}")


ModuleSpec.__module__ = "_frozen_importlib"
SourceFileLoader.__module__ = "_frozen_importlib_external"


def _cached(path):
    folder, slash, file = path.rpartition("/")
    return f"{folder}{slash}__pycache__/{file.rpartition('.')[0]}.{sys.implementation.cache_tag}.pyc"


def attribute(name, path, package, which):
    """That attribute of the module: always the same object."""
    spec = _specs.get(name)
    if spec is None:
        spec = _specs[name] = ModuleSpec(name, SourceFileLoader(name, path), origin=path, is_package=bool(package))
        if package:
            spec.submodule_search_locations = package
        spec._set_fileattr, spec._cached, spec._initializing = True, _cached(path), False
    return {"__spec__": spec, "__loader__": spec.loader, "__cached__": spec._cached}[which]
