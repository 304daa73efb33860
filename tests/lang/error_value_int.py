# int of text that is no number.
print(int("12"))
print(int("twelve"))
