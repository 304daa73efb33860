# join takes strings only.
# test: stderr=last
print(",".join(["a", 1]))
