# What print() allocates: a tuple of what is to be printed, and a list once two pieces wait to be written, be they empty.
import gc

seen = [0, 0, 0, 0, 0]
count = gc.get_count
gc.collect()
seen[0] = count()[0]
print("a", end="")
seen[1] = count()[0]
print("b", end="")
seen[2] = count()[0]
print("c", "d")
seen[3] = count()[0]
print()
seen[4] = count()[0]
print(seen)
