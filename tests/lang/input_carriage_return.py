# Lines of standard input end with \n only.
# test: stdin="a\r\nb\rc\n\nlast"
print([input(), input(), input(), input()])
input()
