"""The same of the program's own file: what it shows of a line with tabs, and where the carets are."""
def f():
	é =	(1	+	é é)
