# f-strings inside f-strings.
a, b = 1, 2
print(f"{f'{a}'}", f"{f'{a} and {b + 1}'} and {b}", f"""{f"{f'{a}'}"}""")
print(f'{a:{"0"}>{b + 1}}', f"{'a' 'b'}", f"{a if a else f'{b}'}")
rows = [[1, 22], [333, 4]]
print("\n".join(f"{' '.join(f'{cell:>4}' for cell in row)}" for row in rows))
words = ["x", "yy"]
print(f"{', '.join(f'{w!r:>5}' for w in words)}")
