# Counting words in a dict.
text = "the quick brown fox jumps over the lazy dog the end"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items()):
    print(f"{word:<8}{n:>3} {'*' * n}")
groups = {}
for word in counts:
    groups.setdefault(len(word), []).append(word)
print(groups)
print(max(counts, key=counts.get), sorted(counts, key=len)[:3])
