# Formatting, splitting, joining.
words = []
for i in range(150000):
    words.append(f"word{i % 1000}")
text = " ".join(words)
unique = set(text.split(" "))
print(len(text), len(unique), text.count("word99"))
