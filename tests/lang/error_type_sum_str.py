# sum does not take strings.
# test: stderr=last
sum(["a", "b"])
