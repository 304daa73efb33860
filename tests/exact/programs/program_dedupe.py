# A small program: words counted, grouped and deduplicated.
text = "the quick brown fox jumps over the lazy dog and the quick cat jumps over the slow dog"
counts, order, groups, seen = {}, [], {}, set()
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
    if word not in seen:
        seen.add(word)
        order.append(word)
    groups.setdefault(len(word), []).append(word)
for word in order[::2]:
    del counts[word]
    seen.discard(word)
ranked = sorted(counts.items(), key=str)
