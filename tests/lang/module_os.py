# os and os.path: folders, files and paths over the file system, with CPython's errors.
import os, os.path
p=os.path
def show(f,*a,**k):
    try: print(f.__name__.replace("_path_",""), a, repr(f(*a,**k)))
    except Exception as e: print(f.__name__.replace("_path_",""), a, type(e).__name__, e)
for x in ["", "/", "//", "///", "a", "a/b", "/a/b/", "a//b", "./a/../b", "/../a", "a.txt", ".bashrc", "a/.b.c", "...", "a/...b", b"x/y.z", 5, None]:
    for f in (p.split,p.splitext,p.basename,p.dirname,p.normpath,p.isabs,p.splitdrive): show(f,x)
show(p.join,"a","b","/c","d/","e",""); show(p.join,"a",b"b"); show(p.join,"a",3); show(p.join,"","x"); show(p.join, b"a", b"")
show(p.commonprefix,["abc","abd"]); show(p.commonpath,["/a/b","/a/c/d"]); show(p.commonpath,[]); show(p.commonpath,["/a","b"]);show(p.commonpath,["a/b","a/b/c"])
show(p.relpath,"/a/b/c","/a/d"); show(p.relpath,"a/b","a"); show(p.relpath,"")
show(p.expandvars,"$NOPE/x ${NOPE} $"); show(p.abspath,"/x/../y")
show(p.exists, "nope")
for d in ("da","da/sub","da/sub/deep"): os.mkdir(d)
show(os.mkdir,"da"); show(os.mkdir,"no/such"); show(os.rmdir,"da"); show(os.rmdir,"none"); show(os.remove,"da"); show(os.remove,"none")
for n in ("da/one.txt","da/sub/two.py","da/sub/deep/three.txt"):
    with open(n,"w") as f: f.write(n*3)
print(sorted(os.listdir("da")), os.path.getsize("da/one.txt"), os.path.isdir("da"), os.path.isfile("da/one.txt"))
for r,d,f in os.walk("da"): print(r,sorted(d),sorted(f))
for r,d,f in os.walk("da",topdown=False): print(r,sorted(d),sorted(f))
show(os.rename,"none","x"); show(os.rename,"da/one.txt","da/1.txt"); print(sorted(os.listdir("da")))
show(os.rename,"da/1.txt","da/sub"); show(os.rename,"da","da/sub/x"); show(os.rename,"da/sub","da/1.txt")
show(os.replace,"da/1.txt","da/one.txt")
show(open,"da"); show(open,"da/one.txt/x"); show(open,"no/x","w"); show(os.listdir,"da/one.txt"); show(os.listdir,"zz")
show(os.makedirs,"m/n/o"); show(os.makedirs,"m/n/o"); show(os.makedirs,"m/n/o",exist_ok=True); show(os.makedirs,"da/one.txt/q")
show(os.removedirs,"m/n/o"); print(os.path.exists("m"))
with os.scandir("da") as it:
    for e in sorted(it,key=lambda e:e.name): print(e, e.name, e.path, e.is_dir(), e.is_file(), e.stat().st_size if e.is_file() else "")
s=os.stat("da/one.txt"); print(s.st_size, oct(s.st_mode), s[6], len(s), s.st_nlink)
import stat; print(stat.filemode(s.st_mode), stat.S_ISREG(s.st_mode))
show(os.stat,"zip"); show(os.stat,None); show(os.remove,3.5); show(os.listdir,3.5); show(os.fspath,3); show(os.rename,"a",None); show(os.mkdir, 3)
show(os.chdir,"da"); print(sorted(os.listdir())); show(os.chdir,".."); show(os.chdir, "qq")
print(os.sep,os.linesep.encode(),os.name,os.curdir,os.pardir,os.pathsep,os.extsep,os.altsep,os.devnull)
print(os.environ.get("NOPE_X"), os.getenv("NOPE_X","d"), "NOPE" in os.environ)
os.environ["NEWV"]="1"; print(os.environ["NEWV"], os.path.expandvars("$NEWV/${NEWV}"))
show(os.environ.__getitem__,"NOPE")
try: os.environ["A"]=1
except TypeError as e: print(e)
print(os.path.exists(__file__), os.path.basename(__file__), len(os.urandom(5)), type(os.getpid()))
print(os.path.dirname(os.path.abspath(__file__))==os.path.dirname(__file__))
import errno; print(errno.ENOENT, errno.errorcode[13], os.strerror(2), os.strerror(9999))
try: os.rmdir("da")
except OSError as e: print(e.errno==errno.ENOTEMPTY, e.filename, e.strerror, e.args)
print(os.access("da",os.R_OK), os.access("zip",os.F_OK), isinstance(os.path, type(os)), os.path.__name__)
class P:
    def __fspath__(self): return "da/one.txt"
print(os.path.getsize(P()), isinstance(P(), os.PathLike), issubclass(str, os.PathLike), open(P()).read())
