# glob, fnmatch, shutil and tempfile.
import glob, fnmatch, shutil, tempfile, os
for pat in ["*.py","?","[abc]*","[!a]x","*a*b*c","a[","[]]","[a-","[z-a]","**","a.b","[]-a]","[!]a-]x","{a}","[^a]","[a--c]","[\\]","~&|[&&]", "[!z-a]","[[]","[a-c-e]"]:
    print(pat, fnmatch.translate(pat), [n for n in ["a","b.py","ax","bx","]","aXbYc","[","-","^","a.b","axb","z"] if fnmatch.fnmatch(n,pat)])
print(fnmatch.filter(["a.py","b.txt","C.PY"],"*.py"), fnmatch.fnmatchcase("A","a"))
os.makedirs("t/x/y"); os.makedirs("t/.hid")
for n in ["t/a.py","t/b.py","t/c.txt","t/x/d.py","t/x/y/e.py","t/.hid/f.py","t/.g.py"]:
    open(n,"w").write(n)
for pat in ["t/*","t/*.py","t/**/*.py","t/*/*.py","**/e.py","t/[ab].py","t/**","nope/*","t/a.py","t/x/","t/*/","t/**/", "t/.*"]:
    print(pat, sorted(glob.glob(pat)), sorted(glob.glob(pat,recursive=True)))
print(sorted(glob.glob("*.py",root_dir="t")), glob.escape("a[b]*"), sorted(glob.glob("t/**/*.py",recursive=True,include_hidden=True)))
print(shutil.copy("t/a.py","t/x"), open("t/x/a.py").read(), shutil.copyfile("t/a.py","t/z.py"))
def show(f,*a,**k):
    try: print(f.__name__, a, repr(f(*a,**k)))
    except Exception as e: print(f.__name__, a, type(e).__name__, e)
show(shutil.copyfile,"t/a.py","t/a.py"); show(shutil.copy,"none","t"); show(shutil.copyfile,"t/a.py","q/w"); show(shutil.copyfile,"t","u"); show(shutil.copyfile,"t/a.py","t/x")
show(shutil.copytree,"t","u"); print(sorted(os.listdir("u"))); show(shutil.copytree,"t","u"); show(shutil.copytree,"t","u",dirs_exist_ok=True)
show(shutil.copytree,"t","v",ignore=shutil.ignore_patterns("*.txt","x")); print(sorted(os.listdir("v")))
show(shutil.move,"v","u"); print(sorted(os.listdir("u"))); show(shutil.move,"t/a.py","u"); show(shutil.move,"t/b.py","t/bb.py"); show(shutil.move,"t","t/x/t2"); show(shutil.move,"none","x")
show(shutil.rmtree,"u"); print(os.path.exists("u")); show(shutil.rmtree,"none"); show(shutil.rmtree,"none",ignore_errors=True)
show(shutil.rmtree,"t/bb.py")
print(shutil.which("definitely-not-here"))
with tempfile.TemporaryDirectory() as d:
    p=os.path.join(d,"f"); open(p,"w").write("hi"); print(os.path.isdir(d), os.listdir(d), os.path.dirname(d))
print(os.path.exists(d))
with tempfile.NamedTemporaryFile("w+",suffix=".txt",prefix="my") as f:
    f.write("hello\n"); f.seek(0); print(f.read(), os.path.basename(f.name)[:2], f.name[-4:], os.path.exists(f.name))
print(os.path.exists(f.name), f.closed)
f=tempfile.NamedTemporaryFile(delete=False); f.write(b"x"); f.close(); print(os.path.exists(f.name)); os.unlink(f.name)
with tempfile.TemporaryFile("w+") as f: f.write("q"); f.seek(0); print(f.read())
d=tempfile.mkdtemp(); print(os.path.isdir(d), tempfile.gettempdir(), tempfile.gettempprefix()); os.rmdir(d)
s=tempfile.SpooledTemporaryFile(max_size=4,mode="w+"); s.write("ab"); print(s._rolled); s.write("cdef"); print(s._rolled); s.seek(0); print(s.read())
