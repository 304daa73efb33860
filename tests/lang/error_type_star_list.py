# * of a number in a display.
a = [*5]
