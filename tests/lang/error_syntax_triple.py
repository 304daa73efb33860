# A triple-quoted string that does not end.
x = 1
y = """never
ends
