def f(text):
    return eval(text)


try:
    f("1 +* 2")
except SyntaxError as e:
    print(e.offset)
f("  (1 + 2] * 3")
