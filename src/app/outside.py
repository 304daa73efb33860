"""What comes to a program from outside: while CPython runs it for `pyviz verify`, it gets what pyviz gives.

Clocks and chance would make any two runs differ. So the few functions of the C library that CPython asks are replaced,
in the table by which the file that holds CPython calls others: clocks stand still but for a millisecond at each look,
and for what sleep() was asked for, which takes no time; bytes of chance come from src/machine/modules/random.c and
modules/python/posix.py. Locks look at the monotonic clock, too; only where time's functions do, it goes on. print()
takes such a lock for each line: where the time is read it may be no Python that tells it, or the collector, if it is
due, would come by there. What atexit is asked to call is counted from the program's beginning. An event loop waits for
its timers in epoll_wait: if nothing else is ready, that takes no time, either. When the interpreter was built, by
what, and where it lies, is pyviz's too: src/machine/modules/sys.c.
"""

import atexit
import time

_START_OF_TIME, _TICK, _SECOND = 1735689600, 1000000, 1000000000     # seconds, nanoseconds
_CLOCK_OF_THE_WORLD, _MONOTONIC, _CLOCKS_OF_WORK = 0, 1, (2, 3)
_SEED_SIZE = 624 * 4        # so many bytes are asked for to seed a generator of random numbers
_PROCESS = 1000             # the machine's os.getpid()


_libc = ctypes.CDLL(None)    # kept: it is a cycle, garbage for the program's collector to find
_DEFINITION = 16            # of a builtin function: where its name stands, and what it calls
_METHOD_DEFINITION = 40     # of a method of a builtin type
_NO_ARGUMENTS = ctypes.py_object, ctypes.c_void_p, ctypes.c_void_p

# clock_gettime() in machine code: of the monotonic clock the 16 bytes at the first address are the time, any other clock
# is the function's at the second one.
_READ_CLOCK = {"x86_64": (
    "83 ff 01",             # cmp edi, CLOCK_MONOTONIC
    "75 13",                # jne to the second address
    "48 b8", "q",           # mov rax, the first address
    "0f 10 00",             # movups xmm0, [rax]
    "0f 11 06",             # movups [rsi], xmm0
    "31 c0",                # xor eax, eax
    "c3",                   # ret
    "48 b8", "q",           # mov rax, the second address
    "ff e0")}               # jmp rax
_PAGE, _READ, _WRITE, _EXECUTE, _PRIVATE_ANONYMOUS = 4096, 1, 2, 4, 0x22


class _Replaced:
    """Functions of the C library that are others now, until CPython begins to end: it asks for the time then, too."""

    def __init__(self):
        self.before, self.held = [], []
        atexit.register(self.restore)

    def put(self, slot, function, result, *arguments):
        self.put_address(slot, self.address(function, result, *arguments))

    def address(self, function, result, *arguments):
        self.held.append(ctypes.PYFUNCTYPE(result, *arguments)(function))
        return ctypes.cast(self.held[-1], ctypes.c_void_p).value

    def put_address(self, slot, address):
        page = slot & -_PAGE
        _protect(page, slot + 8 - page, _READ | _WRITE)
        self.before.append((slot >> 3, _word(slot)))
        _memory[slot >> 3] = address

    def restore(self):
        for place, function in self.before:
            _memory[place] = function


def _protect(address, size, rights):
    if _libc.mprotect(ctypes.c_void_p(address), ctypes.c_size_t(size), rights):
        raise OSError


def _pages(count):
    place = ctypes.PYFUNCTYPE(ctypes.c_ssize_t, ctypes.c_ssize_t, ctypes.c_size_t, ctypes.c_int, ctypes.c_int,
                              ctypes.c_int, ctypes.c_long)(("mmap", _libc))
    address = place(0, count * _PAGE, _READ | _WRITE, _PRIVATE_ANONYMOUS, -1, 0)
    if address == -1:
        raise OSError
    return address


class _Outside(_Guest):
    def __init__(self, collector, free_lists):
        super().__init__(collector, free_lists)
        self.hash_seed = int(os.environ.get("PYTHONHASHSEED", "0"))
        self.now = _pages(2)
        self.begin()
        global _replaced
        _replaced = _Replaced()
        try:
            slots = _slots(("clock_gettime", "time", "clock_nanosleep", "getrandom"),
                           ctypes.cast(ctypes.pythonapi.PyLong_FromLong, ctypes.c_void_p).value)
            put = _replaced.put
            _replaced.put_address(slots["clock_gettime"], self.read_clock(
                _replaced.address(self.clock_gettime, ctypes.c_int, ctypes.c_int, ctypes.c_void_p)))
            put(slots["time"], self.time, ctypes.c_long, ctypes.c_void_p)
            put(slots["clock_nanosleep"], self.clock_nanosleep, ctypes.c_int, ctypes.c_int, ctypes.c_int,
                ctypes.c_void_p, ctypes.c_void_p)
            put(slots["getrandom"], self.getrandom, ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_uint)
            for function in (time.monotonic, time.perf_counter):
                put(_word(id(function) + _DEFINITION) + 8, self.monotonic, *_NO_ARGUMENTS)
            for function in (time.monotonic_ns, time.perf_counter_ns):
                put(_word(id(function) + _DEFINITION) + 8, self.monotonic_ns, *_NO_ARGUMENTS)
            self.at_exit = ctypes.PYFUNCTYPE(*_NO_ARGUMENTS)(_word(_word(id(atexit._ncallbacks) + _DEFINITION) + 8))
            put(_word(id(atexit._ncallbacks) + _DEFINITION) + 8, self.own_callbacks, *_NO_ARGUMENTS)
            self.put_waiting(put)
            self.word = "alike"
        except (LookupError, OSError):
            self.word = "apart"
        if "random" in sys.modules:
            self.seeds = 0
            sys.modules["random"].seed()

    def put_waiting(self, put):
        if "select" not in sys.modules:
            return
        method = sys.modules["select"].epoll.__dict__["poll"]
        slots = _slots(("epoll_wait",), _word(_word(id(method) + _METHOD_DEFINITION) + 8))
        self.really_wait = _libc.epoll_wait
        self.really_wait.argtypes = ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_int
        put(slots["epoll_wait"], self.epoll_wait, ctypes.c_int, *self.really_wait.argtypes)

    def begin(self):
        """The program does: nothing has been asked for yet, but the seed of the generator that `random` has."""
        self.looks = self.slept = self.at_exit_before = 0
        self.tell()
        self.at_exit_before = atexit._ncallbacks()
        self.seeds = 1
        self.chance = None
        sys.executable = "/usr/bin/python3"
        sys.prefix = sys.base_prefix = sys.exec_prefix = sys.base_exec_prefix = "/usr"
        sys.version = "%d.%d.%d (main, Jan  1 2025, 00:00:00) [GCC 12.2.0]" % sys.version_info[:3]

    def read_clock(self, function):
        """The machine code, or the function alone where none is known."""
        code = _READ_CLOCK.get(os.uname().machine)
        if not code:
            return function
        at, addresses = self.now + _PAGE, iter((self.now, function))
        text = b"".join(pack("q", next(addresses)) if part == "q" else bytes.fromhex(part) for part in code)
        ctypes.memmove(at, text, len(text))
        _protect(at, _PAGE, _READ | _EXECUTE)
        return at

    def look(self, count=1):
        self.looks += count
        self.tell()

    def tell(self):
        """The monotonic clock, where the machine code reads it."""
        time = self.passed(_MONOTONIC)
        _memory[self.now >> 3] = time // _SECOND
        _memory[(self.now >> 3) + 1] = time % _SECOND

    # ---- in the place of the C library's
    def passed(self, clock):
        worked = self.looks * _TICK
        if clock in _CLOCKS_OF_WORK:
            return worked
        return worked + self.slept + (_START_OF_TIME * _SECOND if clock == _CLOCK_OF_THE_WORLD else 0)

    def clock_gettime(self, clock, to):
        self.step_aside()
        self.look(clock != _MONOTONIC)
        ctypes.memmove(to, pack("qq", *divmod(self.passed(clock), _SECOND)), 16)
        self.step_back()
        return 0

    def monotonic_ns(self, module, nothing):
        self.look()
        return self.passed(_MONOTONIC)

    def monotonic(self, module, nothing):
        self.look()
        return self.passed(_MONOTONIC) / _SECOND

    def own_callbacks(self, module, nothing):
        """What atexit calls: that which was there before the program is not counted."""
        return self.at_exit(module, nothing) - self.at_exit_before

    def time(self, to):
        self.step_aside()
        self.look()
        seconds = self.passed(_CLOCK_OF_THE_WORLD) // _SECOND
        if to:
            ctypes.memmove(to, pack("q", seconds), 8)
        self.step_back()
        return seconds

    def clock_nanosleep(self, clock, absolute, request, _):
        self.step_aside()
        seconds, ns = _words(request, 2)
        until = seconds * _SECOND + ns
        self.slept = max(until - self.looks * _TICK, self.slept) if absolute else self.slept + until
        self.tell()
        self.step_back()
        return 0

    def epoll_wait(self, number, events, most, timeout):
        self.step_aside()
        ready = self.really_wait(number, events, most, min(timeout, 0))
        if not ready and timeout > 0:
            self.slept += timeout * _TICK
            self.tell()
        self.step_back()
        return ready

    def getrandom(self, to, size, _):
        self.step_aside()
        ctypes.memmove(to, self.bytes(size), size)
        self.step_back()
        return size

    def bytes(self, size):
        if size == _SEED_SIZE:
            self.seeds += 1
            return pack("QII", self.hash_seed, self.seeds - 1, 0x70797669).ljust(size, b"\0")
        if self.chance is None:
            from _random import Random
            self.chance = Random(_PROCESS)
        return self.chance.getrandbits(8 * size).to_bytes(size, "little") if size else b""


def _slots(names, inside):
    """Where the addresses of functions stand by which the file calls them that has an address: System V ABI,
    chapter 5."""
    base = _loaded_at(inside)
    moved = base if _string_at(base + 16, 1) == b"\3" else 0
    first, (size, count) = _word(base + 32), unpack("HH", _string_at(base + 54, 4))
    headers = [unpack("IIQQQQQQ", _string_at(base + first + n * size, 56)) for n in range(count)]
    table = next(moved + header[3] for header in headers if header[0] == 2)
    entries = {}
    while _word(table):
        entries[_word(table)] = _word(table + 8)
        table += 16
    place = lambda tag: entries[tag] if entries[tag] >= base else entries[tag] + moved
    found = {}
    for start, length in ((23, 2), (7, 8)):
        if start in entries and len(found) < len(names):
            row = _words(place(start), entries[length] // 8)
            for offset, info in zip(row[::3], row[1::3]):
                if info >> 32:
                    symbol = unpack("I", _string_at(place(6) + 24 * (info >> 32), 4))[0]
                    name = _string_at(place(5) + symbol).decode("ascii", "replace")
                    if name in names:
                        found[name] = moved + offset
    if len(found) < len(names):
        raise LookupError("not all of them are called by way of that table")
    return found


def _loaded_at(address):
    """Where the file begins in memory whose code lies at an address."""
    starts = {}
    with open("/proc/self/maps", encoding="utf-8", errors="replace") as maps:
        for line in maps:
            place, _, offset, _, _, *path = line.split(None, 5)
            first, last = (int(word, 16) for word in place.split("-"))
            if path and int(offset, 16) == 0:
                starts.setdefault(path[0], first)
            if first <= address < last and path:
                return starts[path[0]]
    raise LookupError("CPython is no file in memory")
