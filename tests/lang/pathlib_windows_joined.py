# Windows paths of servers and drives, joined with others.
from pathlib import PureWindowsPath
for a in ('//a/', '//a', '//a/b', '//a/b/', '//a//', 'c:/x', 'c:x', '//a/b/c', '//./c:', '//a/b//c', '///a/b'):
    for b in ('q', '/q', 'c:q', '//z/y'):
        p = PureWindowsPath(a)/b
        print(a, b, str(p), repr(p), p.drive, p.root, p.parts, p.anchor, p.is_absolute(), str(p.parent), p.name)
        try: print(p.with_name('zz'))
        except Exception as e: print(e)
        print(p.joinpath('x'), p.as_posix())
    print(PureWindowsPath(a, 'q'), PureWindowsPath(a), PureWindowsPath(a).parts)
