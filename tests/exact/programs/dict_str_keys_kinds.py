# Keys of one, two and four bytes a character.
d = {"ascii": 1, "né": 2, "日本": 3, "\U0001F600": 4, "x": 5, "é": 6, "": 7}
built = {}
for word in ("né", "日本", "\U0001F600x", "plain"):
    built[word * 2] = len(word)
