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
"""
_from_protocol_2 = """
PROTO NEWOBJ EXT1 EXT2 EXT4 TUPLE1 TUPLE2 TUPLE3 NEWTRUE NEWFALSE LONG1 LONG4 SHORT_BINUNICODE BINUNICODE8 BINBYTES8
EMPTY_SET ADDITEMS FROZENSET NEWOBJ_EX STACK_GLOBAL MEMOIZE FRAME BYTEARRAY8 NEXT_BUFFER READONLY_BUFFER
"""
_words = _instructions.split()
opcodes = {name: letter.encode() for name, letter in zip(_words[::2], _words[1::2])}
opcodes.update((name, bytes((0x80 + n,))) for n, name in enumerate(_from_protocol_2.split()))
globals().update(opcodes)
del _instructions, _from_protocol_2, _words


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def encode_long(x):
    """An integer as the fewest bytes that hold it and its sign; none for 0."""
    bits = (~x if x < 0 else x).bit_length() + 1  # with that of the sign
    return x.to_bytes((bits + 7) // 8, "little", signed=True) if x else b""


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)
