# re.Scanner cuts a text into tokens: the first pattern of its list that matches decides.
import re


def word(scanner, text):
    return "word", text, scanner.match.start()


scanner = re.Scanner([
    (r"\d+(?:\.\d+)?", lambda scanner, text: ("number", float(text))),
    (r"if|then", "keyword"),
    (r"\w+", word),
    (r"[-+*/()=]", lambda scanner, text: text),
    (r"\s+", None),
])
print(scanner.scan("if x1 = 3.5*(y + 12) then zero"))
print(scanner.scan("a ? b"))
print(scanner.scan(""), scanner.scan("?"))
print(re.Scanner([("A+", "a"), ("", "nothing"), ("b", "b")], re.I).scan("aAbb"))
print(scanner.lexicon[1], type(scanner.scanner).__name__, scanner.scanner.groups)
try:
    re.Scanner([("(", None)])
except re.error as error:
    print(error)
