# Drives, shares and devices of Windows paths.
from pathlib import PureWindowsPath

for text in ("//", "///a", "//a", "//a/b", "//a/b/c", "//a/b//c", "///a/b/c", "////a", "/a//b", "//a//b",
             "\\\\?\\c:", "//?/c:/x", "//./x", "//./c:/x", "//?/UNC/a/b/c", "//?/UNC/a", "c:", "c:a", "c:/a/../b",
             "1:a", "//?/", "//?"):
    path = PureWindowsPath(text)
    print(repr(text), repr(path), repr(path.drive), repr(path.root), path.parts, path.is_absolute())
for first, second in (("//a/b", "c"), ("c:", "a"), ("c:/a", "/b"), ("c:/a", "d:b"), ("//a/b/c", "/d"), ("a", "//s/t/u")):
    print(first, second, PureWindowsPath(first) / second, PureWindowsPath(first, second))
