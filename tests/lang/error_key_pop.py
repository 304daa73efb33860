# pop of a key that is not there.
d = {1: 2}
d.pop("x")
