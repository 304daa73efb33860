# A str and a tuple cannot be changed.
s = "abc"
s[0] = "x"
