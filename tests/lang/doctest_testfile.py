# doctest.testfile: the examples in a text file.
import doctest
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "examples.txt")
with open(path, "w") as f:
    f.write("A text.\n\n>>> 1 + 1\n2\n>>> print('a')\nb\n>>> n\n7\n\nThe end.\n")
import io, sys
out, sys.stdout = sys.stdout, io.StringIO()
result = doctest.testfile(path, module_relative=False, globs={"n": 7})
text, sys.stdout = sys.stdout.getvalue(), out
print(text.replace(path, "PATH"))
print(result)
for kw in {"package": 3, "module_relative": False}, {}:
    try:
        doctest.testfile(path, **kw)
    except ValueError as e:
        print(e)
