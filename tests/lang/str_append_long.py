def f(text):
    value, out = None, {}
    for c in text:
        if c == "=":
            value = ""
        elif value is not None:
            value += c
    out["k"] = value
    return out
for n in range(1, 40):
    t = "".join(chr(97 + i % 26) for i in range(n))
    r = f("k=" + t)["k"]
    print(n, r == t, r)
