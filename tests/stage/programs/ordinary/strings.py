text = "the quick brown fox jumps over the lazy dog"
words = text.split()
title = ""
for w in words:
    title += w.capitalize() + " "
print(title.strip())
vowels = 0
for ch in text:
    if ch in "aeiou":
        vowels += 1
print(vowels)
print("-".join(reversed(words)))
line = f"{words[0]:>10}|{len(text):05d}"
print(line)
acronym = "".join(w[0].upper() for w in words)
print(acronym)
