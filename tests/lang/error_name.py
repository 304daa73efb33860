# An unknown name: NameError.
x = 1
print("before")
print(undefined_thing)
print("never")
