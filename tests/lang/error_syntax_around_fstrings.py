# Mistakes around f-strings, which before 3.12 were searched for fields only when all else was read.
SOURCES = """print(f"a" b)
f"{x!r:{y!s}}" = 1
print(f"{a}" "b" c)
print(f"{a}" 5)
x = [f"a" f"b" 1]
f"{a}"()=1
del f"{a}"
f"a" += 1
for f"{a}" in x: pass
print(f"{a b}" c)
print(f"{a!r}" f"{b" )
(f"x" for)
f(f"{x}" for x in y, 1)
f"{x}".y = = 1
{f'a': 1 f'b': 2}
with f'a' as f'b': pass
f(f"a"=1)"""
for source in SOURCES.split("\n"):
    try:
        compile(source, "x", "exec")
        print(repr(source), "is fine")
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset)
