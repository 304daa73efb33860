# Something after a line's backslash.
x = 1 + \ 2
