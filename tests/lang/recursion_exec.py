# Recursion through compiled texts: up to 3.11 the compiler meets the limit.
import sys
def by_exec():
    global depth
    depth += 1
    exec("by_exec()")
def by_eval():
    global depth
    depth += 1
    eval("by_eval()")
if sys.version_info < (3, 12):
    for function in by_exec, by_eval:
        depth = 0
        try:
            function()
        except RecursionError as e:
            print(function.__name__, depth, e)
