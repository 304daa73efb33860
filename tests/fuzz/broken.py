#!/usr/bin/env python3
"""Programs and lessons with something broken in them: whatever pyviz is given, it ends with a documented status, says
nothing of a sanitizer, and what it writes as JSON or XML is that.

    tests/fuzz/broken.py [SEED [COUNT]]

Each is a file of tests/lang or of scenarios with some bytes, words or lines changed; a failing one is kept and named.
"""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import xml.dom.minidom

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import support  # noqa: E402

WORDS = [word.encode() for word in (
    "( ) [ ] { } : = := * ** lambda async await yield match case f'{ }' ''' \\ \n \t \0 \r \x0c global nonlocal except* del "
    "import ... 0x 1_0 1e999 j @ ->").split(" ")] + [
    b"\xff", b"\xc3", b"\xf0\x9f", b"\xef\xbb\xbf", b"# coding: latin-1\n", b"# pyviz: ", b"# pyviz: show x, \n", b"# pyviz: view mro\n",
    b"# pyviz: detail \n", b"# pyviz: input \n", b"# %% \n", b"class ", b"def ", b"'\\ud800'", b"\xe2\x80\xae"]
COMMANDS = ("check", "run", "state --end", "state --at 40", "trace", "render --end --format svg", "render --stop 9 --size 20x5")
PATIENCE = 120      # seconds


def broken(chance, data):
    """The bytes of a program after a few accidents."""
    data = bytearray(data[:4000])
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.randrange(30))
        kind = chance.randrange(5)
        if kind == 0:
            data[at:at] = chance.choice(WORDS)
        elif kind == 1:
            data[at:end] = chance.choice((b"", chance.choice(WORDS)))
        elif kind == 2:
            data[at:at] = data[end:end + chance.randrange(60)]
        elif kind == 3:
            data[at:at + 1] = bytes([chance.randrange(256)])
        else:
            lines = bytes(data).split(b"\n")
            chance.shuffle(lines)
            data = bytearray(b"\n".join(lines))
    return bytes(data)


def complaint(command, done):
    """What is wrong with how it ended, or None."""
    errors = support.SANITIZER.sub(b"", done.stderr)
    if done.returncode < 0 or (command[0] != "run" and done.returncode not in (0, 1)):
        return "status %d" % done.returncode
    if b"Sanitizer" in errors or b"runtime error:" in errors:
        return errors.decode("utf-8", "replace")
    try:
        if command[0] in ("state", "trace"):
            for line in done.stdout.decode("utf-8").splitlines():
                json.loads(line)
        elif "svg" in command and done.stdout:
            xml.dom.minidom.parseString(done.stdout)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)
    return None


def main(arguments):
    seed, count = ([int(a) for a in arguments] + [0, 200][len(arguments):])[:2]
    pyviz = support.pyviz()
    files = sorted((support.ROOT / "tests" / "lang").glob("*.py")) + sorted((support.ROOT / "scenarios").glob("*.py"))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(seed, seed + count):
            chance = random.Random(number)
            path = pathlib.Path(folder) / ("broken-%d.py" % number)
            path.write_bytes(broken(chance, chance.choice(files).read_bytes()))
            command = chance.choice(COMMANDS).split()
            version = chance.choice(("3.11", "3.12", "3.13"))
            try:
                done = subprocess.run([pyviz, *command, "--python", version, "--max-events", "30000", "--max-memory", "64", str(path)],
                                      capture_output=True, stdin=subprocess.DEVNULL, env=support.environment(), timeout=PATIENCE)
                wrong = complaint(command, done)
            except subprocess.TimeoutExpired:
                wrong = "no end within %d s" % PATIENCE
            if wrong:
                failed += 1
                kept = pathlib.Path(tempfile.gettempdir()) / path.name
                os.replace(path, kept)
                print("FAILED %s --python %s %s\n%s\n" % (" ".join(command), version, kept, wrong), flush=True)
    print(support.closing_line(count - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
