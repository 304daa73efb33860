# input at the end of standard input.
# test: stdin="only line\n"
print(input())
print(input("more? "))
