# An f-string with a lone brace.
print(f"a } b")
