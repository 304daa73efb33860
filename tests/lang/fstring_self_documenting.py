# f"{x=}" shows the expression and its value.
x, y, name = 3, 4.5, "Ada"
print(f"{x=}", f"{x = }", f"{ x= }", f"{x + y=}", f"{name=}", f"{name=!s}")
print(f"{y=:.2f}", f"{name=:>6}", f"{[1, 2]=}", f"{len(name)=}")
