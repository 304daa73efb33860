def grow(words):
    text = ""
    for word in words:
        text += word
    return text
words = ["a ", "long ", "string ", "that ", "has ", "to ", "be "]
print(repr(grow(words)), repr(grow("abc" * 100)), grow(words * 50) == "".join(words * 50))
text = "x"
for i in range(300):
    text += chr(97 + i % 26) * (i % 7)
print(text, len(text), text.count("\0"))
