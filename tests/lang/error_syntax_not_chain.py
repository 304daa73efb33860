# A comparison with `not` in the wrong place.
x = 1 == not 2
