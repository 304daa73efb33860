# An f-string with nothing between its braces.
# test: from=3.13
print(f"{}")
