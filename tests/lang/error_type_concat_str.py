# A str takes only a str.
name = "Ada"
print("age: " + 36)
