"""Parses every .py file of the standard library with pyviz and with the python3 that runs this, and
compares the trees as ast.dump prints them, positions included.

usage: parser_trees.py TOOL [FOLDER...]

EVERY (default 7) in the environment: of the files every how many-th is read.
"""

import ast
import os
import pathlib
import re
import subprocess
import sys
import sysconfig
import warnings

MINOR = sys.version_info.minor
warnings.simplefilter("ignore")


class BlurFStrings(ast.NodeVisitor):
    """Before 3.12 the parts of an f-string had no places of their own: leave theirs out."""

    def __init__(self):
        self.inside = 0

    def visit(self, node):
        if isinstance(node, ast.JoinedStr):
            self.inside += 1
            self.generic_visit(node)
            self.inside -= 1
        else:
            self.generic_visit(node)
        if self.inside and hasattr(node, "lineno"):
            for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
                setattr(node, name, 0)


def dump(tree):
    if MINOR < 12:
        BlurFStrings().visit(tree)
    return ast.dump(tree, include_attributes=True)


def blur(text):
    """The same for a dumped tree: zeroes the places inside each JoinedStr(...)."""
    if MINOR >= 12 or "JoinedStr(" not in text:
        return text
    out, depth, inside, at = [], 0, [], 0
    token = re.compile(r"JoinedStr\(|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[()]|"
                       r"((?:end_)?(?:lineno|col_offset))=\d+")
    for match in token.finditer(text):
        out.append(text[at:match.start()])
        at = match.end()
        found = match.group()
        if found == "JoinedStr(":
            inside.append(depth)
            depth += 1
        elif found == "(":
            depth += 1
        elif match.group(1) and inside and depth > inside[0] + 1:
            found = match.group(1) + "=0"
        elif found == ")":
            depth -= 1
            if inside and inside[-1] == depth:
                inside.pop()
        out.append(found)
    out.append(text[at:])
    return "".join(out)


def same_text(ours, theirs):
    """What is printable depends on the version of Unicode: escapes and characters are the same."""
    def plain(text):
        return re.sub(r"(?<!\\)\\(?:u([0-9a-f]{4})|U([0-9a-f]{8}))",
                      lambda m: chr(int(m.group(1) or m.group(2), 16)), text)
    return ours == theirs or plain(ours) == plain(theirs)


def main():
    tool = sys.argv[1]
    folders = sys.argv[2:] or [sysconfig.get_paths()["stdlib"]]
    files = sorted(path for folder in folders for path in pathlib.Path(folder).rglob("*.py")
                   if "site-packages" not in path.parts)[::int(os.environ.get("EVERY", 7))]
    process = subprocess.Popen([tool, f"dump{MINOR}"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True, encoding="utf-8")
    same = refused = skipped = 0
    different = []
    for path in files:
        try:
            tree = ast.parse(path.read_bytes(), str(path))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            tree = None
        process.stdin.write(f"{path}\n")
        process.stdin.flush()
        ours = process.stdout.readline().rstrip("\n")
        if tree is None:
            skipped += 1
        elif ours.startswith("not simulated"):
            refused += 1
        elif same_text(blur(ours), blur(dump(tree))):
            same += 1
        else:
            different.append((path, ours, dump(tree)))
    for path, ours, theirs in different[:10]:
        ours, theirs = blur(ours), blur(theirs)
        at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), 0)
        print(f"{path}\n  pyviz:  {ours[max(0, at - 80):at + 120]}"
              f"\n  python: {theirs[max(0, at - 80):at + 120]}")
    print(f"{len(files)} files: {same} trees equal, {len(different)} different, "
          f"{refused} not simulated, {skipped} that python3 does not parse")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
