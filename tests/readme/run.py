#!/usr/bin/env python3
"""Are the frames in README.md real?

Each stands in a fenced block behind a comment that says how it was made:

    <!-- pyviz render dict-insert --stop 14 -->

run.py compares every one with what the command prints now, addresses aside; run.py --update writes it anew.
"""

import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
PYVIZ = os.environ.get("PYVIZ", str(ROOT / "pyviz"))
FRAME = re.compile(r"<!-- pyviz (render .*?) -->\n```text\n(.*?)```\n", re.DOTALL)


ADDRESS = re.compile(r"0x[0-9a-f]{8,}")


def render(arguments):
    return subprocess.run([PYVIZ, *shlex.split(arguments)], capture_output=True, check=True).stdout.decode()


def update():
    text = FRAME.sub(lambda m: "<!-- pyviz %s -->\n```text\n%s```\n" % (m[1], render(m[1])), README.read_text())
    README.write_text(text)


def check():
    failed = 0
    frames = FRAME.findall(README.read_text())
    for arguments, shown in frames:
        if ADDRESS.sub("", render(arguments)) != ADDRESS.sub("", shown):
            failed += 1
            print("README.md: the frame of `pyviz %s` is not what it prints now (tests/readme/run.py --update)" % arguments)
    if not frames:
        failed += 1
        print("README.md shows no frame")
    print("%d passed, %d failed" % (len(frames) - failed if frames else 0, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(update() if sys.argv[1:] == ["--update"] else check())
