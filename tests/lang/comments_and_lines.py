# Comments, blank lines, semicolons, continuation lines, form feeds.

a = 1; b = 2; print(a, b)   # two statements and a comment

c = 1 + \
    2
print(c)
print(
    "in brackets",  # a comment inside

    "line breaks are free",
)
if a: print("same line"); print("twice")
	
# the line above has a tab only
print("#no comment", '# none')
