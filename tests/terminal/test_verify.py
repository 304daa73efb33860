"""v: the real python3 runs the program, too, while the lesson goes on."""

import os

import support
from test_keys import STILL, lesson, write

REFERENCE = support.Reference()
WITH = ("--with", REFERENCE.path)
SKIPPED = REFERENCE.unsuited()
VERSION = r"%d\.%d\.%d" % REFERENCE.version


def test_a_badge_for_what_matches():
    with lesson("dict-insert", STILL, *WITH) as t:
        t.keys("v")
        t.wait_for(r"matches CPython %s: \d+ statements, \d+ figures" % VERSION)
        t.wait_for(r"= CPython %s · CPython 3\.13" % VERSION)
        t.keys("Right")
        t.wait_step(2)
        assert "= CPython" in t.text(), "the badge stays"
        t.quit()


def test_the_first_difference_is_told():
    with lesson("dict-insert", STILL) as t:
        folder = t.folder
        path = write(t, "p.py", "assert [1] == [2]\n")
        wrapper = write(t, "python3", "#!/bin/sh\nexec %s -O \"$@\"\n" % REFERENCE.path)
        os.chmod(wrapper, 0o755)
        t.quit()
        t.start(path, STILL, "--with", wrapper)
        t.keys("v")
        t.wait_for(r"differs from CPython %s at \d+ of \d+ statements?" % VERSION)
        t.wait_for(r"not = CPython")
        t.wait_for(r"\(pyviz verify lists them all\.\)")
        t.quit()
        assert not [name for name in os.listdir(folder) if name.startswith("pyviz-")]


def test_the_lesson_goes_on_meanwhile():
    with lesson("dict-insert", STILL) as t:
        path = write(t, "p.py", "n = 0\nwhile n < 10**9:\n    n += 1\n")
        t.quit()
        t.start(path, STILL, *WITH)
        t.keys("v")
        t.wait_for(r"verifying: ")
        t.keys("Down", "Down")
        t.wait_for(r"► +2")
        t.keys("v")
        t.wait_for(r"no longer verifying")
        t.keys("v")
        t.wait_for(r"verifying: ")
        t.quit()


def test_what_cannot_be_verified():
    with lesson("dict-insert", STILL, "--with", "/no/such/python") as t:
        t.keys("v")
        t.wait_for(r"/no/such/python cannot be run")
        t.keys("Right")
        t.wait_step(2)
        t.quit()
