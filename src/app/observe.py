"""The observer of `pyviz verify`: tells, from inside a real CPython, what a program's objects look like in memory.

It stands behind memory.py and outside.py, in one file. The file `plan` beside that one lists the program's statements.

At every statement the program stands still and its objects are read as raw memory, by address: no reference of
Python's exists to an object whose reference count is taken, so the count needs no correction. What is read goes out
as lines of words:

    V 3.12.1            the interpreter's version
    C n...              the statements (their places in the plan) that have code of their own
    R n...              the boot record: the program begins
    L n...              statements that began, without more about them
    S n bytes times n0 n1 n2    a statement begins (-1: the end of the module), so much has been printed, so often
                        has the collector run, its counts; all that can be seen follows:
    F name number...    a frame, outermost first: its names, sorted, and the numbers of their objects
    O type refcount sizeof tracked generation payload...    the objects in the order of their numbers, from 1
    .                   that was all of it
    Q                   the rest of a long run is not watched
    E, X                the module has returned; has been left by an exception
    ! text              the observer itself has failed

Words hold no blanks: what is no visible ASCII character is written as backslash, its code in hexadecimal, and a dot.
"""

# Of a type: tp_name, tp_basicsize, tp_flags.
_TYPE_NAME, _TYPE_BASICSIZE, _TYPE_FLAGS = 24, 32, 168
_INLINE_VALUES, _MANAGED_DICT, _HEAP_TYPE, _HAVE_GC = 1 << 2, 1 << 4, 1 << 9, 1 << 14
_IS_LIST, _IS_TUPLE, _IS_DICT, _IS_TYPE = 1 << 25, 1 << 26, 1 << 29, 1 << 31
_VALUES_START = 8 if _VERSION >= (3, 13) else 0
_KINDS = ("general", "unicode", "split")
_UNTOLD = "?"
_IMMORTAL = 0xffffffff
_COLLECTING = 2     # of a head's second word: the object is in a list of a collection under way
_LONGEST_TEXT = 1000
_PLAIN = 10 ** 15   # of ints: they need no second look

# Names that every module has; they belong to how the program was started.
_BORN_WITH = frozenset(("__name__", "__doc__", "__package__", "__loader__", "__spec__", "__annotations__",
                        "__builtins__", "__file__", "__cached__", "__warningregistry__"))


def _escaped(text):
    """A word: visible ASCII only."""
    if text.isascii() and text.isprintable() and " " not in text and "\\" not in text:
        return text or "\\."
    return "".join(char if "!" <= char <= "~" and char != "\\" else "\\%x." % ord(char) for char in text)


def _find_cached_keys():
    """The place of ht_cached_keys in a class: behind its name, its qualified name and its slots."""
    class Probe:
        pass
    name = id(Probe.__name__)
    size = type.__sizeof__(Probe) // 8
    return 8 * (_words(id(Probe), size).index(name) + 3)


_CACHED_KEYS = _find_cached_keys()

# A class as type has it: what a metaclass of the program's tells is not asked.
_name_of, _bases_of, _order_of, _dict_of = (
    type.__dict__[name].__get__ for name in ("__name__", "__bases__", "__mro__", "__dict__"))


# ---------------------------------------------------------------- reading objects
class _Reader:
    """One moment: objects get numbers in the order in which they are met."""

    def __init__(self, observer):
        self.known, self.collector, self.own = observer.known, observer.collector, observer.own
        self.numbers, self.order = {}, []
        self.counted, self.handled = observer.counted, observer.handled
        self.own_sizeof, self.kinds = {}, {}

    def number(self, address):
        if not address:
            return 0
        number = self.numbers.get(address)
        if number is None:
            self.order.append(address)
            number = self.numbers[address] = len(self.order)
        return number

    def objects(self):
        """A line for every object that can be reached."""
        collector = self.collector
        young = [collector.members(head) for head in (*collector.generations[:2], collector.permanent)]
        handled, ahead, order, lines = self.handled, self.ahead, self.order, []
        for address in order:           # which grows meanwhile
            at = address >> 3
            refcount = _memory[at]
            if _memory[at + 1] == _INT and address not in handled and address != ahead:
                lines.append("O int %d %d - - R %s" % (refcount, *self.int(address)))
            else:
                lines.append(self.line(address, young))
        return lines

    @staticmethod
    def int(address):
        """Of an int its size and what its line says of its value: most objects are ints, often."""
        value = _borrowed(address)
        return _getsizeof(value), value if -_PLAIN < value < _PLAIN or value.bit_length() <= 4000 else _UNTOLD

    def line(self, address, young):
        refcount, kind = _words(address, 2)
        if address == self.ahead and refcount < _IMMORTAL:
            refcount -= 1
        if kind == _CODE_KIND and address in self.counted:
            refcount -= 1
        name, flags = self.kinds.get(kind) or self.kind(kind)
        payload = self.payload(address, kind, flags)
        tracked = "-"
        generation = "-"
        if flags & _HAVE_GC and not (flags & _IS_TYPE and not _word(address + _TYPE_FLAGS) & _HEAP_TYPE):
            tracked = 1 if _word(address - 16) else 0
            if tracked and not _word(address - 8) & _COLLECTING:
                generation = 0 if address in young[0] else 1 if address in young[1] else 3 if address in young[2] else 2
        if kind == _STR and self.is_known(address):
            refcount = _UNTOLD
        size = self.sizeof(address, kind, flags)
        if self.is_foreign(address, kind, flags):
            refcount, tracked, size = _UNTOLD, "-", _UNTOLD
        return "O %s %s %s %s %s %s" % (name, self.held(address, refcount), size, tracked, generation, payload)

    def held(self, address, refcount):
        """The count, behind a tilde if a function of the library has had the object in hand."""
        return "~%d" % refcount if address in self.handled and refcount != _UNTOLD else refcount

    def kind(self, kind):
        """The word for a type, and its flags."""
        name = ctypes.c_char_p.from_address(kind + _TYPE_NAME).value.decode().rpartition(".")[2]
        found = self.kinds[kind] = _escaped(name), _word(kind + _TYPE_FLAGS)
        return found

    def is_foreign(self, address, kind, flags):
        """Is it a class or a function of CPython's own modules, or a namespace? Who else uses it is not the program's
        affair."""
        if kind == _FUNCTION:
            return _word(address + 48) not in self.own
        if flags & _IS_TYPE:
            if not _word(address + _TYPE_FLAGS) & _HEAP_TYPE:
                return True
            module = _dict_of(_borrowed(address)).get("__module__")
            return type(module) is not str or module != "__main__"
        return address == _BUILTINS

    def is_known(self, address):
        text = _borrowed(address)
        return len(text) < 2 and _VERSION < (3, 12) or text in self.known

    def sizeof(self, address, kind, flags):
        """sys.getsizeof, unless that would run the program's own code."""
        if flags & _HEAP_TYPE:
            own = self.own_sizeof.get(kind)
            if own is None:
                own = self.own_sizeof[kind] = any(
                    "__sizeof__" in _dict_of(each) for each in _order_of(_borrowed(kind))
                    if _word(id(each) + _TYPE_FLAGS) & _HEAP_TYPE)
            if own:
                return _UNTOLD
        if flags & _IS_TYPE and kind != _TYPE:
            return _UNTOLD
        return _getsizeof(_borrowed(address))

    def payload(self, address, kind, flags):
        if address == _BUILTINS:
            return "-"
        reader = _READERS.get(kind)
        if reader:
            return reader(self, address)
        if flags & _IS_TYPE:
            return self.class_(address)
        parts = []
        if flags & _IS_LIST:
            parts.append(self.list(address))
        elif flags & _IS_TUPLE:
            parts.append(self.tuple(address))
        elif flags & _IS_DICT:
            parts.append(self.dict(address))
        if flags & _HEAP_TYPE and flags & _MANAGED_DICT:
            parts.append(self.instance(address, kind, flags))
        return " ".join(parts) or "-"

    def list(self, address):
        size, items, allocated = _words(address + 16, 3)
        return "L %d %s" % (allocated, self.row(_words(items, size)))

    def tuple(self, address):
        return "T " + self.row(_words(address + 24, _word(address + 16)))

    def row(self, addresses):
        known, words = self.numbers.get, [len(addresses)]
        for address in addresses:
            words.append(known(address) or self.number(address))
        return " ".join(map(str, words))

    def dict(self, address):
        used, _, keys, values = _words(address + 16, 4)
        header = _string_at(keys + 8, 24)
        log2_size, log2_bytes, kind = header[0], header[1], header[2]
        usable, entries_used = unpack("qq", header[8:24])
        size = 1 << log2_size
        width = (1 << log2_bytes) // size
        code = {1: "b", 2: "h", 4: "i"}.get(width, "q")
        indices = unpack("%d%s" % (size, code), _string_at(keys + 32, size * width))
        out = ["D", _KINDS[kind], log2_size, usable, entries_used, used, *indices]
        start = keys + 32 + (1 << log2_bytes)
        for hash_, key, value in self.entries(start, kind, entries_used, values):
            if value:
                out += (hash_, self.number(key), self.number(value))
            else:
                out.append("-")
        return " ".join(map(str, out))

    @staticmethod
    def entries(start, kind, count, values):
        if kind == 0:
            row = _words(start, 3 * count)
            yield from zip(row[::3], row[1::3], row[2::3])
            return
        row = _words(start, 2 * count)
        shared = _words(values + _VALUES_START, count) if values else row[1::2]
        for key, value in zip(row[::2], shared):
            yield (_word(key + 24) if key else 0), key, value

    def set(self, address):
        fill, used, mask, table = _words(address + 16, 4)
        row = _words(table, 2 * (mask + 1))
        out = ["S", mask, fill, used]
        for key, hash_ in zip(row[::2], row[1::2]):
            if not key:
                out.append(".")
            elif hash_ == -1:
                out.append("x")
            else:
                out += (hash_, self.number(key))
        return " ".join(map(str, out))

    def atom(self, address):
        value = _borrowed(address)
        kind = type(value)
        if kind is int and value.bit_length() > 4000 or kind in (str, bytes) and len(value) > _LONGEST_TEXT:
            return "R " + _UNTOLD
        return "R " + _escaped(repr(value))

    def function(self, address):
        """defaults, kwdefaults, closure, and the dict of its attributes."""
        if _word(address + 48) not in self.own:
            return "-"
        return "U " + self.row(_words(address + 56, 3) + _words(address + 88, 1))

    def cell(self, address):
        return "U " + self.row(_words(address + 16, 1))

    def method(self, address):
        return "U " + self.row(_words(address + 16, 2))

    def class_(self, address):
        class_ = _borrowed(address)
        if not _word(address + _TYPE_FLAGS) & _HEAP_TYPE:
            return "-"
        names = [list(map(_name_of, row)) for row in (_bases_of(class_), _order_of(class_))]
        return " ".join(["C", *(" ".join([str(len(row)), *map(_escaped, row)]) for row in names)])

    def instance(self, address, kind, flags):
        """The attributes, sorted by name; from inline values, or from a dict, which is an object of its own then."""
        values, dict_ = self.attributes(address, kind, flags)
        rows = {}
        if values:
            keys = _word(kind + _CACHED_KEYS)
            count = unpack("q", _string_at(keys + 24, 8))[0]
            start = keys + 32 + (1 << _string_at(keys + 9, 1)[0])
            for _, key, value in self.entries(start, 2, count, values):
                if value:
                    rows[_borrowed(key)] = value
        elif dict_:
            rows = dict(_items_of(dict_))
        words = [_escaped(name) + " %d" % self.number(rows[name]) for name in sorted(rows)]
        return " ".join(["I", str(len(words)), *words])

    @staticmethod
    def attributes(address, kind, flags):
        """(address of the values, address of the dict): one of them, or neither."""
        if _VERSION >= (3, 13):
            dict_ = _word(address - 24)
            inline = address + _word(kind + _TYPE_BASICSIZE)
            valid = flags & _INLINE_VALUES and _string_at(inline + 3, 1)[0]
            return (inline if valid and not dict_ else 0), dict_
        if _VERSION >= (3, 12):
            either = _word(address - 24)
            return (either + 1, 0) if either & 1 else (0, either)
        return _word(address - 32), _word(address - 24)


_CODE_KIND = id(_CODE)
_BUILTINS = id(builtins.__dict__)
_INT, _STR, _TYPE, _FUNCTION = id(int), id(str), id(type), id(type(_word))
_READERS = {id(list): _Reader.list, id(tuple): _Reader.tuple, id(dict): _Reader.dict, id(set): _Reader.set,
            id(frozenset): _Reader.set, _FUNCTION: _Reader.function,
            id(type((lambda x: lambda: x)(0).__closure__[0])): _Reader.cell,
            id(type(_Reader(type("_", (), dict.fromkeys(("known", "collector", "own", "counted", "handled")))).number)): _Reader.method}
_READERS.update((id(kind), _Reader.atom) for kind in (int, float, complex, bool, type(None), str, bytes, range))


def _items_of(dict_):
    """(name, address of the value), of the dict at an address."""
    used, _, keys, values = _words(dict_ + 16, 4)
    kind = _string_at(keys + 10, 1)[0]
    start = keys + 32 + (1 << _string_at(keys + 9, 1)[0])
    for _, key, value in _Reader.entries(start, kind, _word(keys + 24), values):
        if value and _word(key + 8) == _STR:
            yield _borrowed(key), value


# ---------------------------------------------------------------- where statements begin
class _Plan:
    """The statements of the file: what kind of each, where it stands, what is around it."""

    def __init__(self, path):
        self.kind, self.range, self.parent, self.final, self.scope, self.first = [], [], [], [], [], []
        with open(path, encoding="ascii") as file:
            for line in file:
                kind, *numbers = line.split()
                numbers = list(map(int, numbers))
                self.kind.append(kind)
                self.range.append((tuple(numbers[0:2]), tuple(numbers[2:4])))
                self.parent.append(numbers[4])
                self.final.append(numbers[5])
                self.scope.append(numbers[6])
                self.first.append(numbers[0])

    def of_scope(self, scope):
        return [n for n, each in enumerate(self.scope) if each == scope]

    def scope_of(self, line):
        """The def or class whose code begins at a line."""
        for n, first in enumerate(self.first):
            if first == line and self.kind[n] == "def":
                return n
        return None

    def returns_through(self, statement, before):
        """Does control come back to a return, break or continue from a finally that it went through?"""
        if self.kind[statement] not in ("return", "break", "continue") or before < 0:
            return False
        around, at = set(), self.parent[statement]
        while at >= 0:
            around.add(at)
            at = self.parent[at]
        own, final = self.final[statement], self.final[before]
        return final in around and final != own


class _Code:
    """Which instructions of a code object begin a statement.

    An instruction belongs to the innermost statement around its position. It begins that statement if control can
    come to it from an instruction of another one. Where a position says nothing, what came before holds.
    """

    _ENTRY, _HANDLER = -2, -3

    def __init__(self, code, plan, scope):
        self.plan = plan
        self.begins, self.entered, self.again = {}, {}, {}
        self.ahead = {}     # variables that the statement's first instruction, one with the last before, has loaded
        statements = plan.of_scope(scope)
        self.decode(code)
        positions = list(code.co_positions())
        self.owners = self.own(positions, statements)
        self.link()
        self.forget_exits(positions)
        self.forget_remains()
        self.loops()
        self.flow()
        self.find()

    def decode(self, code):
        """Instructions: (place, operation, target of a jump or None). Caches are left out."""
        import opcode
        names, raw, jumps = opcode.opname, code.co_code, set(opcode.hasjrel)
        self.places, self.names, self.targets, self.arguments = [], [], [], []
        extended, at = 0, 0
        while at < len(raw):
            op, argument = raw[at], raw[at + 1] | extended
            place, at = at, at + 2
            while at < len(raw) and raw[at] == 0:
                at += 2
            name = names[op]
            extended = argument << 8 if name == "EXTENDED_ARG" else 0
            target = None
            if op in jumps:
                target = at - 2 * argument if "BACKWARD" in name else at + 2 * argument
            self.places.append(place)
            self.names.append(name)
            self.targets.append(target)
            self.arguments.append(argument)
        self.index = {place: n for n, place in enumerate(self.places)}

    def own(self, positions, statements):
        owners = []
        ranges = sorted((self.plan.range[n], n) for n in statements)
        for place in self.places:
            line, _, column, _ = positions[place // 2]
            owner = -1
            if line is not None and column is not None:
                for (first, last), n in ranges:
                    if first > (line, column):
                        break
                    if (line, column) < last:
                        owner = n
            owners.append(owner)
        for n in range(len(owners) - 2, -1, -1):
            if self.names[n] == "EXTENDED_ARG":
                owners[n] = owners[n + 1]
        return owners

    def link(self):
        """From where control can come to each instruction, without an exception."""
        ends = ("JUMP_FORWARD", "JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT", "RETURN_VALUE", "RETURN_CONST",
                "RAISE_VARARGS", "RERAISE")
        self.before = [[] for _ in self.places]
        for n, (name, target) in enumerate(zip(self.names, self.targets)):
            if name not in ends and n + 1 < len(self.places):
                self.before[n + 1].append(n)
            if target is not None and target in self.index:
                self.before[self.index[target]].append(n)

    def runs(self):
        """(owner, first, last + 1) of neighbours of one owner."""
        first = 0
        for n in range(1, len(self.owners) + 1):
            if n == len(self.owners) or self.owners[n] != self.owners[first]:
                yield self.owners[first], first, n
                first = n

    _ENTERS = ("BEFORE_WITH", "BEFORE_ASYNC_WITH", "LOAD_SPECIAL")
    _ENDS = ("RETURN_VALUE", "RETURN_CONST", "RAISE_VARARGS", "RERAISE")

    def forget_exits(self, positions):
        """What leaves a with is no statement's: only what enters it is. Where its body leaves no code, the one follows
        the other: what stands behind the entry, and at the same place of the source, leaves it."""
        for owner, first, last in list(self.runs()):
            if owner < 0 or self.plan.kind[owner] != "with":
                continue
            entries = [n for n in range(first, last) if self.names[n] in self._ENTERS]
            places = {positions[self.places[n] // 2] for n in entries}
            for n in range(entries[-1] + 1 if entries else first, last):
                if not entries or positions[self.places[n] // 2] in places:
                    self.owners[n] = -1

    def forget_remains(self):
        """A raise or return that stood last in a with has left a NOP behind itself, to which others jump (3.11)."""
        for n in range(1, len(self.names)):
            if self.names[n] == "NOP" and self.names[n - 1] in self._ENDS and self.owners[n] == self.owners[n - 1]:
                self.owners[n] = -1

    def loops(self):
        """The header of a for begins again before each item but the first, to which it comes from GET_ITER or
        GET_AITER."""
        for owner, first, last in self.runs():
            if owner < 0 or self.plan.kind[owner] != "for":
                continue
            headers = [n for n in range(first, last) if self.names[n] in ("FOR_ITER", "GET_ANEXT")]
            if headers:
                n = headers[-1]
                while self.names[n - 1] == "EXTENDED_ARG":
                    n -= 1
                self.again[self.places[n]] = owner
                if n and self.names[n - 1] in ("GET_ITER", "GET_AITER"):
                    self.entered[self.places[n - 1]] = self.places[n]

    def flow(self):
        """Whose instructions control may have left last when it comes to each."""
        self.last = [set() for _ in self.places]
        waiting = list(range(len(self.places)))
        after = [[] for _ in self.places]
        for n, before in enumerate(self.before):
            for each in before:
                after[each].append(n)
        while waiting:
            n = waiting.pop()
            if n == 0:
                found = {self._ENTRY}
            elif self.names[n] == "PUSH_EXC_INFO":
                found = {self._HANDLER}     # what else an exception leads to only cleans up within a statement
            else:
                found = set()
            for each in self.before[n]:
                found |= {self.owners[each]} if self.owners[each] >= 0 else self.last[each]
            if found != self.last[n]:
                self.last[n] = found
                waiting += after[n]

    def find(self):
        for n, owner in enumerate(self.owners):
            if owner < 0 or self.places[n] in self.again:
                continue
            if not self.before[n] and n:
                continue
            if any(each != owner and not self.plan.returns_through(owner, each) for each in self.last[n]):
                self.begins[self.places[n]] = owner
                if n and self.names[n - 1] == "STORE_FAST_LOAD_FAST":
                    self.ahead[self.places[n]] = self.arguments[n - 1] & 15

    def statements(self):
        return set(self.begins.values()) | set(self.again.values())


# ---------------------------------------------------------------- watching
class _Observer(_Guest):
    """Told of every instruction that it asked for; tells the pipe of the statements among them."""

    _BUDGET, _ENOUGH = 120000, 1 << 16
    _PRICE = 4      # of a moment, however little there is to see
    _STATEMENTS, _EVENTS = 200_000, 3_000_000   # as many are watched; the second: of 3.11's trace function

    def __init__(self, pipe, folder, script):
        self.pipe, self.scripts = pipe, _names_of(script)
        self.plan = _Plan(os.path.join(folder, "plan"))
        self.known = self.words_known_before(os.path.join(folder, "words"))
        super().__init__(_Collector(), _FreeLists())
        self.outside = _Outside(self.collector, self.free_lists)
        self.codes, self.held, self.skips = {}, [], {}
        self.counted = set()    # those codes whose reference here counts: see let_codes_go
        self.handled = set()                # addresses of what the library's functions were given and have returned
        self.asks_collector = False         # then calls of the library's are not watched: that would count
        self.calls = {}                     # how often each of them was called
        self.places = {}                    # the scopes, by where they begin and what they are called
        self.own = set()                    # the addresses of all of the program's code objects
        self.main = None
        self.pending, self.size, self.light = [], 0, []
        self.count, self.next, self.stride, self.spent = 0, 0, 1, 0
        self.done = False
        self.put("V %d.%d.%d" % sys.version_info[:3])

    @staticmethod
    def words_known_before(path):
        """The words of the program that are interned already: who holds them, and whether they are immortal, depends
        on what was imported until now. A mortal string leaves the interned ones with its last reference, so that
        asking changes nothing; on 3.12, where interning is for ever, every such word is immortal anyway."""
        if _VERSION == (3, 12):
            return frozenset()
        known = []
        with open(path, encoding="utf-8") as file:
            for line in file:
                word = line[:-1]
                copy = "".join([word[:1], word[1:]])
                if sys.intern(copy) is not copy:
                    known.append(word)
        return frozenset(known)

    # ---- the pipe
    def put(self, line):
        self.pending.append(line)
        self.size += len(line)

    def flush(self):
        """The lists stay the ones that they were: new ones would be among the youngest objects."""
        if self.light:
            self.pending.append("L " + " ".join(map(str, self.light)))
            self.light.clear()
        data = "".join(line + "\n" for line in self.pending).encode("ascii")
        self.size = 0
        self.pending.clear()
        while data:
            try:
                data = data[_write(self.pipe, data):]
            except OSError:
                _exit(1)             # nobody listens any more

    @staticmethod
    def printed():
        """The number of bytes of whole lines that the program has printed so far, and of what it has flushed."""
        try:
            return _fstat(1).st_size
        except OSError:
            return 0

    def collections(self):
        return sum(self.collector.stats()[::3])

    # ---- codes
    def prepare(self, code):
        """The module's code, and all that lies in it: each with the instructions at which statements begin."""
        self.main = code
        waiting, seen = [(code, -1)], set()
        while waiting:
            code, scope = waiting.pop()
            self.own.add(id(code))
            self.asks_collector = self.asks_collector or "gc" in code.co_names
            if scope is not None:
                found = _Code(code, self.plan, scope)
                self.held.append(code)
                self.codes[id(code)] = found
                if code is not self.main:
                    self.places[self.place_of(code)] = scope
                seen |= found.statements()
            for constant in code.co_consts:
                if type(constant) is type(code):
                    named = not constant.co_name.startswith("<")
                    waiting.append((constant, self.plan.scope_of(constant.co_firstlineno) if named else None))
        self.put("C " + " ".join(map(str, sorted(seen))))
        self.counted.add(id(self.main))
        self.let_codes_go(-1)
        self.before = self.collections()
        if not self.collecting:
            self.enabled_before = 0
        self.outside.begin()
        self.flush_at_exit()
        self.put(_boot_record(self.main, self.collector, self.free_lists, self.count_before, self.outside.word))

    def flush_at_exit(self):
        """os._exit() ends the process where it stands: what has been seen is told before."""
        place = _word(id(_exit) + _DEFINITION) + 8
        exit_ = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ssize_t,
                                  ctypes.c_void_p)(_word(place))

        def exit_here(module, arguments, count, names):
            self.flush()
            return exit_(module, arguments, count, names)

        _replaced.put(place, exit_here, ctypes.py_object, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ssize_t,
                      ctypes.c_void_p)

    def let_codes_go(self, by):
        """Other codes live in the module's as constants: a reference of ours that the program could see in their
        counts is none, until the module ends."""
        for each in self.held:
            if id(each) not in self.counted:
                _memory[id(each) >> 3] += by

    @staticmethod
    def place_of(code):
        return code.co_firstlineno, code.co_qualname.encode()   # bytes: the name itself is the program's

    def is_twin(self, code):
        """Is it one of the program's code objects over again, with other flags, as types.coroutine makes it?"""
        return code.co_filename == self.main.co_filename and id(code) not in self.codes and (
            self.place_of(code) in self.places)

    _OFTEN = 1000

    def is_looked_at(self, code):
        """Is it a function of CPython's library, written in Python, which pyviz's need not be like? The module copy is
        simulated frame by frame. One that is called very often is no longer asked what it is given."""
        if self.asks_collector or id(code) in self.own:
            return False
        if code.co_filename.endswith("/copy.py") or self.is_twin(code):
            return False
        calls = self.calls[id(code)] = self.calls.get(id(code), 0) + 1
        return calls < self._OFTEN

    def take_arguments(self, code, frame):
        """A function of the library begins."""
        flags = code.co_flags
        count = code.co_argcount + code.co_kwonlyargcount + (flags >> 2 & 1) + (flags >> 3 & 1)
        for address in _words(frame + _FRAME_SLOTS, count):
            if address and _word(address + 8) == _CELL:
                address = _word(address + 16)
            self.handled.add(address)
            if address and _word(address + 8) == id(tuple) and flags & 4:
                self.handled.update(_words(address + 24, _word(address + 16)))
            elif address and _word(address + 8) == id(dict) and flags & 8:
                self.handled.update(value for _, value in _items_of(address))

    def take_given(self, code, frame):
        """A function of the program, called by one of the library: that holds what it gave."""
        caller = _word(frame + _FRAME_PREVIOUS)
        while caller and _string_at(caller + _FRAME_OWNER, 1)[0] == _OWNED_BY_C:
            caller = _word(caller + _FRAME_PREVIOUS)
        if not caller or self.asks_collector or _word(caller + _FRAME_CODE) in self.own:
            return
        if not _borrowed(_word(caller + _FRAME_CODE)).co_filename.endswith("/copy.py"):
            self.take_arguments(code, frame)

    def take_twin(self, code):
        self.own.add(id(code))
        self.held.append(code)
        self.counted.add(id(code))
        self.codes[id(code)] = _Code(code, self.plan, self.places[self.place_of(code)])

    def is_main(self, code):
        return code.co_name == "<module>" and code.co_filename in self.scripts

    # ---- moments
    def at(self, found, place, frame):
        """An instruction is about to run. `frame` is called for the address of the frame."""
        statement = found.begins.get(place)
        if statement is None:
            if place in found.entered:
                self.skips[frame()] = found.entered[place]
                return
            statement = found.again.get(place)
            if statement is None:
                return
            address = frame()
            if self.skips.get(address) == place:
                del self.skips[address]
                return
        self.statement(statement, frame, found.ahead.get(place))

    def statement(self, statement, frame, ahead):
        self.count += 1
        if self.count > self._STATEMENTS:
            self.leave_the_rest()
        if self.count <= self.next:
            self.light.append(statement)
            if len(self.light) >= 500:
                self.flush()
            return
        self.moment(statement, frame(), ahead)
        if self.spent > self._BUDGET:
            self.stride *= 2
        self.next = self.count + self.stride - 1

    def leave_the_rest(self):
        """Being watched takes many times as long: what comes now is compared in the run that nobody watches."""
        self.flush()
        self.put("Q")
        self.flush()
        _exit(0)

    def moment(self, statement, frame, ahead=None):
        """Everything that can be seen now."""
        try:
            if self.light:
                self.put("L " + " ".join(map(str, self.light)))
                self.light.clear()
            counts = self.count_before, *self.collector.counts()[1:]
            self.put("S %d %d %d %d %d %d" % (statement, self.printed(), self.collections() - self.before, *counts))
            reader = _Reader(self)
            reader.ahead = 0 if ahead is None else _word(frame + _FRAME_SLOTS + 8 * ahead)
            frames = self.frames(frame)
            for line in [self.frame(reader, each) for each in reversed(frames)]:
                self.put(line)
            self.spent += len(frames)
            lines = reader.objects()
            for line in lines:
                self.put(line)
                self.spent += 1 + len(line) // 100
            self.spent += self._PRICE
            self.put(".")
            if self.size > self._ENOUGH or statement < 0 or self.spent < 2000:
                self.flush()
        except Exception as error:          # the program shall not see it
            self.put(_told(error))
            self.flush()
            _exit(1)

    def frames(self, frame):
        """The addresses of the program's own frames, innermost first."""
        found = []
        while frame:
            if _string_at(frame + _FRAME_OWNER, 1)[0] != _OWNED_BY_C and _word(frame + _FRAME_CODE) in self.codes:
                found.append(frame)
            frame = _word(frame + _FRAME_PREVIOUS)
        return found

    def frame(self, reader, frame):
        code = _borrowed(_word(frame + _FRAME_CODE))
        if code is self.main:
            rows = {name: value for name, value in _items_of(_word(frame + _FRAME_LOCALS)) if name not in _BORN_WITH}
        elif not code.co_flags & 1:
            namespace = _word(frame + _FRAME_LOCALS)
            is_dict = namespace and _word(_word(namespace + 8) + _TYPE_FLAGS) & _IS_DICT
            rows = dict(_items_of(namespace)) if is_dict else {}
        else:
            self.take_given(code, frame)
            names = list(code.co_varnames)
            names += [name for name in code.co_cellvars if name not in names]
            names += code.co_freevars
            rows = {}
            for n, name in enumerate(names):
                value = _word(frame + _FRAME_SLOTS + 8 * n)
                if value and _word(value + 8) == _CELL:
                    value = _word(value + 16)
                if value:
                    rows[name] = value
        return " ".join(["F", *(_escaped(name) + " %d" % reader.number(rows[name]) for name in sorted(rows))])

    def end(self, frame, letter):
        if not self.done:
            self.done = True
            self.let_codes_go(1)
            self.counted.update(self.codes)
            self.moment(-1, frame)
            self.put(letter)
            self.flush()


_CELL = id(type((lambda x: lambda: x)(0).__closure__[0]))


class _Monitoring:
    """3.12 and later: events of instructions, in the program's own code objects only."""

    def __init__(self, observer):
        monitoring = sys.monitoring
        tool, events = 4, monitoring.events
        disable, codes = monitoring.DISABLE, observer.codes

        def frame():
            """The frame that runs the program: the first of its own below this one."""
            at = _word(id(_getframe()) + _FRAME_OF_OBJECT)     # never held: it would hold itself
            while _word(at + _FRAME_CODE) not in codes:
                at = _word(at + _FRAME_PREVIOUS)
            return at

        def start(code, _):
            if observer.main:
                if id(code) in observer.own:
                    return disable
                observer.step_aside()
                told = disable
                if observer.is_looked_at(code):
                    at = _word(id(_getframe()) + _FRAME_OF_OBJECT)
                    while _word(at + _FRAME_CODE) != id(code):
                        at = _word(at + _FRAME_PREVIOUS)
                    observer.take_arguments(code, at)
                    told = None
                elif observer.is_twin(code):
                    observer.take_twin(code)
                    monitoring.set_local_events(tool, code, events.INSTRUCTION)
                observer.step_back()
                return told
            if not observer.is_main(code):
                return disable
            observer.step_aside()
            observer.prepare(code)
            others = 0 if observer.asks_collector else events.PY_RETURN
            monitoring.set_events(tool, events.PY_UNWIND | events.PY_START | others)
            for each in observer.held:
                end = events.PY_RETURN if each is observer.main else 0
                monitoring.set_local_events(tool, each, events.INSTRUCTION | end)
            observer.step_back()
            return None

        def instruction(code, place):
            found = codes[id(code)]
            del code                # or else its count would be one more
            if place in found.begins or place in found.again or place in found.entered:
                observer.step_aside()
                observer.at(found, place, frame)
                observer.step_back()
                return None
            return disable

        def leave(code, letter):
            if code is observer.main:
                observer.step_aside()
                observer.end(frame(), letter)
                monitoring.set_events(tool, 0)
                for each in observer.held:
                    monitoring.set_local_events(tool, each, 0)
                monitoring.free_tool_id(tool)
                observer.step_back()

        def returned(code, _, value):
            if code is observer.main:
                del value
                leave(code, "E")
                return None
            if not observer.main or id(code) in observer.own:
                return disable
            observer.step_aside()
            told = None if observer.is_looked_at(code) else disable
            observer.handled.add(id(value))
            observer.step_back()
            return told

        def unwind(code, _, error):
            raised = id(error)
            del error               # or else its count would be one more
            if observer.main and id(code) not in observer.own:
                observer.handled.add(raised)
            leave(code, "X")

        monitoring.use_tool_id(tool, "pyviz")
        monitoring.register_callback(tool, events.PY_START, start)
        monitoring.register_callback(tool, events.INSTRUCTION, instruction)
        monitoring.register_callback(tool, events.PY_RETURN, returned)
        monitoring.register_callback(tool, events.PY_UNWIND, unwind)
        monitoring.set_events(tool, events.PY_START)


class _Tracing:
    """3.11: a trace function called from C. One set by sys.settrace would make every function's frame build a dict
    of its locals, which holds references."""

    _CALL, _EXCEPTION, _RETURN, _OPCODE = 0, 1, 3, 7
    _SECOND_ITEM = 32       # of a tuple: the exception, behind its class

    def __init__(self, observer):
        self.observer, self.events = observer, 0
        kind = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
        self.function = kind(self.event)
        ctypes.pythonapi.PyEval_SetTrace(self.function, None)
        place = _word(id(sys.settrace) + _DEFINITION) + 8
        self.set_trace = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.py_object)(_word(place))
        _replaced.put(place, self.set, ctypes.py_object, ctypes.c_void_p, ctypes.py_object)

    def set(self, module, function):
        """sys.settrace(): who turns off what was off before, as doctest does, does not turn this one off."""
        if function is not None:
            self.set_trace(module, function)

    def event(self, _, object_, what, value):
        self.events += 1
        if not self.observer.outside.busy:
            self.observer.step_aside()
            if self.events > self.observer._EVENTS:
                self.observer.leave_the_rest()
            self.told(object_, what, value)
            self.observer.step_back()
        return 0

    def told(self, object_, what, value):
        if what == self._CALL:
            self.call(object_)
        elif what == self._OPCODE:
            frame = _word(object_ + _FRAME_OF_OBJECT)
            found = self.observer.codes.get(_word(frame + _FRAME_CODE))
            if found:
                self.observer.at(found, _borrowed(object_).f_lasti, lambda: frame)
        elif what == self._RETURN:
            frame = _word(object_ + _FRAME_OF_OBJECT)
            if value and self.observer.main and _word(frame + _FRAME_CODE) not in self.observer.own:
                self.observer.handled.add(value)
            if self.observer.main and _word(frame + _FRAME_CODE) == id(self.observer.main):
                ctypes.pythonapi.PyEval_SetTrace(None, None)
                self.observer.end(frame, "E" if value else "X")
        elif what == self._EXCEPTION and self.observer.main:
            frame = _word(object_ + _FRAME_OF_OBJECT)
            if _word(frame + _FRAME_CODE) not in self.observer.own:
                self.observer.handled.add(_word(value + self._SECOND_ITEM))

    def call(self, object_):
        frame = _borrowed(object_)
        code = frame.f_code
        if self.observer.main:
            if self.observer.is_looked_at(code):
                self.observer.take_arguments(code, _word(object_ + _FRAME_OF_OBJECT))
            elif self.observer.is_twin(code):
                self.observer.take_twin(code)
        elif self.observer.is_main(code):
            self.observer.prepare(code)
        frame.f_trace_lines = False
        frame.f_trace_opcodes = id(code) in self.observer.codes


def _observe(pipe, folder, words):
    global _watching                    # it must outlive this function
    observer = _Observer(pipe, folder, sys.argv[0])
    observer.collecting = "off" not in words    # or else only where the program asks for it
    import opcode                       # later it would be a part of the program's run
    gc.collect()                        # what was imported for this shall not bring a collection nearer
    _watching = _Monitoring(observer) if _VERSION >= (3, 12) else _Tracing(observer)


_begin(_observe)
