"""Tabs in the line that a syntax error shows: indentation up to 3.12, text from 3.13 on."""
import sys
import traceback

for source in ("def g():\n\tif 1:\n\t\tfor x in y:\n\tx\n", "def f():\n\tx =\t= 1", "x = (1\t+\t2 3)"):
    try:
        exec(source)
    except SyntaxError as e:
        traceback.print_exc(file=sys.stdout)
        sys.excepthook(type(e), e, None)
exec("def f():\n\tx =\t= 1")
