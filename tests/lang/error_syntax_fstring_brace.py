# An f-string with a lone brace.
# test: from=3.13
print(f"a } b")
