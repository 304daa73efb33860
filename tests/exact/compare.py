#!/usr/bin/env python3
"""Compares the insides of a program's objects: the real python3's, read by probe.py, and `pyviz state --end`.

    compare.py FILE...

Both sides are graphs of numbered objects. They are walked together from the names of the module; the numbers
themselves mean nothing, but what is one object on one side must be one object on the other. Every figure that
differs is reported with its path, such as `d.dict.indices[3]`.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]
import probe  # noqa: E402
import support  # noqa: E402

# Figures that are lists of plain numbers, or plain numbers, by the part of an object that they describe.
PLAIN = {"list": ("allocated",), "set": ("mask", "fill", "used"),
         "dict": ("kind", "log2_size", "usable", "nentries", "used")}


class Comparison:
    """The walk over one program's two graphs. `differences` has a line for every figure that differs."""

    def __init__(self, real, ours):
        self.real, self.ours = real, ours
        self.differences, self.compared, self.untold = [], 0, 0
        self.pairs, self.waiting = {}, []               # real number -> ours
        self.seen_real, self.seen_ours = {}, {}         # number -> the first path to it

    def run(self):
        names = [name for name in self.ours["names"] if name not in probe.BOOT_NAMES]
        self.figure("names", list(self.real["names"]), names)
        self.figure("stdout", self.real["stdout"], self.ours.get("stdout"))
        self.figure("exception", None, self.ours.get("exception"))
        for name in self.real["names"]:
            if name in self.ours["names"]:
                self.meet(name, self.real["names"][name], self.ours["names"][name])
        while self.waiting:
            self.visit(*self.waiting.pop())
        return self

    def figure(self, path, real, ours):
        self.compared += 1
        if real != ours:
            self.differences.append("%s: python3 %s, pyviz %s" % (path, short(real), short(ours)))

    def meet(self, path, real, ours):
        """Two numbers stand at the same place: they must belong together wherever they stand."""
        if real not in self.seen_real and ours not in self.seen_ours:
            self.pairs[real], self.seen_real[real], self.seen_ours[ours] = ours, path, path
            self.waiting.append((path, real, ours))
        elif self.pairs.get(real) != ours:
            self.differences.append("%s: python3 %s, pyviz %s" % (
                path, self.sharing(self.seen_real.get(real)), self.sharing(self.seen_ours.get(ours))))

    @staticmethod
    def sharing(path):
        return "has the object of " + path if path else "has one of its own"

    def visit(self, path, real_number, our_number):
        real = self.real["objects"][str(real_number)]
        ours = self.ours["objects"].get(str(our_number))
        if ours is None:
            self.differences.append("%s: object %s is not listed" % (path, our_number))
            return
        self.figure(path + ".type", real["type"], ours.get("type"))
        if real["type"] != ours.get("type"):
            return
        self.common(path, real, ours)
        for part in ("list", "tuple", "dict", "set"):
            if part in real:
                self.part(path, part, real[part], ours.get(part))

    def common(self, path, real, ours):
        if real["type"] not in ("module", "builtin_function_or_method", "type"):
            self.figure(path + ".sizeof", real["sizeof"], ours.get("sizeof"))
        if real["type"] != "str" or real["repr"][1:-1] not in self.real["known"]:
            self.holders(path, real, ours)
        tracked = ours.get("gc", {}).get("tracked")
        if tracked is not None and real["type"] != "tuple":     # a collection untracks tuples, whenever it comes
            self.figure(path + ".gc.tracked", real["tracked"], tracked)
        if "repr" in real:
            self.figure(path + ".repr", real["repr"], ours.get("repr"))

    def holders(self, path, real, ours):
        """The reference count. Where CPython's depends on how it was started ours is null, and only counted."""
        if ours.get("refcount") is None:
            self.untold += 1
        else:
            self.figure(path + ".refcount", real["refcount"], ours["refcount"])
            self.figure(path + ".immortal", real["immortal"], ours.get("immortal"))

    def part(self, path, part, real, ours):
        if ours is None:
            self.untold += part == "tuple"
            if part != "tuple":
                self.differences.append("%s.%s: missing" % (path, part))
            return
        for name in PLAIN.get(part, ()):
            self.figure("%s.%s.%s" % (path, part, name), real[name], ours.get(name))
        getattr(self, part)("%s.%s" % (path, part), path, real, ours)

    def items(self, path, real, ours):
        self.figure(path + ".length", len(real), len(ours))
        for n, pair in enumerate(zip(real, ours)):
            self.meet("%s[%d]" % (path, n), *pair)

    def list(self, _, owner, real, ours):
        self.items(owner, real["items"], ours["items"])

    tuple = list

    def dict(self, path, owner, real, ours):
        self.row(path + ".indices", real["indices"], ours["indices"])
        self.figure(path + ".entries.length", len(real["entries"]), len(ours["entries"]))
        for n, (mine, theirs) in enumerate(zip(real["entries"], ours["entries"])):
            where = "%s.entries[%d]" % (path, n)
            if self.both(where, mine, theirs):
                self.figure(where + ".hash", mine["hash"], theirs["hash"])
                self.meet(where + ".key", mine["key"], theirs["key"])
                self.meet("%s[%s]" % (owner, self.key(mine["key"])), mine["value"], theirs["value"])

    def set(self, path, _, real, ours):
        self.figure(path + ".table.length", len(real["table"]), len(ours["table"]))
        for n, (mine, theirs) in enumerate(zip(real["table"], ours["table"])):
            where = "%s.table[%d]" % (path, n)
            if self.both(where, mine, theirs):
                self.figure(where + ".hash", mine["hash"], theirs["hash"])
                self.meet(where + ".key", mine["key"], theirs["key"])

    def both(self, path, real, ours):
        """Whether both have a row here; what is empty or a dummy must be so on both sides."""
        if isinstance(real, dict) and isinstance(ours, dict):
            return True
        self.figure(path, "a row" if isinstance(real, dict) else real, "a row" if isinstance(ours, dict) else ours)
        return False

    def row(self, path, real, ours):
        """A list of numbers: each one that differs."""
        self.figure(path + ".length", len(real), len(ours))
        for n, (mine, theirs) in enumerate(zip(real, ours)):
            self.figure("%s[%d]" % (path, n), mine, theirs)

    def key(self, number):
        return self.real["objects"][str(number)].get("repr", "#%d" % number)


def short(value):
    text = json.dumps(value)
    return text if len(text) <= 120 else text[:100] + "... (%d characters)" % len(text)


def our_state(program, profile, path):
    done = support.run([program, "state", "--end", "--python", profile, str(path)])
    if done.status != 0:
        raise probe.Failure("pyviz state: exit status %s\n%s" % (done.status, done.stderr))
    try:
        return json.loads(done.stdout)
    except ValueError as error:
        raise probe.Failure("pyviz state: %s in %s" % (error, short(done.stdout))) from None


def compare(reference, program, path):
    """The finished Comparison of one program; raises probe.Failure where a side gives no state."""
    real = probe.state_of(path, reference.path, support.environment())
    return Comparison(real, our_state(program, reference.profile, path)).run()


def main(paths):
    reference, program = support.Reference(), support.pyviz()
    reference.begin()
    failed = 0
    for path in paths:
        try:
            done = compare(reference, program, path)
            print("%s: %d figures, %d differ, %d refcounts not told" % (
                path, done.compared, len(done.differences), done.untold))
            print("".join("  %s\n" % line for line in done.differences), end="")
            failed += bool(done.differences)
        except probe.Failure as failure:
            print("%s: %s" % (path, failure))
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
