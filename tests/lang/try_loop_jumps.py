# break and continue in try, except, else and finally, in for and while.
def run(kind):
    out = []
    for i in range(4):
        try:
            if i == 1:
                raise KeyError(i)
            if i == 2 and kind == "break":
                break
            if i == 2:
                continue
            out.append(("body", i))
        except KeyError as error:
            out.append(("except", error.args))
            if kind == "except":
                break
            continue
        else:
            out.append(("else", i))
        finally:
            out.append(("finally", i))
    else:
        out.append("exhausted")
    return out


print(run("break"))
print(run("continue"))
print(run("except"))
n = 0
while True:
    n += 1
    try:
        try:
            if n == 3:
                break
        finally:
            print("inner", n)
    finally:
        print("outer", n)
