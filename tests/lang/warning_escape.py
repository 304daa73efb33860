# Escape sequences that mean nothing: SyntaxWarnings from 3.12 on, one for each literal.
print("\d\w", '\q' "\ ", b"\z", r"\d")
print("""two
lines \. and """)
print(f"\d {1} \w {'x' if 0 else 2}")
print(f"""{
    1:>{3}} \s
""")
