# What dir() lists of types that are seldom asked.
import types

for t in (bytearray, memoryview, types.FrameType, types.TracebackType, types.CoroutineType, types.GeneratorType):
    print(t.__name__, dir(t))
print(list(memoryview(b'ab')), [x for x in memoryview(b'cd')], iter(memoryview(b'e')).__next__())
