#!/usr/bin/env python3
"""Reads the insides of a real CPython's objects, as the state of a program at its end.

    probe.py FILE        runs FILE under this interpreter and prints the state as one JSON object

FILE runs unchanged as `python3 FILE` does: how a program is started decides which constants are one object and who
holds them (the parser's arena keeps every constant until the program is over), so nothing is compiled or executed
here. `inside/sitecustomize.py` calls install() before the program begins; the end is the return of the module's
frame, while its code object, and with it the constants, are still there.

What is read first is read as raw memory, by address: no Python reference to an object of the program exists while
its reference count is taken, so the count needs no correction. Only then are sizes and reprs asked for.

The structures are those of 64-bit builds with the GIL, 3.11 to 3.13 (Include/cpython/listobject.h, dictobject.h,
setobject.h; Include/internal/pycore_dict.h).
"""

import ctypes
import gc
import json
import os
import subprocess
import sys
import tempfile

VERSION = sys.version_info[:2]

# Offsets in bytes from the start of an object.
REFCNT, TYPE, SIZE = 0, 8, 16
LIST_ITEMS, LIST_ALLOCATED = 24, 32
TUPLE_ITEMS = 24
STR_HASH = 24
DICT_USED, DICT_KEYS, DICT_VALUES = 16, 32, 40
KEYS_LOG2_SIZE, KEYS_LOG2_INDEX_BYTES, KEYS_KIND, KEYS_USABLE, KEYS_NENTRIES, KEYS_INDICES = 8, 9, 10, 16, 24, 32
SET_FILL, SET_USED, SET_MASK, SET_TABLE = 16, 24, 32, 40
VALUES_START = 8 if VERSION >= (3, 13) else 0
KINDS = ("general", "unicode", "split")

# Names that every module has; they belong to how the program was started.
BOOT_NAMES = frozenset(("__name__", "__doc__", "__package__", "__loader__", "__spec__", "__annotations__",
                        "__builtins__", "__file__", "__cached__"))
ATOMS = (int, float, complex, bool, type(None), str, bytes, range)


def word(address):
    return ctypes.c_ssize_t.from_address(address).value


def byte(address):
    return ctypes.c_uint8.from_address(address).value


def words(address, count):
    return list((ctypes.c_ssize_t * count).from_address(address)) if count else []


def borrowed(address):
    """The object at an address, with a reference of our own from here on."""
    return ctypes.cast(address, ctypes.py_object).value


def read_list(address):
    items = words(word(address + LIST_ITEMS), word(address + SIZE))
    return {"list": {"allocated": word(address + LIST_ALLOCATED), "items": items}}


def read_tuple(address):
    return {"tuple": {"items": words(address + TUPLE_ITEMS, word(address + SIZE))}}


def dict_indices(keys, size):
    """dk_indices, with -1 for empty and -2 for dummy. An index takes 1, 2, 4 or 8 bytes, by the table's size."""
    width = (1 << byte(keys + KEYS_LOG2_INDEX_BYTES)) // size
    kind = {1: ctypes.c_int8, 2: ctypes.c_int16, 4: ctypes.c_int32}.get(width, ctypes.c_int64)
    return list((kind * size).from_address(keys + KEYS_INDICES))


def dict_entries(address, keys, kind, count):
    """One row an entry: hash, key, value; None for one that was deleted."""
    start = keys + KEYS_INDICES + (1 << byte(keys + KEYS_LOG2_INDEX_BYTES))
    values = word(address + DICT_VALUES)
    rows = []
    for n in range(count):
        if kind == "general":
            hash_, key, value = words(start + 24 * n, 3)
        else:
            key, value = words(start + 16 * n, 2)
            hash_ = word(key + STR_HASH) if key else 0
            if values:
                value = word(values + VALUES_START + 8 * n)
        rows.append({"hash": hash_, "key": key, "value": value} if value else None)
    return rows


def read_dict(address):
    keys = word(address + DICT_KEYS)
    kind, log2_size = KINDS[byte(keys + KEYS_KIND)], byte(keys + KEYS_LOG2_SIZE)
    nentries = word(keys + KEYS_NENTRIES)
    return {"dict": {"kind": kind, "log2_size": log2_size, "usable": word(keys + KEYS_USABLE), "nentries": nentries,
                     "used": word(address + DICT_USED), "indices": dict_indices(keys, 1 << log2_size),
                     "entries": dict_entries(address, keys, kind, nentries)}}


def read_set(address):
    """A deleted slot holds a key that stands for `dummy`, and the hash -1, which no object has."""
    mask, table = word(address + SET_MASK), word(address + SET_TABLE)
    slots = []
    for n in range(mask + 1):
        key, hash_ = words(table + 16 * n, 2)
        slots.append(None if not key else "dummy" if hash_ == -1 else {"hash": hash_, "key": key})
    return {"set": {"mask": mask, "fill": word(address + SET_FILL), "used": word(address + SET_USED), "table": slots}}


READERS = {id(list): read_list, id(tuple): read_tuple, id(dict): read_dict, id(set): read_set,
           id(frozenset): read_set}


def references(figures):
    """The addresses that an object's figures mention."""
    if "list" in figures or "tuple" in figures:
        yield from (figures.get("list") or figures.get("tuple"))["items"]
    elif "dict" in figures:
        for entry in figures["dict"]["entries"]:
            if entry:
                yield from (entry["key"], entry["value"])
    elif "set" in figures:
        for slot in figures["set"]["table"]:
            if slot not in (None, "dummy"):
                yield slot["key"]


def renumber(figures, numbers):
    """Puts object numbers where references() finds addresses."""
    for name in ("list", "tuple"):
        if name in figures:
            figures[name]["items"] = [numbers[item] for item in figures[name]["items"]]
    for entry in figures.get("dict", {}).get("entries", ()):
        if entry:
            entry["key"], entry["value"] = numbers[entry["key"]], numbers[entry["value"]]
    for slot in figures.get("set", {}).get("table", ()):
        if slot not in (None, "dummy"):
            slot["key"] = numbers[slot["key"]]


def read_figures(roots):
    """address -> raw figures, of everything that can be reached; in the order of the walk."""
    found, waiting = {}, list(reversed(roots))
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        count = word(address + REFCNT)
        # 3.12 and 3.13 read the low 32 bits as signed: below zero is immortal.
        figures = {"refcount": count, "immortal": VERSION >= (3, 12) and bool(count & 1 << 31)}
        figures.update(READERS.get(word(address + TYPE), lambda _: {})(address))
        found[address] = figures
        waiting.extend(reversed(list(references(figures))))
    return found


def ask(address, figures):
    """What only the object itself can tell; called when every count has been read."""
    value = borrowed(address)
    figures["type"] = type(value).__name__
    figures["sizeof"] = sys.getsizeof(value)
    figures["tracked"] = gc.is_tracked(value)
    if type(value) in ATOMS or is_atomic_tuple(value):
        figures["repr"] = repr(value)


def is_atomic_tuple(value):
    return type(value) is tuple and all(type(item) in ATOMS or is_atomic_tuple(item) for item in value)


def words_known_before(source):
    """The words of a program that are interned before it begins: who holds them, and whether they are immortal,
    depends on what was imported until then. A mortal string leaves the interned ones with its last reference, so
    that asking changes nothing; on 3.12, where interning is for ever, every such word is immortal anyway."""
    if VERSION == (3, 12):
        return []
    text = "".join(char if char.isidentifier() or char.isdigit() else " " for char in source)
    known = []
    for word in sorted(set(text.split())):
        copy = "".join([word[:1], word[1:]])
        if sys.intern(copy) is not copy or len(word) < 2:
            known.append(word)
    return known


def snapshot(namespace):
    """The state of the objects that the names of a dict reach. `namespace` is the address of the dict."""
    entries = read_dict(namespace)["dict"]["entries"]
    names = {borrowed(entry["key"]): entry["value"] for entry in entries if entry}
    names = {name: address for name, address in names.items() if name not in BOOT_NAMES}
    found = read_figures(list(names.values()))
    numbers = {address: number for number, address in enumerate(found, 1)}
    for address, figures in found.items():
        ask(address, figures)
        renumber(figures, numbers)
    return {"python": "%d.%d" % VERSION, "names": {name: numbers[address] for name, address in names.items()},
            "objects": {str(numbers[address]): figures for address, figures in found.items()}}


# ---------------------------------------------------------------- in the program's process
class Moment:
    """The moment at which the state is read: the return of the module's frame.

    What watches for it touches nothing else: on 3.12 and later an event of sys.monitoring that is local to the
    module's code object; on 3.11 a profile function called from C, since one set by sys.setprofile would make
    every function's frame build a dict of its locals, which holds references.
    """

    def __init__(self, output):
        self.output = output
        self.namespace = id(sys.modules["__main__"].__dict__)
        with open(sys.argv[0], encoding="utf-8") as file:
            self.known = words_known_before(file.read())

    def reached(self):
        collecting = gc.isenabled()
        gc.disable()
        state = dict(snapshot(self.namespace), known=self.known)
        if collecting:
            gc.enable()
        with open(self.output, "w", encoding="ascii") as file:
            json.dump(state, file)

    def watch(self):
        if VERSION >= (3, 12):
            self.watch_monitoring(sys.monitoring)
        else:
            self.watch_profile()

    def watch_monitoring(self, monitoring):
        tool, events = monitoring.PROFILER_ID, monitoring.events
        monitoring.use_tool_id(tool, "probe")

        def start(code, _offset):
            if code.co_name == "<module>" and code.co_filename == os.path.abspath(sys.argv[0]):
                monitoring.set_events(tool, 0)
                monitoring.set_local_events(tool, code, events.PY_RETURN)

        def end(_code, _offset, _value):
            monitoring.free_tool_id(tool)
            self.reached()

        monitoring.register_callback(tool, events.PY_START, start)
        monitoring.register_callback(tool, events.PY_RETURN, end)
        monitoring.set_events(tool, events.PY_START)

    def watch_profile(self):
        returning = 3                       # PyTrace_RETURN
        trampoline = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)

        def profile(_, frame, what, value):
            if what == returning and value and self.is_module(borrowed(frame)):
                ctypes.pythonapi.PyEval_SetProfile(None, None)
                self.reached()
            return 0

        self.kept = trampoline(profile)
        ctypes.pythonapi.PyEval_SetProfile(self.kept, None)

    def is_module(self, frame):
        return frame.f_code.co_name == "<module>" and id(frame.f_globals) == self.namespace


def install(output):
    """Called before the program begins: at its end the state is written to the file `output`."""
    # Python objects made now would stand between the program and its start; this one must outlive it.
    global moment
    moment = Moment(output)
    gc.collect()                        # what was imported for the probe shall not bring a collection nearer
    moment.watch()


# ---------------------------------------------------------------- in the process that asks
class Failure(Exception):
    """The program did not come to its end."""


def state_of(path, python=sys.executable, env=None):
    """The state of a program at its end, with what it printed under "stdout"."""
    here = os.path.dirname(os.path.abspath(__file__))
    handle, output = tempfile.mkstemp(suffix=".json")
    os.close(handle)
    env = dict(os.environ if env is None else env, PYTHONPATH=os.path.join(here, "inside"), PROBE_OUTPUT=output,
               PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")
    try:
        done = subprocess.run([python, str(path)], capture_output=True, env=env, timeout=60)
        with open(output, encoding="ascii") as file:
            text = file.read()
        if not text:
            raise Failure("%s: no state, exit status %s\n%s" % (path, done.returncode, done.stderr.decode()))
        state = json.loads(text)
        state["stdout"] = done.stdout.decode("utf-8", "backslashreplace")
        return state
    finally:
        os.unlink(output)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(json.dumps(state_of(sys.argv[1]), indent=1))
