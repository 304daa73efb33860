# any and all stop at the first that decides.
def say(x):
    print("eval", x)
    return x


print(any(say(x) for x in (0, 1, 2)))
print(all(say(x) for x in (1, 0, 2)))
print(any([]), all([]), any([0, "", None]), all([1, "a", [0]]), any("a"), all({0: 1}), all([[]]))
