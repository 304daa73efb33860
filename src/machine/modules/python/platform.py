# What a program runs on: the machine that is simulated, not the one that simulates it.

import sys as _sys
from collections import namedtuple as _namedtuple
from posix import uname as _uname

_system, _node, _release, _system_version, _machine = _uname()


class uname_result(_namedtuple("uname_result_base", "system node release version machine")):
    """Five texts, and the processor."""

    processor = ""
    _fields = ("system", "node", "release", "version", "machine", "processor")

    def __iter__(self):
        yield from tuple.__iter__(self)
        yield self.processor

    def __getitem__(self, key):
        return tuple(self)[key]

    def __len__(self):
        return 6

    def __repr__(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"uname_result({shown})"


def uname():
    return uname_result(_system, _node, _release, _system_version, _machine)


def system():
    return _system


def node():
    return _node


def release():
    return _release


def version():
    return _system_version


def machine():
    return _machine


def processor():
    return ""


def architecture(executable=None, bits="", linkage=""):
    return "64bit", "ELF"


def platform(aliased=False, terse=False):
    if terse:
        return f"{_system}-{_release}-glibc2.36"
    return f"{_system}-{_release}-{_machine}-with-glibc2.36"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return "glibc", "2.36"


def python_implementation():
    return "CPython"


def python_version():
    return "%d.%d.%d" % _sys.version_info[:3]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_branch():
    return ""


python_revision = python_branch


def python_build():
    return "main", "Jan  1 2025 00:00:00"


def python_compiler():
    return "GCC 12.2.0"
