"""Carets where an operand is in parentheses: the first 3.11s take them for the operator."""
import traceback

d = {"k": [1], "é": [2]}
a = b = 1


def quotient(): return (a + b) / 0
def floored(): return 1, (d["k"]) // (3)
def looked_up(): return 1, d[("q")], 2
def owner(): return 1, (d)["q"]
def spaced(): return ( d ) ["q"] + 1
def nested(): return ((1) + (d["k"])) * 3
def accents(): return 1, "é" @ "é" + 3
def wide(): return 1, "日本" @ "日本" + 3
def subscripts(): return 1, d["é"]["é"]["x"]
def two(): return ("é") ** (d["k"]) + 1


for function in quotient, floored, looked_up, owner, spaced, nested, accents, wide, subscripts, two:
    try:
        function()
    except Exception:
        traceback.print_exc()
print((a + b) / (a - b))
