# pass does nothing; an expression alone is evaluated and dropped.
pass
1 + 1
"a string"
[print("evaluated")]
if True:
    pass
    ...
for _ in range(3):
    pass
def nothing():
    pass
def dots(): ...
print(nothing(), dots())
