#!/usr/bin/env python3
"""Random expressions of int, float and complex, and format specifications, under python3 and under `pyviz run`.

    tests/fuzz/numbers.py [SEED [COUNT]]

The expressions that raise under python3 are run one by one, for the last line of standard error; all others are the
lines of one program. Values crowd where representations change: around powers of two, at the ends of limbs and digits,
between subnormals, halves and powers of ten.
"""

import math
import pathlib
import random
import struct
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import support  # noqa: E402

RAISING = 60        # expressions that raise: each costs a process on either side
EDGES = (15, 30, 31, 32, 53, 60, 61, 62, 63, 64, 65, 90, 127, 128)


class Values:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def int(self):
        r = self.random
        kind = r.random()
        if kind < 0.3:
            value = r.randrange(300)
        elif kind < 0.5:
            value = (1 << r.choice(EDGES)) + r.randrange(-2, 3)
        else:
            value = r.getrandbits(r.choice((31, 62, 64, 128, 700, 2000)))
        return -value if r.random() < 0.5 else value

    def float(self):
        r = self.random
        kind = r.random()
        if kind < 0.2:
            return float(r.randrange(-20, 20)) + r.choice((0, 0.5))
        if kind < 0.5:
            return r.randrange(-10**6, 10**6) / r.choice((1, 8, 10, 100, 1000))
        if kind < 0.6:
            return r.choice((0.0, -0.0, math.inf, -math.inf, 5e-324, 2.2250738585072014e-308, 1e16, 1e22, 1e23))
        if kind < 0.7:
            return math.ldexp(1.0, r.randrange(-1074, 1023))
        value = struct.unpack("<d", r.randbytes(8))[0]
        return 1.5 if math.isnan(value) else value

    def number(self):
        kind = self.random.random()
        if kind < 0.55:
            return self.int()
        if kind < 0.9:
            return self.float()
        return complex(self.float(), self.float()) if kind < 0.97 else kind < 0.985

    def specification(self):
        r = self.random
        fill = r.choice(("",) * 3 + ("*", "x", "0", "é", " ")) if r.random() < 0.4 else None
        parts = ["" if fill is None else fill + r.choice("<>=^")]
        for choices in (" +-", "z", "#", "0"):
            parts.append(r.choice(("",) * 4 + tuple(choices)))
        parts.append(r.choice(("", "", str(r.randrange(40)))))
        parts.append(r.choice(("",) * 4 + (",", "_")))
        parts.append(r.choice(("", "", ".%d" % r.randrange(25))))
        parts.append(r.choice(("",) + tuple("bcdeEfFgGnosxX%")))
        return "".join(parts)


def source(value):
    """An expression for the value that involves no other operation than a sign."""
    if isinstance(value, complex):
        return "complex(%s, %s)" % (source(value.real), source(value.imag))
    if isinstance(value, float) and not math.isfinite(value):
        return "float('%r')" % value
    return "(%r)" % (value,)


def operation(v):
    r = v.random
    operator = r.choice(("+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "<", "<=", "==", ">"))
    a, b = v.number(), v.number()
    if operator in ("**", "<<", ">>"):
        b = r.randrange(-3, 40) if r.random() < 0.8 else v.float()
    elif r.random() < 0.2 and isinstance(a, float) and math.isfinite(a):
        b = int(a) + r.randrange(-1, 2)
    return "%s %s %s" % (source(a), operator, source(b))


def expression(v):
    r = v.random
    kind = r.random()
    if kind < 0.4:
        return operation(v)
    if kind < 0.7:
        return "format(%s, %r)" % (source(v.number()), v.specification())
    if kind < 0.8:
        return "round(%s, %d)" % (source(v.number()), r.choice((r.randrange(-20, 20), r.randrange(-330, 330))))
    if kind < 0.85:
        return "pow(%s, %d, %s)" % (source(v.int()), r.randrange(-40, 1 << 60), source(v.int()))
    function = r.choice(("repr", "hash", "abs", "int", "float", "bool", "hex", "-", "~"))
    return "%s(%s)" % (function, source(v.number()))


def evaluate(text):
    """Does it raise?"""
    try:
        repr(eval(text))  # noqa: S307
    except (ArithmeticError, TypeError, ValueError):
        return True
    return False


def run(command, program, profile=()):
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(program)
        file.flush()
        done = subprocess.run([*command, *profile, file.name], capture_output=True, encoding="utf-8",
                              errors="surrogateescape", env=support.environment(), check=False)
    return done.stdout.splitlines(), done.stderr.splitlines()[-1:]


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    reference = support.Reference()
    python, machine = [reference.path, "-W", "ignore"], [support.pyviz(), "run", "--python", reference.profile]
    v = Values(seed)
    calm, raising = [], []
    for text in (expression(v) for _ in range(count)):
        (raising if evaluate(text) else calm).append(text)
    program = "".join("print(ascii(%s))\n" % text for text in calm)
    failures = []
    expected, actual = run(python, program), run(machine, program)
    for text, want, got in zip(calm, expected[0], actual[0]):
        if want != got:
            failures.append((text, want, got))
    if len(expected[0]) != len(actual[0]) or expected[1] != actual[1]:
        failures.append(("the program as a whole", expected[1], actual[1]))
    raising = raising[:RAISING]
    for text in raising:
        want, got = run(python, "print(%s)\n" % text)[1], run(machine, "print(%s)\n" % text)[1]
        if want != got:
            failures.append((text, want, got))
    for text, want, got in failures[:20]:
        print("%s\n    python3 %s\n    pyviz   %s" % (text[:200], want, got))
    print("seed %d" % seed)
    print(support.closing_line(len(calm) + len(raising) - len(failures), len(failures)))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
