# An incomplete \x escape.
s = "\x4"
