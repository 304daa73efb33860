# A format code that an integer does not know.
print(f"{5:q}")
