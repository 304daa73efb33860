# None cannot be called with a format specification.
# test: stderr=last
x = None
print(f"{x:>10}")
