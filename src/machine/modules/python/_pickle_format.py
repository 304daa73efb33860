# What a pickle is made of: a program for a small stack machine, one letter an instruction.
#
# Protocols 0 and 1 are text and mostly binary, 2 knows classes without __init__, 3 bytes, 4 long
# things, frames and sets, 5 bytearrays.  Each reads what those before it wrote.

HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 5, 4

_instructions = """
MARK (      STOP .      POP 0       POP_MARK 1  DUP 2       FLOAT F     INT I       BININT J    BININT1 K
LONG L      BININT2 M   NONE N      PERSID P    BINPERSID Q REDUCE R    STRING S    BINSTRING T SHORT_BINSTRING U
UNICODE V   BINUNICODE X            APPEND a    BUILD b     GLOBAL c    DICT d      EMPTY_DICT } APPENDS e
GET g       BINGET h    INST i      LONG_BINGET j           LIST l      EMPTY_LIST ] OBJ o      PUT p
BINPUT q    LONG_BINPUT r           SETITEM s   TUPLE t     EMPTY_TUPLE )           SETITEMS u  BINFLOAT G
BINBYTES B  SHORT_BINBYTES C
PROTO \x80  NEWOBJ \x81 EXT1 \x82   EXT2 \x83   EXT4 \x84   TUPLE1 \x85 TUPLE2 \x86 TUPLE3 \x87
NEWTRUE \x88            NEWFALSE \x89           LONG1 \x8a  LONG4 \x8b
SHORT_BINUNICODE \x8c   BINUNICODE8 \x8d        BINBYTES8 \x8e          EMPTY_SET \x8f          ADDITEMS \x90
FROZENSET \x91          NEWOBJ_EX \x92          STACK_GLOBAL \x93       MEMOIZE \x94            FRAME \x95
BYTEARRAY8 \x96         NEXT_BUFFER \x97        READONLY_BUFFER \x98
"""
_words = _instructions.split()
opcodes = {name: letter.encode("latin-1") for name, letter in zip(_words[::2], _words[1::2])}
globals().update(opcodes)
del _instructions, _words


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


for _type in (PickleError, PicklingError, UnpicklingError):
    _type.__module__ = "_pickle"
del _type


def encode_long(x):
    """An integer as the fewest bytes that hold it and its sign; none for 0."""
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xff and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)
