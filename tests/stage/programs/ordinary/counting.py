text = "it was the best of times it was the worst of times"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
best = sorted(counts, key=lambda w: (-counts[w], w))
for w in best[:3]:
    print(w, counts[w])
letters = {}
for w in counts:
    letters.setdefault(w[0], []).append(w)
print(letters)
