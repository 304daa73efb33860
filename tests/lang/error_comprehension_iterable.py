# Where iter() is called for a comprehension: at the whole of it, or (3.13) at what cannot be iterated over.
import traceback

SOURCES = """[x for x in 5]
list(y for y in 5)
{x: 1 for x in (5)}
[(a, b) for a in [1] for b in a]
list((a, b) for a in [1] if a for b in a if b)
{a for a in [1]
    for b in a}
[[a for a in b] for b in [1]]
[a for a, b in [1]]
{k: v for k, v in
    None}"""
for source in SOURCES.replace("\n    ", "\0").split("\n"):
    path = "part.py"
    with open(path, "w") as file:
        file.write(source.replace("\0", "\n    ") + "\n")
    try:
        exec(compile(open(path).read(), path, "exec"))
    except TypeError as error:
        for frame in traceback.extract_tb(error.__traceback__)[1:]:
            print(source.split("\0"), frame.name, frame.lineno, frame.end_lineno, frame.colno, frame.end_colno)
numbers = [1, 2]
print([x for n in numbers for x in n])
