"""'text' % (a, b) with widths and precisions: what is formatted when, and how."""


class Loud:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        print("str of", self.name)
        return self.name

    def __repr__(self):
        print("repr of", self.name)
        return "<" + self.name + ">"


def give(value):
    print("given", value)
    return value


a, b = Loud("a"), Loud("b")
print("%5s|%-6r|" % (a, b))
print("%s then %r" % (give("x"), give("y")))
print("%.2s|%6.3s|%-6.1a|%.s|%05s|%+s|% r|" % ("abcdef", "abcdef", "abc", "gone", "z", 1, 2))
print("%3s→%-3s€" % (a, "ü"))
print("%99s|" % ("far",), "%%%s%%" % ("x",))
for text, values in (("%s %s", (1,)), ("%s", (1, 2)), ("%5q", (1,)), ("%100s|", (1,)), ("%*s|", (4, 1)),
                     ("%5", (1,)), ("%(k)s", (1,)), ("%s%", (1,))):
    try:
        print(text % values)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    print("%s %4s" % (a, b, 3))
except TypeError as error:
    print(error)
try:
    print("%s %4" % (a, b))
except ValueError as error:
    print(error)
try:
    print("%s %s %3s" % (a, b))
except TypeError as error:
    print(error)
