for s in ("def f[T=int](): pass", "class A[T = int]: pass", "type X[T = int] = T", "def f[**P = [int]](): pass", "x = 1\nclass A[A, T: int = (str)](B): pass", "type X[A, T = int] = T", "type X[T: str = int] = T", "class A[*T = int]: pass",
    "type X[A: int, T = (int)] = T", "type X[**T = int] = T", "type X[T = list[int]] = T", "type X[T = int | str] = T", "type X[T = None] = T", "if 1:\n  def f[A, T =\n  int](x: T) -> T: pass", "class A[T: (int, str) = int]:\n  x = 1", "async def f[T = int](): pass", "type X[\nT = int] = T"):
    try: compile(s, "<s>", "exec"); print("ok")
    except SyntaxError as e: print(ascii(s), e, e.lineno, e.offset, e.end_lineno, e.end_offset)
