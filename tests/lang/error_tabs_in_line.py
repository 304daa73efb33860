# The carets below a line that begins with a tab.
if True:
	x = [1]
	print(x[0] + x[5])
