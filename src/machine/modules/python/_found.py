# What a module that lies beside the program says of how it was found (__spec__, __loader__, __cached__), and which
# of them the program has written itself.

import sys
import _files
from _machine import refuse


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


class NamespaceLoader:
    def __init__(self, name, path, path_finder):
        self._path = _NamespacePath(name, path)

    def __getattr__(self, name):
        if name in ("create_module", "exec_module", "get_code", "get_resource_reader", "get_source", "load_module"):
            refuse(f"NamespaceLoader.{name}()")
        raise AttributeError(f"'NamespaceLoader' object has no attribute {name!r}")

    def is_package(self, fullname):
        return True


class _NamespacePath:
    """Where the folders are of a package without a file."""

    def __init__(self, name, path):
        self._name, self._path = name, list(path)

    def __iter__(self):
        return iter(self._path)

    def __getitem__(self, index):
        return self._path[index]

    def __setitem__(self, index, path):
        self._path[index] = path

    def __len__(self):
        return len(self._path)

    def __repr__(self):
        return f"_NamespacePath({self._path!r})"

    def __contains__(self, item):
        return item in self._path

    def append(self, item):
        self._path.append(item)


ModuleSpec.__module__ = "_frozen_importlib"
SourceFileLoader.__module__ = NamespaceLoader.__module__ = _NamespacePath.__module__ = "_frozen_importlib_external"


def _cached(path):
    folder, slash, file = path.rpartition("/")
    return f"{folder}{slash}__pycache__/{file.rpartition('.')[0]}.{sys.implementation.cache_tag}.pyc"


def described(name, path, package):
    """What the module gets: (__loader__, __spec__, __path__, __cached__), each None if it has none.  `path` is its file,
    None for a folder alone; `package` the list of a package's folders."""
    if path is None:
        spec = ModuleSpec(name, None, is_package=True)
        spec.submodule_search_locations = _NamespacePath(name, package)
        spec.loader = NamespaceLoader.__new__(NamespaceLoader)
        spec.loader._path = spec.submodule_search_locations
        return spec.loader, spec, spec.submodule_search_locations, None
    spec = ModuleSpec(name, SourceFileLoader(name, path), origin=path, is_package=package is not None)
    if package is not None:
        spec.submodule_search_locations = package
    spec._set_fileattr, spec._cached, spec._initializing = True, _cached(path), False
    return spec.loader, spec, package, spec._cached


def written(name, folders):
    """(path, content, whether it is a package) of the file that has the module; None if the program has written none."""
    last = name.rpartition(".")[2]
    for folder in folders:
        if isinstance(folder, str):
            start = (folder or _files.current.path() or "") + "/" + last
            for path, package in (start + "/__init__.py", True), (start + ".py", False):
                if isinstance(_at(path), _files.File):
                    return path, _at(path).content(), package
    return None


def _at(path):
    try:
        return _files.look_up(path)
    except OSError:
        return None
