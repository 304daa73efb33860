# Text that stands in HTML.

import re as _re
from html.entities import name2codepoint as _name2codepoint

__all__ = ["escape", "unescape"]


_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ESCAPED_QUOTES = _ESCAPED | str.maketrans({'"': "&quot;", "'": "&#x27;"})


def escape(s, quote=True):
    return s.translate(_ESCAPED_QUOTES if quote else _ESCAPED)


# What numbers mean that stand for control characters in old pages.
_WINDOWS = dict(zip(range(0x80, 0xa0), "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
                    "\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d"
                    "\u017e\u0178"))
_reference = _re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def _character(match):
    text = match[1]
    if text[0] == "#":
        digits = text[1:].rstrip(";")
        number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        if number in _WINDOWS:
            return _WINDOWS[number]
        if number == 0 or 0xd800 <= number <= 0xdfff or number > 0x10ffff:
            return "\ufffd"
        if number < 32 and number not in (9, 10, 12, 13) or number == 0x7f or number & 0xfffe == 0xfffe or \
                0xfdd0 <= number <= 0xfdef:
            return "\r" if number == 13 else ""
        return chr(number)
    name = text.rstrip(";")
    if text.endswith(";") and name in _name2codepoint:
        return chr(_name2codepoint[name])
    if text == "apos;":
        return "'"
    for end in range(len(name), 1, -1):  # the oldest need no semicolon
        if name[:end] in _name2codepoint and _name2codepoint[name[:end]] < 256:
            return chr(_name2codepoint[name[:end]]) + text[end:]
    if text.endswith(";") and name.isalnum() and name[0].isalpha():
        from _machine import refuse
        refuse(f"the HTML entity &{text}")
    return "&" + text


def unescape(s):
    return _reference.sub(_character, s) if "&" in s else s
