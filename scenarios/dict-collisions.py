"""Collisions

Two keys whose hashes end alike want the same slot. The second one walks on, by a
rule that uses more and more of its hash: 5*slot + perturb + 1.

Whoever looks for it later walks the same way, past the others.
"""
# pyviz: show d
# %% Hashes that we choose
# An int is its own hash, so we can see what happens: 8, 16 and 24 all end in 000.
d = {}
d[8] = "eight"
# Slot 0 is taken. The hash is shifted, and the rest of it has its say.
d[16] = "sixteen"
# Twice taken, twice pushed on.
d[24] = "twenty-four"

# %% Looking up
# The search walks as the insertion did, and ends where the key is.
print(d[24])
# A key that is not there is known by an empty slot at the end of its walk.
print(d.get(32))

# %% Equal hashes
# 1 and True are equal and hash alike: they are one key. The first one stays.
d[1] = "one"
d[True] = "true"
print(d[1])

# %% Equal hashes, different keys
class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 3

    def __eq__(self, other):
        return self.name == other.name

# Identity is asked first, then the whole hash. Only where both leave a doubt
# does Python call __eq__.
d = {Key("a"): 1}
d[Key("b")] = 2
print(len(d))
