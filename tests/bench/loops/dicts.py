# Counting with a dict.
counts = {}
for i in range(800000):
    key = i * 7919 % 5003
    if key in counts:
        counts[key] += 1
    else:
        counts[key] = 1
print(len(counts), max(counts.values()))
