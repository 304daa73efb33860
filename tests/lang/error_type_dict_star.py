# ** of a list in a display.
d = {**[1]}
