# yield where no function is: what the error names.
for source in (
    "yield",
    "yield from x",
    "class A:\n  yield",
    "class A:\n  yield from x",
    "def f():\n  class A:\n    yield from x",
    "[(yield from x) for y in z]",
    "async def f():\n  yield from x",
    "await x",
):
    try:
        compile(source, "s", "exec")
    except SyntaxError as e:
        print(repr(source), e.msg, e.offset)
