# A decorator above nothing.
@print
x = 1
