"""A tokenizer and a recursive-descent parser for JSON, and a printer."""
import re
import sys


class JSONError(ValueError):
    def __init__(self, message, text, pos):
        line = text.count("\n", 0, pos) + 1
        column = pos - (text.rfind("\n", 0, pos) + 1) + 1
        super().__init__(f"{message} at line {line}, column {column}")
        self.line, self.column = line, column


TOKEN = re.compile(r"""
    (?P<space>[ \t\r\n]+)
  | (?P<punctuation>[\[\]{},:])
  | (?P<number>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)
  | (?P<string>"(?:[^"\\\x00-\x1f]|\\.)*")
  | (?P<word>[A-Za-z]+)
""", re.VERBOSE)

WORDS = {"true": True, "false": False, "null": None}
ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def tokens(text):
    pos = 0
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if m is None:
            raise JSONError(f"unexpected {text[pos]!r}", text, pos)
        if m.lastgroup != "space":
            yield m.lastgroup, m.group(), pos
        pos = m.end()
    yield "end", "", pos


class Parser:
    def __init__(self, text):
        self.text = text
        self.tokens = tokens(text)
        self.advance()

    def advance(self):
        self.kind, self.value, self.pos = next(self.tokens)

    def fail(self, message):
        raise JSONError(message, self.text, self.pos)

    def accept(self, value):
        if self.kind == "punctuation" and self.value == value:
            self.advance()
            return True
        return False

    def expect(self, value):
        if not self.accept(value):
            self.fail(f"expected {value!r}, got {self.value!r}")

    def parse(self):
        value = self.element()
        if self.kind != "end":
            self.fail("extra data")
        return value

    def element(self):
        kind, value = self.kind, self.value
        match kind, value:
            case "punctuation", "{":
                return self.object()
            case "punctuation", "[":
                return self.array()
            case "number", _:
                self.advance()
                return float(value) if set(value) & set(".eE") else int(value)
            case "string", _:
                self.advance()
                return unescape(value[1:-1])
            case "word", ("true" | "false" | "null"):
                self.advance()
                return WORDS[value]
            case "end", _:
                self.fail("unexpected end")
            case _:
                self.fail(f"unexpected {value!r}")

    def array(self):
        self.expect("[")
        items = []
        if not self.accept("]"):
            items.append(self.element())
            while self.accept(","):
                items.append(self.element())
            self.expect("]")
        return items

    def object(self):
        self.expect("{")
        members = {}
        if not self.accept("}"):
            while True:
                if self.kind != "string":
                    self.fail("expected a name")
                name = unescape(self.value[1:-1])
                self.advance()
                self.expect(":")
                members[name] = self.element()
                if not self.accept(","):
                    break
            self.expect("}")
        return members


def unescape(s):
    def one(m):
        c = m.group(1)
        return chr(int(c[1:], 16)) if c[0] == "u" else ESCAPES[c]
    return re.sub(r"\\(u[0-9a-fA-F]{4}|.)", one, s)


def dumps(value, indent=0, level=0):
    pad = "\n" + " " * (indent * (level + 1)) if indent else ""
    end = "\n" + " " * (indent * level) if indent else ""
    match value:
        case None:
            return "null"
        case True | False:
            return str(value).lower()
        case int() | float():
            return repr(value)
        case str():
            return '"' + "".join("\\" + c if c in '"\\' else c if c >= " " else f"\\u{ord(c):04x}" for c in value) + '"'
        case [] | {}if not value:
            return "[]" if isinstance(value, list) else "{}"
        case [*items]:
            return "[" + ",".join(pad + dumps(v, indent, level + 1) for v in items) + end + "]"
        case {**members}:
            return "{" + ",".join(f"{pad}{dumps(k)}: {dumps(v, indent, level + 1)}" for k, v in members.items()) + end + "}"
        case _:
            raise TypeError(f"cannot write {type(value).__name__}")


DOCUMENT = r"""
{
  "name": "caf\u00e9 \"x\"",
  "numbers": [0, -1, 3.25, 1e3, -2.5E-2, 12345678901234567890],
  "nested": {"empty": {}, "list": [[], [[]], {"a": [true, false, null]}]},
  "text": "line\nbreak\tand \\ slash\/"
}
"""
data = Parser(DOCUMENT).parse()
print(data)
print(dumps(data))
print(dumps(data, 2))
print(Parser(dumps(data)).parse() == data)
for bad in ("", "[1, 2", "{'a': 1}", '{"a" 1}', "[1,]", "tru", "[1] 2", '{"a": 1,}', "\n\n  @", "01", '"unclosed'):
    try:
        print(Parser(bad).parse())
    except JSONError as e:
        print(f"{bad!r}: {e} {e.line}:{e.column}")
try:
    dumps({"x": object})
except TypeError as e:
    print(e)
print(dumps([1, [2, [3, []]], {"k": {}}]), file=sys.stdout)
