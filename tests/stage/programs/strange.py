"""Text \x1b[31m that would spoil a terminal"""
d = {"a\x1b[2Jb": "\u202eabc\r\n", "\x00": "\x9b31m", "日本": "é́", "👩‍👩‍👧": "\ud800"}
print("\x1b[2J\tcolumn")
# %% A ‮chapter
x = [d, "日本語テキスト", "\x07"]
