# A key that holds a list.
d = {(1, [2]): 3}
