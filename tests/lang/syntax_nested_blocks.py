# How many blocks may lie in each other, statically, and where the one too many is said to be.
def nested(n, head):
    return "".join(" " * i + head + "\n" for i in range(n)) + " " * n + "pass\n"


def said(text):
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as e:
        return e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset
    return "fine"


for head in "for i in x:", "while x:", "with x:", "with x as y, z as w:", "if x:", "class A:", "def f():":
    for n in range(9, 23):
        print(head, n, said(nested(n, head)))

for n in range(18, 23):
    handlers = "".join(" " * i + "except E: pass\n" for i in reversed(range(n)))
    print("try", n, said(nested(n, "try:") + handlers))
for n in range(8, 13):
    chain = "".join(" " * i + "try: pass\n" + " " * i + "except E as e:\n" for i in range(n))
    print("handlers", n, said(chain + " " * n + "pass\n"))


def inside(first, n, head, last):
    return first + "".join(" " + line + "\n" for line in nested(n, head).splitlines()) + last


for n in 19, 20, 21, 22:
    print("def", n, said(inside("def f():\n", n, "for i in x:", "")))
    print("generator", n, said(inside("def f():\n", n, "for i in x:", " yield\n")))
