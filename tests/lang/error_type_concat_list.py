# A list takes only a list.
[1] + (2,)
