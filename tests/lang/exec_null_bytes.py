# A null byte in a text to run: a SyntaxError now, a ValueError in the first releases of 3.11.
for attempt in (lambda: exec("x\0y"), lambda: eval("\0"), lambda: compile("1\n\0", "f", "exec")):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)
