"""Sets"""
# %% Collisions
s = {3, 11}
s.add(19)
print(11 in s, 27 in s)
# %% A dummy
s.discard(11)
s.add(27)
# %% Growing
s.add(1)
s.add(2)
t = s | {40}
