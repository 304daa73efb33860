# Dict and set comprehensions.
print({x: x * x for x in range(4)})
print({k: v for k, v in zip("abc", range(3)) if v != 1})
print({x % 3 for x in range(10)})
print({v: k for k, v in {"a": 1, "b": 1}.items()})
print({x: {y for y in range(x)} for x in range(3)})
print({(x, y) for x in (0, 1) for y in (0, 1)} == {(0, 0), (0, 1), (1, 0), (1, 1)})
def order(x):
    print("eval", x)
    return x
print({order("k"): order("v") for _ in (1,)})
