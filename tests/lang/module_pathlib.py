# pathlib: pure paths of both kinds, and Path over the file system.
from pathlib import *
import pathlib, os, pickle
def show(label, f):
    try: print(label, repr(f()))
    except Exception as e: print(label, type(e).__name__, e)
texts = ["", ".", "/", "a", "a/b", "/a/b/", "a//b/./c", "../a", "a.txt", ".bashrc", "a.tar.gz", "a.", "/a/..", "..", "a/.b.c", "c:/x", "c:x", "\\a\\b", "\\\\srv\\share\\f.txt", "C:\\A\\b.TXT", "..a", "a b/ü.py"]
for cls in (PurePosixPath, PureWindowsPath):
    for t in texts:
        p = cls(t)
        print(repr(p), str(p), p.parts, p.drive, p.root, p.anchor, p.name, p.suffix, p.suffixes, p.stem, repr(p.parent), p.is_absolute(), [str(q) for q in p.parents])
        show("name", lambda: p.with_name("x.y")); show("suffix", lambda: p.with_suffix(".z")); show("stem", lambda: p.with_stem("st"))
    a = cls("/a/b/c.py")
    for o in ("/a", "/a/b/c.py", "/x", "a", "/", "/a/b/d"):
        show("rel", lambda: a.relative_to(o)); show("isrel", lambda: a.is_relative_to(o))
    for q in ("*.py", "c.*", "b/*", "/a/*/c.py", "*", "a/*/*.py", "/*.py", "", "**/c.py", "C.PY"):
        show("match " + q, lambda: a.match(q))
    show("join", lambda: a.joinpath("d", "/e", "f")); show("div", lambda: a / "q" / cls("r")); show("rdiv", lambda: "z" / cls("y"))
    show("bad", lambda: a / 3); show("bad2", lambda: cls(3)); show("bad3", lambda: cls(b"x")); show("bad4", lambda: 3 / a)
    show("wn", lambda: a.with_name("a/b")); show("wn", lambda: a.with_name("")); show("ws", lambda: a.with_suffix("py")); show("ws", lambda: a.with_suffix(".")); show("ws", lambda: a.with_suffix(""))
    print(sorted([cls("b"), cls("a/c"), cls("a"), cls("/a"), cls("a.b")]), cls("a") == cls("A"), cls("a") < cls("B"), hash(cls("x/y")) == hash(cls("x//y")))
    show("lt", lambda: cls("a") < "a"); print(cls("a") == "a", cls("a/b").as_posix(), bytes(cls("a")))
    print(a.parents[0], a.parents[-1], list(a.parents[:2]), len(a.parents)); show("idx", lambda: a.parents[9])
print(PurePosixPath("a") == PureWindowsPath("a")); show("cmp", lambda: PurePosixPath("a") < PureWindowsPath("a"))
print(PurePath("a"), type(PurePath("a")).__name__, type(Path("a")).__name__, type(Path("a")), repr(Path()), Path("a", "b"), isinstance(Path("x"), os.PathLike))
show("win", lambda: WindowsPath("a"))
print(pickle.loads(pickle.dumps(Path("/a/b"))), os.fspath(Path("q")), {Path("a"): 1}[Path("a")])
r = Path("root"); r.mkdir(); show("mk", lambda: r.mkdir()); show("mk", lambda: r.mkdir(exist_ok=True)); show("mk", lambda: Path("n/o").mkdir()); show("mk", lambda: Path("n/o").mkdir(parents=True))
f = r / "one.txt"; print(f.write_text("hello\nworld\n"), f.read_text(), f.read_bytes(), f.exists(), f.is_file(), f.is_dir(), r.is_dir(), f.stat().st_size)
show("wt", lambda: f.write_text(b"x")); show("rt", lambda: Path("nope").read_text()); show("st", lambda: Path("nope").stat()); show("un", lambda: Path("nope").unlink()); show("un", lambda: Path("nope").unlink(missing_ok=True))
(r / "sub/deep").mkdir(parents=True); (r / "sub/two.py").touch(); (r / "sub/deep/three.py").write_bytes(b"abc"); (r / ".hid").touch()
show("touch", lambda: f.touch(exist_ok=False))
for pat in ("*", "*.py", "**/*.py", "**", "*/*", "sub/*.py", "**/", "nope/*", "sub", "*/deep/*", ".*", "**/deep/**", "s*/"):
    show("glob " + pat, lambda: sorted(str(x) for x in r.glob(pat)))
    show("rglob " + pat, lambda: sorted(str(x) for x in r.rglob(pat)))
show("g", lambda: list(r.glob(""))); show("g", lambda: list(r.glob("/x"))); show("g", lambda: list(r.glob("**x")))
print(sorted(r.iterdir())); show("it", lambda: list(Path("nope").iterdir())); show("it", lambda: list(f.iterdir()))
print(f.rename(r / "new.txt"), (r / "new.txt").read_text().splitlines(), f.exists()); show("rn", lambda: f.rename("x"))
print((r / "new.txt").replace(r / "z.txt")); show("rmdir", lambda: r.rmdir()); show("open", lambda: r.open()); show("isab", lambda: Path("a").absolute() == Path.cwd() / "a")
with (r / "z.txt").open("a") as h: h.write("more")
print((r / "z.txt").read_text().split(), (r / "z.txt").samefile("root/z.txt"), Path("root/../root").resolve().name, (Path.home() / "x").name)
print([x.name for x in sorted(r.rglob("*.py"))], Path(__file__).name, Path(__file__).suffix, Path(__file__).exists(), Path(__file__).resolve().parent == Path(__file__).parent)
for p in sorted(r.rglob("*"), reverse=True):
    p.rmdir() if p.is_dir() else p.unlink()
r.rmdir(); print(r.exists(), str(Path("~").expanduser()) == str(Path.home()))
