# csv and queue.
import csv, io, _csv
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
rows = [["a","b c","d,e",'q"r',"new\nline","cr\rx",""], [1, 2.5, None, True, 1+2j, " lead", "x\ty"], [], [""], [None], ["a\\b"]]
for kw in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": ";", "lineterminator": "\n"}, {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE}, {"quotechar": "'"}, {"skipinitialspace": True}, {"dialect": "excel-tab"}, {"dialect": "unix"}, {"dialect": csv.unix_dialect, "delimiter": "|"}):
    for r in rows:
        o = io.StringIO(newline="")
        try: n = csv.writer(o, **kw).writerow(r); print(repr(o.getvalue()), n)
        except Exception as e: print(type(e).__name__, e)
for text in ("a,b,c\r\n1,2,3\r\n", 'x,"y,z","q""r"\n', '"multi\nline",b\n', "a, b,  c\n", "\n\na\n", 'a"b,c\n', '"a"b,c\n', 'a,"b', "a\\,b,c\n", "1,2.5,\"x\"\n", "a,b\r\rc", "", "a,,\n", "'x,y',z\n", '""\n', ",\n", '"a\n', "a\rb\n"):
    for kw in ({}, {"skipinitialspace": True}, {"escapechar": "\\"}, {"quotechar": "'"}, {"strict": True}, {"quoting": csv.QUOTE_NONE}, {"delimiter": ";"}):
        print(repr(text), kw, end=" "); show(lambda: list(csv.reader(io.StringIO(text, newline=""), **kw)))
show(lambda: list(csv.reader(["1,2.5,\"x\""], quoting=csv.QUOTE_NONNUMERIC))); show(lambda: list(csv.reader(["x"], quoting=csv.QUOTE_NONNUMERIC)))
show(lambda: list(csv.reader([b"x"]))); show(lambda: csv.reader(5)); show(lambda: csv.writer(5)); show(lambda: csv.writer(io.StringIO()).writerow(5))
show(lambda: csv.reader([], delimiter="ab")); show(lambda: csv.reader([], delimiter=5)); show(lambda: csv.reader([], quoting=9)); show(lambda: csv.reader([], dialect="nope")); show(lambda: csv.reader([], foo=1)); show(lambda: csv.reader([], quoting="x"))
print(csv.list_dialects(), csv.field_size_limit()); csv.register_dialect("mine", delimiter=":"); print(list(csv.reader(["a:b"], "mine")), csv.get_dialect("mine").delimiter); csv.unregister_dialect("mine"); show(lambda: csv.unregister_dialect("mine"))
with open("t.csv", "w", newline="") as f:
    w = csv.DictWriter(f, fieldnames=["name", "age"]); w.writeheader(); w.writerow({"name": "Ann", "age": 3}); w.writerows([{"name": "Bo, Jr", "age": 4}, {"name": "Cy"}])
    show(lambda: w.writerow({"name": 1, "x": 2}))
print(open("t.csv", newline="").read().encode())
with open("t.csv", newline="") as f:
    r = csv.DictReader(f); print(r.fieldnames, r.line_num)
    for row in r: print(row, row["name"], r.line_num)
print(list(csv.DictReader(["a,b", "1,2,3,4", "", "5"], restkey="more", restval="-")), list(csv.DictReader(["1,2"], fieldnames=["x", "y"])), list(csv.DictReader([])))
show(lambda: csv.DictWriter(io.StringIO(), ["a"], extrasaction="boo")); w = csv.DictWriter(o := io.StringIO(), ["a"], extrasaction="ignore"); w.writerow({"a": 1, "b": 2}); print(repr(o.getvalue()))
r = csv.reader(["a,b", "c"]); print(next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter); show(lambda: next(r)); print(csv.Error, type(r), csv.QUOTE_MINIMAL)
import sys; csv.writer(sys.stdout).writerow(["to", "stdout", 1]); class_ = type("D", (csv.Dialect,), {"delimiter": "x"}); show(class_)
import queue
q = queue.Queue(2); q.put(1); q.put_nowait(2); print(q.full(), q.qsize(), q.get(), q.get_nowait(), q.empty()); show(q.get_nowait); show(lambda: q.get(timeout=0.01)); show(lambda: q.get(False)); show(lambda: q.get(timeout=-1)); q.put(1); q.put(2); show(lambda: q.put(3, False)); show(lambda: q.put(3, timeout=0.01)); q.task_done(); print(q.unfinished_tasks, q.queue); q.task_done(); q.task_done(); q.task_done(); show(q.task_done); q.join()
p = queue.PriorityQueue(); [p.put(x) for x in (3, 1, 2)]; print([p.get() for _ in range(3)]); l = queue.LifoQueue(); [l.put(x) for x in "abc"]; print(l.get(), l.get()); s = queue.SimpleQueue(); s.put(1); print(s.qsize(), s.get(), s.empty()); show(lambda: s.get_nowait()); p.put((1, "b")); p.put((1, "a")); print(p.get(), queue.Queue[int])
for bad in (5, None):
    show(lambda: _csv.Dialect(lineterminator=bad)); show(lambda: _csv.Dialect(escapechar=bad).quotechar); show(lambda: _csv.Dialect(delimiter=bad))
