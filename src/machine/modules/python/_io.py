from io import (BufferedIOBase, BufferedRandom, BufferedReader, BufferedWriter, BytesIO,
                DEFAULT_BUFFER_SIZE, FileIO, IOBase, RawIOBase, StringIO, TextIOBase, TextIOWrapper,
                UnsupportedOperation, open)
