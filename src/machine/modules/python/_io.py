# _io: the names under which CPython's C part of io is known; everything is io's own.

from io import (BufferedIOBase, BufferedRandom, BufferedReader, BufferedWriter, BytesIO,
                DEFAULT_BUFFER_SIZE, FileIO, IOBase, RawIOBase, StringIO, TextIOBase, TextIOWrapper,
                UnsupportedOperation, open)
