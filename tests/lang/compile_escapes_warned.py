# What an escape that means nothing is told as, by text that is compiled while the program runs.
import ast
print(eval("'\\d'"), ast.literal_eval("'\\w'"))
print(ast.dump(ast.parse("'\\s'", mode="eval")))
import warnings
warnings.simplefilter("always")
print(eval("'\\d'"), eval("1if 1else 2"), eval("'\\8'"))
exec("x = '\\q'\ny = b'\\w'\ndef f():\n    return '\\k' '\\l'\nprint(x, y, f())")
compile("f'\\d{1}\\e'", "z.py", "exec")
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    exec("a = '\\d'\nb = a is 3\n")
for one in told:
    print(one.category.__name__, one.message, one.lineno, one.filename)
