# assert with a true condition does nothing; its message is not evaluated.
def message():
    print("evaluated")
    return "m"


assert True
assert [0], message()
assert 1 < 2 < 3, "never"
assert (1 == 1), message()
print("all held")
