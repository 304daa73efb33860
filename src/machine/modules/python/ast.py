# literal_eval(): the value of a text that holds literals only.
#
# The text must be an expression; then its words are looked at one by one: what is no literal, no bracket
# and no sign makes a ValueError.

import re as _re
from _machine import evaluate as _evaluate

_word = _re.compile(r"""
    (?P<blank>\s+|\#[^\n]*|\\\n)
  | (?P<string>(?:[rRbBuU]|[rR][bB]|[bB][rR])?(?:\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''
                                               |"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))
  | (?P<number>0[xXoObB][0-9a-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)
  | (?P<constant>(?:True|False|None|\.\.\.)\b|\.\.\.)
  | (?P<set>set\s*\(\s*\))
  | (?P<sign>[+-])
  | (?P<bracket>[][(){},:])
""", _re.VERBOSE | _re.DOTALL)


def literal_eval(node_or_string):
    """The value of an expression of literals: numbers, texts, bytes, tuples, lists, dicts, sets, True, False,
    None and ... ."""
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    text = node_or_string.lstrip(" \t")
    compile(text, "<unknown>", "eval")
    _check(text)
    return _evaluate(text, {"set": set}, {})


def _check(text):
    """Signs stand before numbers, or between a number and an imaginary one."""
    at, before = 0, []
    while at < len(text):
        match = _word.match(text, at)
        if match is None:
            _malformed(text, at)
        at = match.end()
        kind = match.lastgroup
        if kind == "blank":
            continue
        if before and before[-1][0] == "sign" and kind != "number" and kind != "sign":
            _malformed(text, match.start())
        if kind == "number" and [word[0] for word in before[-2:]] == ["number", "sign"] and match[0][-1] not in "jJ":
            _malformed(text, match.start())
        if kind == "sign" and before and before[-1][0] not in ("number", "bracket", "sign"):
            _malformed(text, match.start())
        before.append((kind, match[0]))


def _malformed(text, at):
    line = text.count("\n", 0, at) + 1
    rest = text[at:].lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789")
    kind = "Call" if rest[:1] == "(" else "Attribute" if rest[:1] == "." else "BinOp" if rest == text[at:] else "Name"
    raise ValueError(f"malformed node or string on line {line}: <ast.{kind} object at {id(text):#x}>")
