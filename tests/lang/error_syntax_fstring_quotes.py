# test: to=3.11
print(f"{f("héy")!r:>4}")
