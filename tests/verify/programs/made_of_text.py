"""Code made of text, docstrings, tests in them, and what typing's caches hold."""
import doctest
import gc
import re
from typing import Dict, List, Optional, Union


class Stack:
    """  A stack.

        >>> s = Stack()
        >>> s.push((1, 2)); s.push((3, 4))
        >>> s.pop()
        (3, 4)
        >>> Stack().pop()
        Traceback (most recent call last):
            ...
        IndexError: pop from empty list
    """

    def __init__(self):
        self.items: List[tuple] = []

    def push(self, item: Optional[tuple]) -> None:
        """
        >>> Stack().push(None)
        """
        self.items.append(item)

    def pop(self) -> Union[tuple, None]:
        return self.items.pop()


print(doctest.testmod())
known: Dict[str, Stack] = {"a": Stack()}


def show(t):
    return t


code = compile("show((1, 2, 3))", "text", "exec")
exec(code)
a = eval("show((4, 5))")
exec("b = (6, 7)")
try:
    exec("show(1 / 0)", {"show": show})
except ZeroDivisionError as e:
    error = e
pattern = re.compile(r"(\w)-(\w)")
found = pattern.findall("a-b c-d")
print(a, found, repr(None), [type(each).__name__ for each in gc.get_referrers(code)])
