# test: from=3.12
# A text that is a name, of the program or of the interpreter, never dies.
import sys
def name_of(parameter):
    return "parameter"
print(sys.getrefcount("name_of"), sys.getrefcount(name_of(1)), sys.getrefcount("parameter"))
for text in "self", "data", "spam", "abc", "python", "utf8", "list":
    print(text, sys.getrefcount(text))
made = "".join(["se", "lf"])
print(sys.getrefcount(made))
made = sys.intern(made)
print(sys.getrefcount(made), made is "self")
