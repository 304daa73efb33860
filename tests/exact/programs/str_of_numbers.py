# Which strings made from numbers and slices are shared.
digits = [str(n) for n in range(-2, 12)]
formatted = [f"{n}" for n in range(3)]
spelled = ["%d" % n for n in range(3)]
reprs = [repr(n) for n in range(3)]
same = [str(7), "7", "x7"[1], chr(55), "%c" % 55, "7".upper(), "7".strip(), "7" * 1, "77"[:1], "".join(["7"])]
split = "7,8,7".split(",")
characters = list("717")
