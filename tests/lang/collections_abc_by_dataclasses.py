"""Who imports dataclasses has collections.abc, too."""
import collections
import dataclasses

print(collections.abc.Sequence, isinstance([], collections.abc.MutableSequence))
print(dataclasses.is_dataclass(int), hasattr(dataclasses, "collections"))
