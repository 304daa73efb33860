# Pickler: an object, and all that it leads to, as a program that makes it again.
#
# Whatever has been written once is fetched from the memo afterwards: that keeps what is shared shared,
# and ends cycles.  A container enters the memo before what it holds; a tuple can only enter after it,
# so that one that holds itself is found there, and thrown away, when it is about to be made.
#
# The bytes are those of CPython's Pickler in C (Modules/_pickle.c).  What is common is written by a Writer
# (modules/pickle_writer.c), which has the bytes and the memo, and calls the Pickler for all else.

import sys
from struct import pack
from types import BuiltinFunctionType, FunctionType

import _codecs
import copyreg
from _compat_pickle import REVERSE_IMPORT_MAPPING, REVERSE_NAME_MAPPING
from _library import named_with_module
from _machine import refuse
from _pickle._engine import Writer
from _pickle._format import *
from _pickle._format import DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, PicklingError, encode_long

BATCH = 1000  # items that one instruction appends


@named_with_module
class Pickler:
    """Pickler(file, protocol): what dump() is given goes to the file."""

    fast = False

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._file = file
        self._begin(protocol, fix_imports, buffer_callback)

    def _begin(self, protocol, fix_imports, buffer_callback):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        elif protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None:
            if protocol < 5:
                raise ValueError("buffer_callback needs protocol >= 5")
            refuse("pickling with a buffer_callback")
        self._protocol, self._fix_imports = protocol, fix_imports and protocol < 3
        self.bin = int(protocol > 0)
        self._writer = writer = Writer(protocol)
        self._write, self._save, self._memoize, self._fetch = writer.write, writer.save, writer.memoize, writer.fetch

    @property
    def memo(self):
        refuse("the memo of a Pickler")

    def clear_memo(self):
        self._writer.forget()

    def dump(self, obj):
        if not hasattr(self, "_writer"):
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._file.write(self._dump(obj))

    def _dump(self, obj):
        """The instructions, all of them."""
        self._persistent_id = getattr(self, "persistent_id", None)
        self._override = getattr(self, "reducer_override", None)
        self._dispatch_table = getattr(self, "dispatch_table", copyreg.dispatch_table)
        writer = self._writer
        writer.begin(self, self.fast, self._persistent_id is not None, self._override is not None,
                     self._dispatch_table)
        try:
            writer.save(obj)
            return writer.take()
        finally:
            self._persistent_id = self._override = None  # which are methods of its own

    # ---- any object ------------------------------------------------------------------------------

    def _save_by_name(self, obj):
        """Writes the name that persistent_id has for it, if it has one."""
        name = self._persistent_id(obj)
        if name is None:
            return False
        self._save_persistent(name)
        return True

    def _save_kind(self, obj):
        """What the Writer knows not of this protocol."""
        _kinds[type(obj)](self, obj)

    def _save_persistent(self, name):
        if self.bin:
            self._save(name, False)
            self._write(BINPERSID)
            return
        try:
            text = str(name).encode("ascii")
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
        self._write(PERSID + text + b"\n")

    def _save_reduced(self, obj, kind):
        """By what the object says it is made of."""
        reduced = NotImplemented
        if self._override is not None:
            reduced = self._override(obj)
        if reduced is NotImplemented:
            if kind is type:
                return self._save_type(obj)
            if kind is FunctionType:
                return self._save_global(obj)
            reduce = self._dispatch_table.get(kind)
            if reduce is not None:
                reduced = reduce(obj)
            elif issubclass(kind, type):
                return self._save_global(obj)
            else:
                reduced = obj.__reduce_ex__(self._protocol)
        if isinstance(reduced, str):
            return self._save_global(obj, reduced)
        self._save_recipe(reduced, obj)

    def _save_recipe(self, recipe, obj=None):
        """(callable, arguments[, state[, items[, pairs[, setter]]]])"""
        if not isinstance(recipe, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(recipe) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        function, arguments, state, items, pairs, setter = recipe + (None,) * (6 - len(recipe))
        if not callable(function):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(arguments, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        for which, given in (("fourth", items), ("fifth", pairs)):
            if given is not None and not hasattr(type(given), "__next__"):
                raise PicklingError(f"{which} element of the tuple returned by __reduce__ must be an iterator, not "
                                    f"{type(given).__name__}")
        if setter is not None and not callable(setter):
            raise PicklingError("sixth element of the tuple returned by __reduce__ must be a function, not "
                                f"{type(setter).__name__}")
        self._save_making(function, arguments, obj)
        if obj is not None:
            if self._writer.knows(obj):  # what it is made of leads back to it
                self._write(POP)
                self._fetch(obj)
                return
            self._memoize(obj)
        if items is not None:
            self._append(items)
        if pairs is not None:
            self._set_items(pairs)
        if state is not None:
            self._save_state(obj, state, setter)

    def _save_making(self, function, arguments, obj):
        name = getattr(function, "__name__", "") if self._protocol >= 2 else ""
        if name == "__newobj_ex__":
            return self._save_newobj_ex(arguments, obj)
        if name == "__newobj__":
            cls = self._class_of_new(arguments, obj)
            self._save(cls)
            self._save(arguments[1:])
            self._write(NEWOBJ)
            return
        self._save(function)
        self._save(arguments)
        self._write(REDUCE)

    def _class_of_new(self, arguments, obj):
        if not arguments:
            raise PicklingError("__newobj__ arglist is empty")
        cls = arguments[0]
        if not hasattr(cls, "__new__"):
            raise PicklingError("args[0] from __newobj__ args has no __new__")
        if obj is not None and obj.__class__ is not cls:
            raise PicklingError("args[0] from __newobj__ args has the wrong class")
        return cls

    def _save_newobj_ex(self, arguments, obj):
        if len(arguments) != 3:
            raise PicklingError(f"length of the NEWOBJ_EX argument tuple must be exactly 3, not {len(arguments)}")
        cls, positional, named = arguments
        if not hasattr(cls, "__new__"):
            raise PicklingError("args[0] from __newobj_ex__ args has no __new__")
        if not isinstance(positional, tuple):
            raise PicklingError("second item from NEWOBJ_EX argument tuple must be a tuple, not "
                                f"{type(positional).__name__}")
        if not isinstance(named, dict):
            raise PicklingError(f"third item from NEWOBJ_EX argument tuple must be a dict, not {type(named).__name__}")
        if self._protocol >= 4:
            self._save(cls)
            self._save(positional)
            self._save(named)
            self._write(NEWOBJ_EX)
            return
        from functools import partial
        self._save(partial(cls.__new__, cls, *positional, **named))
        self._save(())
        self._write(REDUCE)

    def _save_state(self, obj, state, setter):
        if setter is None:
            self._save(state)
            self._write(BUILD)
            return
        self._save(setter)
        self._save(obj)
        self._save(state)
        self._write(TUPLE2)
        self._write(REDUCE)
        self._write(POP)

    # ---- what has no parts -----------------------------------------------------------------------

    def _save_bool(self, obj):
        self._write(b"I01\n" if obj else b"I00\n")

    def _save_int(self, n):
        """One that is long, or in an old protocol."""
        if not self.bin and -0x80000000 <= n <= 0x7fffffff:
            self._write(b"I%d\n" % n)
        elif self._protocol >= 2:
            data = encode_long(n)
            size = len(data)
            self._write((LONG1 + bytes((size,)) if size < 256 else LONG4 + pack("<i", size)) + data)
        else:
            self._write(LONG + repr(n).encode() + b"L\n")

    def _save_float(self, x):
        self._write(FLOAT + repr(x).encode() + b"\n")

    def _save_bytes(self, data):
        """As text, which Python 2 reads too."""
        recipe = (bytes, ()) if not data else (_codecs.encode, (data.decode("latin-1"), "latin1"))
        self._save_recipe(recipe, data)

    def _save_bytearray(self, data):
        if self._protocol < 5:
            return self._save_recipe((bytearray, (bytes(data),) if data else ()), data)
        self._writer.write_long(BYTEARRAY8 + pack("<Q", len(data)), bytes(data))
        self._memoize(data)

    def _save_str(self, text):
        self._write(UNICODE + _raw(text) + b"\n")
        self._memoize(text)

    # ---- containers, as text ---------------------------------------------------------------------

    def _save_tuple(self, items):
        self._write(MARK)
        if not items:
            return self._write(TUPLE)
        for item in items:
            self._save(item)
        if self._writer.knows(items):  # it holds itself, and has been made meanwhile
            self._write(POP * (len(items) + 1))
            self._fetch(items)
            return
        self._write(TUPLE)
        self._memoize(items)

    def _save_list(self, items):
        self._write(MARK + LIST)
        self._memoize(items)
        self._append(iter(items))

    def _save_dict(self, mapping):
        self._write(MARK + DICT)
        self._memoize(mapping)
        self._set_items(iter(mapping.items()))

    def _save_set(self, items):
        self._save_recipe((set, (list(items),)), items)

    def _save_frozenset(self, items):
        if self._protocol < 4:
            return self._save_recipe((frozenset, (list(items),)), items)
        self._write(MARK)
        for item in items:
            self._save(item)
        if self._writer.knows(items):
            self._write(POP_MARK)
            self._fetch(items)
            return
        self._write(FROZENSET)
        self._memoize(items)

    # ---- what comes from iterators ---------------------------------------------------------------

    def _append(self, iterator):
        if not self.bin:
            for item in iterator:
                self._save(item)
                self._write(APPEND)
            return
        self._in_batches(iterator, self._save, APPEND, APPENDS)

    def _save_pair(self, pair):
        self._save(pair[0])
        self._save(pair[1])

    def _set_items(self, iterator):
        def save_checked(pair):
            if not isinstance(pair, tuple) or len(pair) != 2:
                raise TypeError("dict items iterator must return 2-tuples")
            self._save_pair(pair)

        if not self.bin:
            for pair in iterator:
                save_checked(pair)
                self._write(SETITEM)
            return
        self._in_batches(iterator, save_checked, SETITEM, SETITEMS)

    def _in_batches(self, iterator, save, one, many):
        """From an iterator, whose length nobody knows: a last one alone is not worth a mark."""
        missing = object()
        while (first := next(iterator, missing)) is not missing:
            second = next(iterator, missing)
            if second is missing:
                save(first)
                self._write(one)
                return
            self._write(MARK)
            save(first)
            n = 1
            while second is not missing:
                save(second)
                n += 1
                if n == BATCH:
                    break
                second = next(iterator, missing)
            self._write(many)
            if n != BATCH:
                return

    # ---- by name ---------------------------------------------------------------------------------

    def _save_type(self, cls):
        for value in (None, NotImplemented, ...):
            if cls is type(value):
                return self._save_recipe((type, (value,)), cls)
        self._save_global(cls)

    def _save_global(self, obj, name=None):
        """What can be imported is not written down but named."""
        if name is None:
            name = getattr(obj, "__qualname__", None)
            if name is None:
                name = obj.__name__
        path = name.split(".")
        if isinstance(obj, type) and ("__module__" not in obj.__dict__ or obj.__module__ == name):
            name = "".join(list(name))  # a builtin type makes its name anew each time
        if "<locals>" in path:
            what = "get" if sys.version_info >= (3, 13) else "pickle"
            raise AttributeError(f"Can't {what} local object {name!r}")
        module_name = _module_of(obj, path)
        parent = self._find_parent(obj, module_name, name, path)
        code = copyreg._extension_registry.get((module_name, name)) if self._protocol >= 2 else None
        if code is not None:
            return self._write(EXT1 + bytes((code,)) if code <= 0xff else
                               EXT2 + pack("<H", code) if code <= 0xffff else EXT4 + pack("<i", code))
        if self._protocol >= 4:
            self._save(module_name)
            self._save(name)
            self._write(STACK_GLOBAL)
        elif len(path) == 1:
            self._write_global(module_name, name)
        elif sys.version_info >= (3, 13):
            self._write_attributes(module_name, path)
        else:
            self._save_recipe((getattr, (parent, path[-1])))
        self._memoize(obj)

    def _find_parent(self, obj, module_name, name, path):
        """What the last part of the path is an attribute of; all of it must lead to the object."""
        module = _import(module_name)
        if module is None:
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed")
        missing = object()
        found = module
        for part in path:
            parent, found = found, getattr(found, part, missing)
            if found is missing:
                raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed")
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        return parent

    def _write_global(self, module_name, name):
        if self._fix_imports:
            if (module_name, name) in REVERSE_NAME_MAPPING:
                module_name, name = REVERSE_NAME_MAPPING[module_name, name]
            else:
                module_name = REVERSE_IMPORT_MAPPING.get(module_name, module_name)
        encoding = "utf-8" if self._protocol >= 3 else "ascii"
        try:
            self._write(GLOBAL + module_name.encode(encoding) + b"\n" + name.encode(encoding) + b"\n")
        except UnicodeEncodeError:
            raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using pickle protocol "
                                f"{self._protocol}") from None

    def _write_attributes(self, module_name, path):
        """getattr(getattr(A, 'B'), 'C')"""
        for _ in path[1:]:
            self._save(getattr)
            if self._protocol < 2:
                self._write(MARK)
        self._write_global(module_name, path[0])
        for part in path[1:]:
            self._save(sys.intern(part))
            self._write((TUPLE2 if self._protocol >= 2 else TUPLE) + REDUCE)


_kinds = {bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float, str: Pickler._save_str,
          bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray, tuple: Pickler._save_tuple,
          list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set,
          frozenset: Pickler._save_frozenset}


def _raw(text):
    """A text on one line: \\uXXXX for what is not Latin-1, or would end the line."""
    pieces = []
    for c in text:
        n = ord(c)
        if n >= 0x10000:
            pieces.append(b"\\U%08x" % n)
        elif n >= 0x100 or c in "\\\0\n\r\x1a":
            pieces.append(b"\\u%04x" % n)
        else:
            pieces.append(bytes((n,)))
    return b"".join(pieces)


# The builtin functions' name of their module is another object than the builtin types': each is written.
_BUILTINS = "".join(("built", "ins"))


def _import(name):
    try:
        __import__(name)
    except (ImportError, ValueError):
        return None
    return sys.modules.get(name)


def _module_of(obj, path):
    """Where it says that it is from; else the first module that has it."""
    name = getattr(obj, "__module__", None)
    if name == "builtins" and type(obj) is BuiltinFunctionType:
        return _BUILTINS
    if name is not None:
        return name
    for name, module in list(sys.modules.items()):
        if name in ("__main__", "__mp_main__") or module is None:
            continue
        found = module
        for part in path:
            found = getattr(found, part, None)
        if found is obj:
            return name
    return "__main__"


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """An object as bytes."""
    pickler = Pickler.__new__(Pickler)
    pickler._begin(protocol, fix_imports, buffer_callback)
    return pickler._dump(obj)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)
