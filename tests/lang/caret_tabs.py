# Carets count a tab as one character.
# test: from=3.11.7
def f():
    x = {}
    return 1 + x["a"	]["b"] + 2
def g():
    y = [1,	2][	5	]
    return y
def h():
	return (1	/	0)	+ 3
import traceback
for q in (f, g, h):
    try:
        q()
    except Exception:
        traceback.print_exc()
x =	1	+	None	+ 2
