# A format specification that the type does not know.
print(f"{5:d}")
print(f"{'text':d}")
