# A dict is no member of a set.
# test: stderr=last
s = {1}
s.add({})
