# Hashes of strings of every width and length, and of bytes.
words = ("", "a", "ab", "abc", "pear", "kiwi fruit", "1234567", "12345678", "123456789", "x" * 15, "x" * 16, "x" * 17, "x" * 1000,
         "é", "né", "日", "日本", "\U0001F600", "a\U0001F600", "\0", "\0\0", "naïve café", "ÿ", "\u0100")
texts = [hash(w) for w in words]
raw = [hash(w.encode()) for w in words]
lengths = [hash("0123456789" * n) for n in range(12)]
