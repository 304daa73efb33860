"""`pyviz state` in the midst of programs: every field is there, of its type, and leads somewhere; and what the names
mean at a statement is what they mean in a real CPython just before that statement.

A statement is known by its line and by how many have begun on that line before; where the two sides count differently
(CPython tells of each line of a call that spans several), a line is not compared.
"""

import json
import re

import support

EVENTS = 12                         # of a program that are looked at, evenly spread
STATEMENTS = 12
LEVELS = 4                          # of containers that are compared
# Programs that print or keep what watching changes: addresses, reference counts, collections, time.
WATCHED_IN_VAIN = ("id(", "getrefcount", "get_count", "gc.collect", "get_stats", "weakref", "get_objects", "asyncio")
REPRS = ("int", "float", "complex", "bool", "NoneType", "str", "bytes", "range")

OBSERVER = r"""
import io, json, os, sys
path, levels, reprs = sys.argv[1], int(sys.argv[2]), sys.argv[3].split(",")
moments = []
out = io.StringIO()

def value(o, left):
    name = type(o).__name__
    if name in reprs:
        return [name, repr(o)]
    if left and name in ("list", "tuple"):
        return [name, [value(item, left - 1) for item in o]]
    if left and name == "dict":
        return [name, [[value(k, left - 1), value(v, left - 1)] for k, v in o.items()]]
    if left and name in ("set", "frozenset"):
        return [name, [value(item, left - 1) for item in o]]
    return [name, None]

def observe(frame, event, arg):
    if frame.f_code.co_filename != path or (frame.f_code.co_name[0] == "<" and frame.f_code.co_name != "<module>"):
        return None
    if event == "line":
        module = frame.f_code.co_name == "<module>"
        names = {n: value(v, levels) for n, v in frame.f_locals.items() if not (module and n in born)}
        moments.append([frame.f_lineno, frame.f_code.co_name, names, out.getvalue()])
    return observe

scope = {"__name__": "__main__", "__doc__": None, "__package__": None, "__loader__": None, "__spec__": None,
         "__annotations__": {}, "__builtins__": __builtins__, "__file__": path, "__cached__": None,
         "__conditional_annotations__": None}
born = set(scope)
code = compile(open(path, encoding="utf-8").read(), path, "exec")
real, sys.stdout, sys.stderr, sys.argv = sys.stdout, out, io.StringIO(), [path]
sys.settrace(observe)
try:
    exec(code, scope)
except BaseException:
    pass
sys.settrace(None)
json.dump(moments, real)
real.flush()
os._exit(0)                         # what the program does when it goes is no moment
"""


class Checker:
    """Collects what is wrong with one state."""

    def __init__(self, state):
        self.state, self.wrong = state, []
        self.objects = state.get("objects", {})

    def expect(self, condition, what):
        if not condition:
            self.wrong.append(what)

    def field(self, where, holder, name, kind, null=False):
        if name not in holder:
            self.wrong.append("%s has no %s" % (where, name))
            return
        value = holder[name]
        fits = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
        self.expect(fits or (null and value is None), "%s: %s is %r" % (where, name, value))

    def fields(self, where, holder, **kinds):
        for name, kind in kinds.items():
            self.field(where, holder, name, kind)

    def reference(self, where, number):
        self.expect(str(number) in self.objects, "%s leads to no object: %r" % (where, number))

    def references(self, where, numbers):
        for number in numbers:
            if number is not None:
                self.reference(where, number)

    # ---- the parts ----

    def dict(self, where, table, settled):
        self.fields(where, table, log2_size=int, usable=int, nentries=int, used=int, indices=list, entries=list)
        self.expect(table["kind"] in ("unicode", "general", "split"), "%s is %r" % (where, table["kind"]))
        self.expect(len(table["indices"]) == 1 << table["log2_size"], "%s: %d indices" % (where, len(table["indices"])))
        live = [entry for entry in table["entries"] if entry]
        for entry in live:
            self.expect(set(entry) == {"hash", "key", "value"}, "%s: entry %r" % (where, entry))
            self.references(where, [entry["key"], entry["value"]])
        self.expect(all(-2 <= index < max(table["nentries"], 1) for index in table["indices"]), "%s: an index" % where)
        if table["kind"] != "split":
            self.expect(len(table["entries"]) == table["nentries"], "%s: nentries" % where)
        if settled:
            self.expect(len(live) == table["used"], "%s: %d entries, used %d" % (where, len(live), table["used"]))

    def list(self, where, block):
        self.fields(where, block, allocated=int, items=list)
        sorting = block["allocated"] == -1 and not block["items"]     # sort() has them
        self.expect(sorting or block["allocated"] >= len(block["items"]), "%s: allocated" % where)
        self.references(where, block["items"])

    def set(self, where, table, settled):
        self.fields(where, table, mask=int, fill=int, used=int, table=list)
        self.expect(len(table["table"]) == table["mask"] + 1, "%s: mask" % where)
        live = [entry for entry in table["table"] if isinstance(entry, dict)]
        for entry in live:
            self.expect(set(entry) == {"hash", "key"}, "%s: entry %r" % (where, entry))
            self.references(where, [entry["key"]])
        dummies = table["table"].count("dummy")
        if settled:
            self.expect((len(live), len(live) + dummies) == (table["used"], table["fill"]), "%s: counts" % where)

    def object(self, number, o, kind):
        where = "%s #%s" % (o.get("type"), number)
        self.fields(where, o, type=str, immortal=bool, address=str, gc=dict)
        self.field(where, o, "refcount", int, null=True)
        self.field(where, o, "sizeof", int, null=True)
        self.expect(re.fullmatch("0x[0-9a-f]+", o["address"]), "%s: address" % where)
        self.field(where, o["gc"], "tracked", bool)
        self.field(where, o["gc"], "generation", int, null=True)
        for part in ("dict", "list", "set"):
            self.expect(part in o or o["type"] != part, "%s has no %s" % (where, part))
        if o["type"] in REPRS:
            self.field(where, o, "repr", str)
        if o["type"] == "type":
            self.fields(where, o, name=str, bases=list, mro=list)
        if "dict" in o:
            self.dict(where, o["dict"], not kind.startswith("dict."))
        if "list" in o:
            self.list(where, o["list"])
        if "set" in o:
            self.set(where, o["set"], not kind.startswith("set."))
        self.references(where, o.get("attrs", {}).values())
        self.expect("class" in o or "attrs" not in o, "%s has attrs, and no class" % where)

    def all(self, k):
        state = self.state
        self.fields("state", state, python=str, event=dict, events=int, line=int, stdout=str, names=dict, frames=list,
                    gc=dict, objects=dict)
        self.expect("exception" in state, "no exception")
        if state.get("exception"):
            self.fields("exception", state["exception"], type=str, message=str, line=int)
        self.expect(state["event"]["k"] == k, "k is %r" % state["event"]["k"])
        kind = state["event"]["kind"]
        self.fields("gc", state["gc"], enabled=bool, threshold=list, count=list)
        self.expect(len(state["gc"]["threshold"]) == len(state["gc"]["count"]) == 3, "gc: three of each")
        self.references("names", state["names"].values())
        for frame in state["frames"]:
            self.fields("frame", frame, function=str, line=int, locals=dict, stack=list)
            self.references("locals of %s" % frame["function"], frame["locals"].values())
            self.references("stack of %s" % frame["function"], frame["stack"])
        for number, o in self.objects.items():
            self.object(number, o, kind)
        return ["event %d, %s: %s" % (k, kind, what) for what in self.wrong]


# ---- what the names mean ----

def value(state, number, left):
    """As the observer tells it of a real object."""
    o = state["objects"][str(number)]
    name = o["type"]
    if name in REPRS:
        return [name, o["repr"]]
    if left and name == "list":
        return [name, [value(state, item, left - 1) for item in o["list"]["items"]]]
    if left and name == "tuple" and "repr" not in o:
        return [name, [value(state, item, left - 1) for item in o["tuple"]["items"]]]
    if left and name == "tuple":
        return [name, o["repr"]]
    if left and name == "dict":
        entries = [entry for entry in o["dict"]["entries"] if entry]
        return [name, [[value(state, e["key"], left - 1), value(state, e["value"], left - 1)] for e in entries]]
    if left and name in ("set", "frozenset"):
        entries = [entry for entry in o["set"]["table"] if isinstance(entry, dict)]
        return [name, [value(state, entry["key"], left - 1) for entry in entries]]
    return [name, None]


def same(wanted, got):
    """A tuple of what has a repr goes by it."""
    if wanted[0] == got[0] == "tuple" and isinstance(got[1], str):
        return True if wanted[1] is None else got[1] == text(wanted)
    if wanted[0] != got[0] or not isinstance(wanted[1], list) or not isinstance(got[1], list):
        return wanted == got
    if wanted[0] == "dict":
        return len(wanted[1]) == len(got[1]) and all(same(a[0], b[0]) and same(a[1], b[1])
                                                     for a, b in zip(wanted[1], got[1]))
    return len(wanted[1]) == len(got[1]) and all(map(same, wanted[1], got[1]))


def text(told):
    """The repr of a tuple as the observer tells it."""
    if not isinstance(told[1], list):
        return str(told[1])
    items = [text(item) for item in told[1]]
    return "(%s%s)" % (", ".join(items), "," if len(items) == 1 else "")


def numbered(lines):
    """How many of the same line have been before, for each."""
    seen = {}
    for line in lines:
        seen[line] = seen.get(line, 0) + 1
        yield line, seen[line]


def spread(items, most):
    return items if len(items) <= most else [items[i * len(items) // most] for i in range(most)]


class Contract:
    def __init__(self, reference, program):
        self.reference, self.program = reference, program

    def state(self, path, k):
        command = [self.program, "state", "--python", self.reference.profile, str(path), "--at", str(k)]
        done = support.run(command)
        return json.loads(done.stdout)

    def values(self, path, events):
        """Differences between the names here and there, and how many names were compared."""
        command = [self.reference.path, "-c", OBSERVER, str(path), str(LEVELS), ",".join(REPRS)]
        told = support.run(command, timeout=30).stdout
        if not told.startswith("["):
            return ["it cannot be observed"], 0
        moments = json.loads(told)
        there = dict(zip(numbered(m[0] for m in moments), moments))
        statements = [event for event in events if event["kind"] == "statement"]
        here = dict(zip(numbered(e["at"] for e in statements), statements))
        counts = [{line: max(n for l, n in side if l == line) for line, _ in side} for side in (here, there)]
        common = [key for key in here if counts[0][key[0]] == counts[1].get(key[0])]
        wrong, compared = [], 0
        for key in spread(common, STATEMENTS):
            line, function, names, stdout = there[key]
            state = self.state(path, here[key]["k"])
            frame = state["frames"][-1]
            if frame["function"] != function or frame["line"] != line:
                continue
            numbers = state["names"] if function == "<module>" else frame["locals"]
            got = {name: value(state, number, LEVELS) for name, number in numbers.items()}
            where = "line %d, time %d" % key
            if state["stdout"] != stdout:
                wrong.append("%s: stdout is %r, in CPython %r" % (where, state["stdout"], stdout))
            differing = [name for name in set(got) ^ set(names) if not name.startswith("__")]    # a class body's own
            if differing:
                wrong.append("%s: names differ: %s" % (where, sorted(differing)))
            for name in set(got) & set(names):
                compared += 1
                if not same(names[name], got[name]):
                    wrong.append("%s: %s is %s, in CPython %s" % (where, name, got[name], names[name]))
        return wrong, compared

    def check(self, path):
        """(differences, figures compared)"""
        trace = support.run([self.program, "trace", "--python", self.reference.profile, str(path)], timeout=30).stdout
        events = [json.loads(line) for line in trace.splitlines()]
        events = [event for event in events if "k" in event]
        wrong = []
        for event in spread(events, EVENTS):
            wrong += Checker(self.state(path, event["k"])).all(event["k"])
        differences, compared = [], 0
        if not any(word in path.read_text(encoding="utf-8") for word in WATCHED_IN_VAIN):
            differences, compared = self.values(path, events)
        return wrong + differences, compared + EVENTS
