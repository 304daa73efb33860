# and, or, not: short-circuit, and the value of the deciding operand.
def say(name, value):
    print(name, end=" ")
    return value


print(say("a", 0) and say("b", 1))
print(say("a", 1) and say("b", 2))
print(say("a", 0) or say("b", ""))
print(say("a", 3) or say("b", 4))
print(not say("a", []), not say("b", [0]))
print(1 and 2 or 3, 0 and 2 or 3, not 1 or not 0, not not 5)
print([] or {} or () or "last", 1 and [] and 2)
