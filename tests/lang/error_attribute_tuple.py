# A tuple cannot grow.
t = (1,)
t.append(2)
