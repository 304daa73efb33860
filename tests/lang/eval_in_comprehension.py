# test: to=3.12.99
# (3.13.0 itself crashes)
print([eval("i") for i in range(2)])
exec("print([locals().get('i') for i in range(2)])")
print([(lambda: i)() for i in range(3)], [eval("i + 1", None, {"i": 5}) for i in range(1)])
x = 5
print([eval("x+i") for i in range(2)], i if "i" in globals() else 0)
def f(): return 5
print([len(vars()) > 0 for q in range(2)], [eval("f() + i") for i in range(2)])
try:
    print([eval("nothing") for i in range(2)])
except NameError as e:
    print(e)
