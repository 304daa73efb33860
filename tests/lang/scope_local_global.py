# A name assigned in a function is local to it; others are looked up outside.
x = "global"


def read():
    return x


def shadow():
    x = "local"
    return x


def param(x):
    x += "!"
    return x


print(read(), shadow(), param("arg"), x)
x = "changed"
print(read())
len_was = len
def len(x):
    return "my len"
print(len([1]), len_was([1]))
del len
print(len([1]))
