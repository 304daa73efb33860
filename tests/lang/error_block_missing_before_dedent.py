"""A block that is missing where an outer one ends: the place is what is in front of the line, or of its indentation."""
PLACES = (
    "class A:\n    def f(self):\nx = 1\n",
    "def f():\nx = 1\n",
    "class A:\n    def f(self):\n        if x:\n    y = 1\n",
    "def g():\n\tif 1:\n\t\tfor x in y:\n\tx\n",
    "def g():\n  try:\n    pass\n  except X:\nfinally:\n    pass\n",
    "try:\n    pass\nexcept X:\nfinally:\n    pass\n",
    "if 1:\n    with a as b:\n  # comment\nx",
    "class A:\n  def f():\n",
    "class A:\n  def f():",
    "class A:\n    if x:\n        match 1:\n    y\n",
)
for source in PLACES:
    try:
        compile(source, "lesson.py", "exec")
    except SyntaxError as e:
        print(e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text), e.msg)
exec("class A:\n    def f(self):\nx = 1\n")
