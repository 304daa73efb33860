# input reads a line without its end, and writes its prompt.
# test: stdin="Ada\n36\n\nlast line has no end"
name = input("Name: ")
age = int(input())
print(name, age + 1, repr(input()), repr(input("? ")))
