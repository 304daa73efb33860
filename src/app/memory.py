"""What the observer and the recorder of `pyviz verify` have in common: reading a real CPython's memory from inside it.

Each of them stands behind this text and outside.py, in one file, which is put on PYTHONPATH as `sitecustomize`, so that the program
itself is started by `python3 FILE`, by nobody else: how a program is started decides which of its constants are one
object and who holds them. The environment says in PYVIZ_OBSERVER to which descriptor to write.

The structures are those of 64-bit builds with the GIL, CPython 3.11 to 3.13.
"""

import sys

_MODULES_BEFORE = set(sys.modules)

import gc

_COUNTS_BEFORE, _STATS_BEFORE = gc.get_count(), gc.get_stats()

import builtins
import ctypes
import os
from _struct import pack, unpack

# What a program puts in the place of builtin functions, or of those of sys and os, is not called from here: functions
# that are made from now on find what there was.
__builtins__ = vars(builtins).copy()
_write, _exit, _fstat = os.write, os._exit, os.fstat
_getsizeof, _getframe, _get_recursion_limit = sys.getsizeof, sys._getframe, sys.getrecursionlimit

_VERSION = sys.version_info[:2]
_string_at = ctypes.string_at

# Of a frame (Include/internal/pycore_frame.h).
if _VERSION >= (3, 12):
    _FRAME_CODE, _FRAME_PREVIOUS, _FRAME_LOCALS, _FRAME_OWNER, _FRAME_SLOTS = 0, 8, 40, 70, 72
else:
    _FRAME_CODE, _FRAME_PREVIOUS, _FRAME_LOCALS, _FRAME_OWNER, _FRAME_SLOTS = 32, 48, 24, 69, 72
_FRAME_PLACE = 56
_OWNED_BY_C = 3
_FRAME_OF_OBJECT = 24


# All of memory, as words: reading one makes nothing that the collector knows.
_memory = (ctypes.c_ssize_t * (1 << 44)).from_address(0)


def _word(address):
    return _memory[address >> 3]


_CODE = type(_word.__code__)


def _words(address, count):
    return unpack("%dq" % count, _string_at(address, 8 * count)) if count > 0 else ()


_pointer = ctypes.c_void_p()
_pointed = ctypes.py_object.from_address(ctypes.addressof(_pointer))


def _borrowed(address):
    """The object at an address, with a reference of our own from here on: for one expression, no longer."""
    _pointer.value = address
    return _pointed.value


def _interpreter():
    """(start, bytes) of the interpreter's state; more may be read than is its own."""
    function = ctypes.pythonapi.PyInterpreterState_Get
    function.restype = ctypes.c_void_p
    start = function()
    end = start
    with open("/proc/self/maps", encoding="ascii") as maps:
        for line in maps:
            place, rights, _, _, inode = line.split()[:5]
            first, last = (int(word, 16) for word in place.split("-"))
            if first <= end < last and rights.startswith("rw") and (end == start or inode == "0"):
                end = last              # what is nobody's file may go on there
    return start, _string_at(start, min(1 << 19, end - start))


class _Collector:
    """The three generations, found in the interpreter's state by thresholds that nobody else has; what stands behind
    them (Include/internal/pycore_gc.h): the permanent one, three for each of them, a flag, garbage, callbacks, totals."""

    _PERMANENT, _STATS, _GARBAGE, _CALLBACKS, _TOTALS = 80, 104, 184, 192, 200

    def __init__(self):
        before = gc.get_threshold()
        marks = (1000003, 1000033, 1000037)
        self.generations = []
        gc.set_threshold(*marks)
        try:
            start, memory = _interpreter()
            for at in range(0, len(memory) - 300, 4):
                if all(unpack("i", memory[at + 24 * n:at + 24 * n + 4])[0] == marks[n] for n in range(3)):
                    self.generations = [start + at - 16 + 24 * n for n in range(3)]
                    break
        finally:
            gc.set_threshold(*before)
        if not self.generations:
            raise LookupError("no collector in the interpreter's state")
        self.first = self.generations[0]
        self.behind = self.first + self.first % 8   # what follows the three begins at a multiple of 8
        if _words(self.behind + self._GARBAGE, 2) != (id(gc.garbage), id(gc.callbacks)):
            raise LookupError("the collector's state is laid out otherwise")
        self.youngest = ctypes.c_int.from_address(self.first + 20)
        self.permanent = self.behind + self._PERMANENT
        self.enabled = self.find_enabled()
        # The first of each; in Debian's CPython 3.13 at no multiple of 8.
        self.first_of = {head: ctypes.c_ssize_t.from_address(head) for head in (*self.generations, self.permanent)}

    def find_enabled(self):
        """The flag that gc.disable() clears, somewhere in front of the generations."""
        was_enabled = gc.isenabled()
        for offset in range(4, 20, 4):
            flag = ctypes.c_int.from_address(self.first - offset)
            gc.disable()
            off = flag.value
            gc.enable()
            if (off, flag.value) == (0, 1):
                break
        else:
            raise LookupError("the collector has no flag")
        if not was_enabled:
            gc.disable()
        return flag

    def counts(self):
        return [unpack("i", _string_at(generation + 20, 4))[0] for generation in self.generations]

    def set_counts(self, counts):
        for generation, count in zip(self.generations, counts):
            ctypes.c_int.from_address(generation + 20).value = count

    def stats(self):
        """Collections, collected, uncollectable: of the youngest, and so on."""
        return _words(self.behind + self._STATS, 9)

    def set_stats(self, stats):
        for n, each in enumerate(stats):
            row = each["collections"], each["collected"], each["uncollectable"]
            ctypes.memmove(self.behind + self._STATS + 24 * n, pack("3q", *row), 24)

    def set_totals(self, totals):
        ctypes.memmove(self.behind + self._TOTALS, pack("2q", *totals), 16)

    def listen(self, callbacks):
        """The collector calls what is in this list from now on, not what is in gc.callbacks: until the very end, when
        nobody else may hold it any more."""
        _memory[id(callbacks) >> 3] += 1
        ctypes.c_void_p.from_address(self.behind + self._CALLBACKS).value = id(callbacks)

    def members(self, head, most=50000):
        """The addresses of the objects of a generation, its list walked as the collector does."""
        found, at = set(), self.first_of[head].value
        while at != head and len(found) < most:
            found.add(at + 16)
            at = _word(at)
        return found

    def size(self, head):
        """How many objects are in a generation: nothing that the collector knows is made in here."""
        at, size = self.first_of[head].value, 0
        while at != head:
            size += 1
            at = _word(at)
        return size

    def sizes(self):
        """Of each generation, and of the permanent one."""
        first = self.first
        youngest, middle, oldest = self.size(first), self.size(first + 24), self.size(first + 48)
        permanent = self.size(self.permanent)
        return youngest, middle, oldest, permanent

    def totals(self):
        """Of long-lived objects: all, and those that have come since the last full collection."""
        return _words(self.behind + self._TOTALS, 2)


_set_recursion_limit = ctypes.pythonapi.Py_SetRecursionLimit
_set_recursion_limit.restype = None
_ROOM = 500     # calls that may be nested here, wherever the program stands


class _FreeLists:
    """What CPython keeps of lists, dicts and tuples to use again. Ours are others than the program's: `exchange` swaps
    the two, so that nothing that is done meanwhile changes what the program finds. Between the last two steps of one
    exchange and of the next, no tuple, list or dict may be made that lives on."""

    # 80 lists and their number; 80 dicts, 80 tables, the two numbers behind each or, in 3.12, behind both; tuples of
    # 1 to 20 items, and their numbers.
    _LIST, _DICT, _TUPLE = 648, 1296, 240
    _DICTS_AT, _TABLES_AT = (1280, 1284) if _VERSION == (3, 12) else (640, 1288)

    def __init__(self):
        start, memory = _interpreter()
        lists = self.find_array(start, len(memory), lambda: [], 640)
        dicts = self.find_array(start, len(memory), lambda: {}, self._DICTS_AT)
        tuples = self.find_tuples(start, len(memory))
        size = ctypes.c_char * self._LIST, ctypes.c_char * self._DICT, ctypes.c_char * self._TUPLE
        self.lists, self.dicts, self.tuples = (
            kind.from_address(at) for kind, at in zip(size, (lists, dicts, tuples)))
        self.slice = ctypes.c_size_t.from_address(self.find_slice(start, len(memory)))
        self.other_lists, self.other_dicts = bytes(self._LIST), bytes(self._DICT)
        self.other_tuples, self.other_slice = bytes(self._TUPLE), 0

    @staticmethod
    def freed(objects):
        """The addresses of objects that have just gone, as they lie in memory."""
        addresses = list(map(id, objects))
        while objects:
            objects.pop(0)
        return addresses

    def find_array(self, start, size, make, number_at):
        """Where 80 pointers stand, and so far behind their start their number, by what was put there just now; the
        number falls when one is taken, and rises when it comes back."""
        addresses = self.freed([make() for _ in range(3)])
        memory = _string_at(start, size)
        for address in addresses:
            at = memory.find(pack("q", address))
            while at >= 0:
                for array in range(at, max(at - 640, 0), -8):
                    number = ctypes.c_int.from_address(start + array + number_at)
                    before = number.value
                    if (at - array) // 8 < before <= 80:
                        taken, two = make(), number.value
                        more, one = make(), number.value
                        del taken, more
                        if (two, one, number.value) == (before - 1, before - 2, before):
                            return start + array
                at = memory.find(pack("q", address), at + 1)
        raise LookupError("no free list found")

    def find_tuples(self, start, size):
        addresses = self.freed([tuple(map(str, range(size))) for size in (15, 16, 17)])
        memory = _string_at(start, size)
        at = memory.find(pack("3q", *addresses))
        if at < 14 * 8:
            raise LookupError("no free lists of tuples found")
        return start + at - 14 * 8

    @staticmethod
    def find_slice(start, size):
        """Where the one slice stands that is kept: nothing is there while it is in use."""
        address = id(slice(start, None))
        memory = _string_at(start, size)
        at = memory.find(pack("q", address))
        while at >= 0:
            taken = slice(start, None)
            if not at % 8 and id(taken) == address and not _word(start + at):
                return start + at
            del taken
            at = memory.find(pack("q", address), at + 1)
        raise LookupError("no kept slice found")

    def exchange(self):
        """First the lists and dicts, then the tuples; back in the same order, since no tuple is made in here."""
        kept = self.lists.raw
        self.lists.raw = self.other_lists
        self.other_lists = kept
        kept = self.dicts.raw
        self.dicts.raw = self.other_dicts
        self.other_dicts = kept
        kept = self.tuples.raw
        self.tuples.raw = self.other_tuples
        self.other_tuples = kept
        kept = self.slice.value
        self.slice.value = self.other_slice
        self.other_slice = kept

    def lengths(self):
        """While they are exchanged: how many lists, dicts, tables of dicts, slices, and tuples of 1 to 20 items."""
        dicts, tables = (unpack("i", self.other_dicts[at:at + 4])[0] for at in (self._DICTS_AT, self._TABLES_AT))
        return [unpack("i", self.other_lists[640:644])[0], dicts, tables, int(self.other_slice != 0),
                *unpack("20i", self.other_tuples[160:240])]


class _Guest:
    """What runs in the program's midst, and leaves no trace in its counts and free lists."""

    def __init__(self, collector, free_lists):
        self.collector, self.free_lists = collector, free_lists
        self.youngest, self.enabled = collector.youngest, collector.enabled
        self.busy = False       # a tracer has nothing to look at then

    def step_aside(self):
        """Nothing that is done from here on counts, nor uses what the program has given back. No tuple may be made
        before, and none until the caller calls."""
        self.busy = True
        self.count_before, self.enabled_before = self.youngest.value, self.enabled.value
        self.enabled.value = 0
        try:
            self.free_lists.exchange()
        except RecursionError:      # the program stands so deep that not even this may be called
            self.enabled.value, self.busy = self.enabled_before, False
            raise
        self.depth = _get_recursion_limit()
        _set_recursion_limit(self.depth + _ROOM)

    def step_back(self):
        _set_recursion_limit(self.depth)
        self.free_lists.exchange()
        self.enabled.value = self.enabled_before
        self.youngest.value = self.count_before
        self.busy = False


def _tracked(constants, found):
    """Of all tuples among the constants of code: which of them the collector knows still. It forgets them when it
    comes by, perhaps while the program is being compiled."""
    for each in constants:
        if type(each) is tuple and each:
            found.append("01"[_word(id(each) - 16) != 0])
            _tracked(each, found)
        elif type(each) is _CODE:
            _tracked(each.co_consts, found)
        elif type(each) is frozenset:
            _tracked(each, found)
    return found


def _subclassed():
    """The builtin types that have subclasses, which they keep in dicts."""
    return ",".join(sorted({kind.__name__ for kind in vars(builtins).values()
                            if isinstance(kind, type) and type.__subclasses__(kind)}))


def _boot_record(code, collector, free_lists, count, outside):
    """What pyviz is told of the moment at which the program's code begins: include/pyviz/machine/boot_record.h."""
    sizes, stats = collector.sizes(), collector.stats()
    return "R " + " ".join(map(str, [count, *collector.counts()[1:], *sizes, *stats[0::3], *stats[1::3], *collector.totals(),
                                     *free_lists.lengths(), outside,
                                     "".join(_tracked(code.co_consts, ["c"])), _subclassed()]))


def _hide_own():
    """The modules imported so far are not the program's, nor are their exceptions among those that there are."""
    from _weakref import getweakrefs
    modules = set(sys.modules) - _MODULES_BEFORE
    own = [kind for kind in _exceptions(BaseException) if kind.__module__ in modules]
    known = [ref for kind in own for ref in getweakrefs(kind)]
    for subclasses in gc.get_referrers(*known):
        if isinstance(subclasses, dict):
            for kind in own:
                subclasses.pop(id(kind), None)
    for name in modules:
        del sys.modules[name]


def _exceptions(base):
    for kind in type.__subclasses__(base):
        yield kind
        yield from _exceptions(kind)


_NOISY = ("this", "antigravity", "__main__")


def _load(folder):
    """What the program will import of CPython's library is imported now: what that allocates is nobody's lesson, and
    pyviz has modules of its own in its place. A line of `imports` is a module's name, and perhaps one from it."""
    with open(os.path.join(folder, "imports"), encoding="utf-8") as file:
        for line in file:
            name, *part = line.split()
            if name.partition(".")[0] not in sys.stdlib_module_names or name in _NOISY:
                continue
            try:
                __import__(name)
                if name in ("datetime", "time"):
                    __import__("_strptime")         # at the first strptime() it looks at the clock
                if part and not hasattr(sys.modules[name], part[0]):
                    __import__(name + "." + part[0])
            except Exception:           # the program will see for itself
                pass


def _names_of(script):
    """What the program's code objects may have as their file."""
    absolute = os.path.join(os.getcwd(), script)    # with .. and . in it, as CPython has it
    return {"-c": ("<string>",), "-": ("<stdin>",)}.get(script, (script, absolute, os.path.abspath(script)))


def _told(error):
    """What the observer itself has failed in."""
    at = error.__traceback__
    while at.tb_next:
        at = at.tb_next
    text = "! %s: %s, line %d" % (type(error).__name__, error, at.tb_lineno)
    return text.replace("\n", " ").encode("ascii", "backslashreplace").decode()


def _site(folder):
    """The sitecustomize in whose place this one stands."""
    import importlib.machinery
    found = importlib.machinery.PathFinder.find_spec("sitecustomize", sys.path)
    if found and found.origin and os.path.dirname(os.path.abspath(found.origin)) != folder:
        with open(found.origin, "rb") as file:
            exec(compile(file.read(), found.origin, "exec"), {"__name__": "sitecustomize", "__file__": found.origin})


def _begin(watch):
    """Calls watch(pipe, folder, words), what stands behind this text; the program begins soon after."""
    words = os.environ.pop("PYVIZ_OBSERVER").split()
    pipe = int(words[0])
    try:
        folder = os.path.dirname(os.path.abspath(__file__))
        sys.path[:] = [entry for entry in sys.path if entry != folder]
        os.environ.pop("PYTHONPATH", None)
        os.set_inheritable(pipe, False)
        sys.stdout.reconfigure(line_buffering=True)     # as on a terminal
        _site(folder)
        _hide_own()
        _load(folder)
        watch(pipe, folder, words[1:])
    except BaseException as error:      # nothing of this may look like the program's own failure
        _write(pipe, (_told(error) + "\n").encode("ascii"))
        _exit(1)
