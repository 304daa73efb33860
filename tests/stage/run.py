#!/usr/bin/env python3
"""Compares whole frames with those in tests/stage/expected, and holds what every frame must keep.

A case is a program, a size, stops, and how it is shown; its expected file has all its frames. A frame that was
changed on purpose is written anew with --update, and then read by eye before it is committed.

    tests/stage/run.py [--update] [part of a name ...]

Environment: BUILD (default build): where tests/frame is.
"""

import difflib
import os
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import support  # noqa: E402

FRAME = pathlib.Path(os.environ.get("BUILD", support.ROOT / "build")).resolve() / "tests" / "frame"
EXPECTED = HERE / "expected"
ORDINARY = HERE / "programs" / "ordinary"

# Addresses depend on all that an interpreter allocates before the program: where, is no matter of the stage.
ADDRESS = re.compile("(?<![0-9])0x([0-9a-f]{8,})")
ID = re.compile("(?<![0-9])1400[0-9]{7,}")  # the same in decimal, as a memo has it

HEAP = re.compile(r"(?m)^─ heap ──.*$|^ .* in [0-9]+ pools?  .*$|^  free lists .*$")

LEAST_STOPS, MOST_STOPS = 38, 120  # of a scenario at the default level

# The moments of each scenario that nobody should miss, by what the voice says there; shown at these sizes.
SIZES = ["80x24", "120x36", "200x60"]
MOMENTS = {
    "class-attributes": ["the class of the object: describe is found in Shape", "describe is sought along"],
    "copy-assign": ["The name b now refers to", "So this changes one row"],
    "copy-deep": ["parts: it is complete", "copy.deepcopy is asked to copy a", "has done its work"],
    "copy-hooks": ["has a __copy__ of its own", "in one update: no __init__ runs", "A hit: Link"],
    "copy-memo": ["A hit: list", "The memo keeps list"],
    "copy-pickle": ["Two calls know nothing", "is of a type that is never copied, function"],
    "copy-shallow": ["This changes the inner list", "the references were copied"],
    "deque": ["so a block of 64 more", "is unlinked, and kept for reuse", "went from the right end to the other"],
    "dict-attributes": ["No instance of Point had 'colour'", "Only now does this instance get a dict",
                        "has a place of its own in the instance"],
    "dict-collisions": ["only == can tell", "Slot 1 already holds entry 1, 16"],
    "dict-delete": ["becomes a dummy, not", "Slot 1 is a dummy"],
    "dict-insert": ["The new table takes over", "whose hash differs"],
    "dict-order": ["is new: it is written as entry 3", "Entry 0 now holds 10"],
    "dict-resize": ["The new table takes over", "No free entry is left in the table of 8 slots", "come round 6 times"],
    "gc-cycle": ["It is put aside as unreachable", "A namespace that can be reached refers to",
                 "is made to let go of everything"],
    "gc-finalizers": ["has a finalizer, which runs now", "has made 1 object reachable again"],
    "gc-generations": ["the collector will not look at it again", "While it is still reachable it survives"],
    "gc-thresholds": ["above its threshold", "Nobody refers to Node"],
    "gc-weakrefs": [
        "is cleared and will give None",
        "its callback <function newer> is called",
        "1 weak reference to garbage is cleared",
    ],
    "identity": ["Nobody refers to", "== and `is` agree"],
    "list-append": ["The list moves to a block of 128", "asks for (9 + (9", "less than half of 16 slots"],
    "list-build": ["then 3 from the right", "The list moves to a block of 64", "The same pointer, 3 times"],
    "list-insert": ["To make room, 4 pointers", "To close the gap, 8 pointers"],
    "list-shrink": ["works the capacity out anew", "The list moves to a block of 96"],
    "lru-cache": ["was not used for the longest time", "goes to the newest end of the ring"],
    "mro-conflict": ["Every head that is left", "YX heads the list of YX"],
    "mro-diamond": ["it stands behind C", "as number 4 in the order of D"],
    "mro-mixins": ["super() goes on behind Loud", "Store.save(self="],
    "mro-simionato": ["R heads the list of K2, but", "as number 7 in the order of A"],
    "mro-super": ["super() goes on behind Left", "as number 4 in the order of Both"],
    "ordered-dict": ["is linked in again at the end", "leaves the list: its neighbours"],
    "refcount": ["b lets go of", "which is being freed, lets go of"],
    "refcount-calls": ["lets go of list", "add(value='a') is called"],
    "refcount-containers": ["box.content holds", "queue lets go of"],
    "set-collisions": ["the slot next door, 2", "a dummy that was passed"],
}

# program, size, stops, options
CASES = [
    ("scenarios/dict-insert.py", "80x24", "0-end", ""),
    ("scenarios/dict-insert.py", "80x24", "13-16,36-39,43", "--ascii"),
    ("scenarios/dict-insert.py", "120x36", "0,16,38,end", ""),
    ("scenarios/dict-insert.py", "200x60", "16,end", ""),
    ("scenarios/dict-insert.py", "200x60", "38", "--ascii"),
    ("scenarios/dict-insert.py", "60x16", "7,16,38,end", ""),
    ("scenarios/dict-insert.py", "40x12", "7,16,38,end", ""),
    ("scenarios/dict-insert.py", "80x24", "38", "--motion 0.5"),
    ("scenarios/dict-insert.py", "80x24", "60-90", "--level 2"),
    ("scenarios/list-append.py", "80x24", "0-end", ""),
    ("scenarios/list-append.py", "80x24", "16,27,30", "--ascii"),
    ("scenarios/list-append.py", "120x36", "16,27,30,end", ""),
    ("scenarios/list-append.py", "200x60", "16,end", ""),
    ("scenarios/list-append.py", "60x16", "16,27,30,end", ""),
    ("scenarios/list-append.py", "80x24", "16,27,30", "--motion 0.5"),
    ("scenarios/refcount.py", "80x24", "0-end", ""),
    ("scenarios/refcount.py", "120x36", "12,26", ""),
    ("scenarios/refcount.py", "200x60", "26", ""),
    ("scenarios/refcount.py", "80x24", "26", "--ascii"),
    ("scenarios/refcount-calls.py", "80x24", "7-10,24-27,36-46", ""),
    ("scenarios/refcount-containers.py", "80x24", "3-19,28-34,50-end", ""),
    ("scenarios/identity.py", "80x24", "3-12,end", ""),
    ("scenarios/list-append.py", "80x24", "10", "--view references"),
    ("scenarios/mro-diamond.py", "80x24", "3,11-17,23,30,end", ""),
    ("scenarios/mro-super.py", "80x24", "36-39", ""),
    ("scenarios/mro-conflict.py", "80x24", "28-40", ""),
    ("scenarios/mro-mixins.py", "80x24", "30-40", ""),
    ("scenarios/mro-simionato.py", "80x24", "50,end", ""),
    ("scenarios/lru-cache.py", "80x24", "5-end", ""),
    ("scenarios/ordered-dict.py", "80x24", "0-end", ""),
    ("scenarios/deque.py", "80x24", "0-end", ""),
    ("scenarios/deque.py", "60x16", "12,end", ""),
    ("scenarios/deque.py", "80x24", "12", "--ascii"),
    ("scenarios/gc-cycle.py", "80x24", "6-end", ""),
    ("scenarios/gc-cycle.py", "40x12", "21", ""),
    ("scenarios/refcount.py", "60x16", "20", ""),
    ("scenarios/refcount.py", "40x12", "20", ""),
    ("scenarios/mro-diamond.py", "60x16", "14", ""),
    ("scenarios/mro-diamond.py", "40x12", "14", ""),
    ("scenarios/dict-insert.py", "20x5", "16,38", ""),
    ("scenarios/list-build.py", "80x24", "18-26", ""),
    ("tests/stage/programs/frames.py", "200x60", "8-12", ""),
    ("scenarios/gc-generations.py", "80x24", "8-14,50-end", ""),
    ("scenarios/gc-thresholds.py", "80x24", "10-24", ""),
    ("scenarios/gc-finalizers.py", "80x24", "20-32,60-end", ""),
    ("scenarios/list-insert.py", "80x24", "7-12,30", ""),
    ("scenarios/list-shrink.py", "80x24", "12-28", ""),
    ("scenarios/list-build.py", "80x24", "4-12,29-38,end", ""),
    ("scenarios/dict-collisions.py", "80x24", "14-18,39-42,end", ""),
    ("scenarios/dict-resize.py", "80x24", "13-20,29,50-53", ""),
    ("scenarios/dict-delete.py", "80x24", "18-23,35", ""),
    ("scenarios/dict-order.py", "80x24", "20-30", ""),
    ("scenarios/dict-attributes.py", "80x24", "8-20", ""),
    ("scenarios/set-collisions.py", "80x24", "10-20", ""),
    ("scenarios/list-append.py", "80x24", "27", "--view heap"),
    ("scenarios/list-append.py", "80x24", "27", "--view history"),
    ("scenarios/copy-assign.py", "80x24", "3-14", ""),
    ("scenarios/copy-shallow.py", "80x24", "4-20", ""),
    ("scenarios/copy-deep.py", "80x24", "6-16", ""),
    ("scenarios/copy-memo.py", "80x24", "9-20,50-56,66-74", ""),
    ("scenarios/copy-memo.py", "80x24", "12,16", "--ascii"),
    ("scenarios/copy-memo.py", "60x16", "16", ""),
    ("scenarios/copy-hooks.py", "80x24", "8-16,20-30", ""),
    ("tests/stage/programs/copies.py", "80x24", "31-41,60-67,98-108", ""),
    ("tests/stage/programs/copies.py", "120x36", "40,64", ""),
    ("tests/stage/programs/frames.py", "80x24", "6-12", "--view frames"),
    ("tests/stage/programs/asides.py", "80x24", "0-end", ""),
    ("tests/stage/programs/asides.py", "80x24", "end", "--view names"),
    ("tests/stage/programs/sets.py", "80x24", "0-end", ""),
    ("tests/stage/programs/sets.py", "120x36", "end", ""),
    ("tests/stage/programs/sort.py", "80x24", "0-end", ""),
    ("tests/stage/programs/sort.py", "80x24", "end", "--view names"),
    ("tests/stage/programs/frames.py", "80x24", "0-end", ""),
    ("tests/stage/programs/frames.py", "120x36", "8-14", ""),
    ("tests/stage/programs/dicts.py", "80x24", "0-end", ""),
    ("tests/stage/programs/error.py", "80x24", "end", ""),
    ("tests/stage/programs/strange.py", "80x24", "end", ""),
    ("tests/stage/programs/strange.py", "80x24", "end", "--ascii"),
    ("tests/stage/programs/classes.py", "80x24", "4-14,21-23,34-60", "--view class"),
    ("tests/stage/programs/classes.py", "200x60", "46", "--view class"),
    ("tests/stage/programs/classes.py", "80x24", "end", "--view instance"),
    ("scenarios/class-attributes.py", "60x16", "23", ""),
    ("scenarios/class-attributes.py", "40x12", "23", ""),
    ("tests/stage/programs/ordinary/nested.py", "80x24", "40,45", ""),
    ("tests/stage/programs/ordinary/sorting.py", "80x24", "11-16", ""),
    ("tests/stage/programs/ordinary/inherit.py", "80x24", "20-24", ""),
    ("tests/stage/programs/printed.py", "80x24", "9,16,20,end", "--view output"),
    ("tests/stage/programs/printed.py", "120x36", "16", ""),
    ("tests/stage/programs/conditions.py", "80x24", "0-end", ""),
    ("tests/stage/programs/values.py", "80x24", "0-36", ""),
    ("tests/stage/programs/enclosed.py", "80x24", "0-end", ""),
    ("tests/stage/programs/defaults.py", "80x24", "0-end", ""),
    ("tests/stage/programs/keywords.py", "80x24", "0-end", ""),
    ("tests/stage/programs/defaults.py", "120x36", "9-12", "--view references"),
    ("tests/stage/programs/oneline.py", "80x24", "0-end", "--level 0"),
    ("tests/stage/programs/deeds.py", "80x24", "0-end", "--level 0"),
    ("tests/stage/programs/many.py", "80x24", "60,76,84-end", ""),
    ("tests/stage/programs/values.py", "80x24", "40", "--view references"),
    ("tests/stage/programs/big.py", "80x24", "end", ""),
    ("tests/stage/programs/big.py", "120x36", "end", ""),
    ("tests/stage/programs/big.py", "200x60", "end", ""),
]


# Each room shows every event of a program, also those in the midst of which objects are half made.
ROOMS = ["class", "instance", "references", "mro", "gc", "copy", "names", "frames", "heap", "history", "output"]


def name_of(program, size, stops, options):
    parts = [pathlib.Path(program).stem, size] + options.replace("-", "").split()
    if stops not in ("0-end", "end") and "motion" not in options:
        parts.append(stops.split(",")[0].split("-")[0])
    return "-".join(parts)


def width(line):
    return sum(not unicodedata.combining(c) for c in line)


def without_counts(row):
    """Of a row of the heap view no numbers: they depend on all that an interpreter allocates, too."""
    left, side, right = row[0].partition(" │ ")
    left = re.sub("[0-9]+", "0", left).replace("■", "·").replace("again", "fresh").replace("~ ", "").replace("pools", "pool")
    return re.sub(" +|─{3,}[┤┬]?", " ", left).rstrip() + side + right


def frames(program, size, stops, options):
    """(frames as text, what is wrong)"""
    columns, rows = map(int, size.split("x"))
    # By its name from the top: a file's path is a str in the machine's memory, and the heap view counts its bytes.
    done = support.run([str(FRAME), program, size, stops] + options.split(), timeout=60, cwd=support.ROOT)
    if done.status != 0:
        return done.stdout, "exit status %s\n%s" % (done.status, done.stderr)
    wrong = ""
    for at, frame in enumerate(done.stdout.split("======== ")[1:]):
        lines = frame.splitlines()[1:]
        if len(lines) != rows or any(width(line) > columns for line in lines):
            wrong += "frame %d is not %s\n" % (at, size)
        if any(ord(c) < 32 or 126 < ord(c) < 160 for line in lines for c in line):
            wrong += "frame %d has a control character\n" % at
        if "--ascii" in options and not frame.isascii():
            wrong += "frame %d is not ASCII\n" % at
    text = ADDRESS.sub(lambda m: "0x" + "0" * len(m[1]), done.stdout)
    text = ID.sub(lambda m: "0" * len(m[0]), text)
    return HEAP.sub(without_counts, text), wrong


def every_event(room):
    return frames("tests/stage/programs/classes.py", "80x24", "0-end", "--level 2 --view " + room)[1]


def moments(name):
    """(the frames of its moments at each size, what is wrong)"""
    program, text = "scenarios/%s.py" % name, ""
    lesson, wrong = frames(program, "80x24", "1-end", "")
    lesson = [frame for frame in lesson.split("======== ")[1:] if " Before the first step " not in frame]
    for said in MOMENTS.get(name, ["MOMENTS in tests/stage/run.py names it"]):
        frame = next((frame for frame in lesson if said in " ".join(frame.split())), None)
        if not frame:
            wrong += "at no stop of %s the voice says '%s'\n" % (name, said)
            continue
        for size in SIZES:
            shown, bad = frames(program, size, frame.split()[0], "")
            text, wrong = text + shown, wrong + bad
    return text, wrong


def pace(path):
    """What is wrong with the pace of a lesson or of an ordinary program of a page: every step must show something, and
    there must not be too many."""
    done = support.run([str(FRAME), str(path), "80x24", "1-end"], timeout=60, cwd=support.ROOT)
    if done.status != 0:
        return "exit status %s\n%s" % (done.status, done.stderr)
    stops = [frame.splitlines()[1:-1] for frame in done.stdout.split("======== ")[1:]]
    wrong = "".join("stop %d looks like stop %d\n" % (i + 2, i + 1)
                    for i, (a, b) in enumerate(zip(stops, stops[1:])) if a == b)
    lesson = path.parts[0] == "scenarios"
    if not (LEAST_STOPS if lesson else 25) <= len(stops) <= MOST_STOPS:
        wrong += "%d stops\n" % len(stops)
    return wrong


def main(arguments):
    update = "--update" in arguments
    parts = [part for part in arguments if part != "--update"]
    if not os.access(FRAME, os.X_OK):
        sys.exit("%s: not built (make test builds it)" % FRAME)
    cases = [case for case in CASES if not parts or any(part in name_of(*case) for part in parts)]
    assert len({name_of(*case) for case in cases}) == len(cases), "two cases of one name"
    EXPECTED.mkdir(exist_ok=True)
    failed = 0
    scenarios = [p.stem for p in sorted((support.ROOT / "scenarios").glob("*.py"))]
    lessons = [name for name in scenarios if not parts or any(part in "moment-" + name for part in parts)]
    shown = list(zip(map(lambda case: name_of(*case), cases),
                     support.in_parallel(lambda case: frames(*case), cases)))
    shown += zip(("moment-" + name for name in lessons), support.in_parallel(moments, lessons))
    for name, (text, wrong) in shown:
        path = EXPECTED / (name + ".txt")
        if update and not wrong:
            path.write_text(text, encoding="utf-8")
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if text != expected:
            wrong += "\n".join(difflib.unified_diff(expected.splitlines(), text.splitlines(), path.name, "now",
                                                    lineterm="", n=2)) + "\n"
        if wrong:
            failed += 1
            print("FAILED %s\n%s" % (name, wrong[:4000]))
    paced = [path.relative_to(support.ROOT) for folder in (support.ROOT / "scenarios", ORDINARY)
             for path in sorted(folder.glob("*.py")) if not parts or any(part in "pace-" + path.stem for part in parts)]
    for path, wrong in zip(paced, support.in_parallel(pace, paced)):
        if wrong:
            failed += 1
            print("FAILED pace-%s\n%s" % (path.stem, wrong))
    rooms = [room for room in ROOMS if not parts or any(part in "room-" + room for part in parts)]
    for room, wrong in zip(rooms, support.in_parallel(every_event, rooms)):
        if wrong:
            failed += 1
            print("FAILED room-%s\n%s" % (room, wrong[:4000]))
    print(support.closing_line(len(shown) + len(paced) + len(rooms) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
