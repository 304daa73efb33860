# Calling what is no function.
x = 5
x()
