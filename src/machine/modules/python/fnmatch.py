# Names that match a pattern, as a shell has them: * ? [seq] [!seq].

import functools as _functools
import re as _re
from os.path import normcase as _normcase

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(_normcase(name), _normcase(pat))


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def filter(names, pat):
    match = _matcher(_normcase(pat))
    return [name for name in names if match(_normcase(name))]


@_functools.lru_cache(maxsize=256)
def _matcher(pat):
    if isinstance(pat, bytes):
        return _re.compile(translate(pat.decode("latin-1")).encode("latin-1")).match
    return _re.compile(translate(pat)).match


def translate(pat):
    """The pattern as a regular expression.  What follows a * is matched without going back, up to the
    last one: (?>.*?x)."""
    parts = _parts(pat)
    pieces, i = [], 0
    while i < len(parts) and parts[i] is not None:
        pieces.append(parts[i])
        i += 1
    while i < len(parts):
        i += 1  # a star; then what is fixed up to the next one
        start = i
        while i < len(parts) and parts[i] is not None:
            i += 1
        fixed = "".join(parts[start:i])
        pieces.append(".*" + fixed if i == len(parts) else f"(?>.*?{fixed})")
    return rf"(?s:{''.join(pieces)})\Z"


def _parts(pat):
    """Regular expressions for single characters; None for a star, once for several in a row."""
    parts, i = [], 0
    while i < len(pat):
        c, i = pat[i], i + 1
        if c == "*":
            if not parts or parts[-1] is not None:
                parts.append(None)
        elif c == "?":
            parts.append(".")
        elif c == "[":
            end = pat.find("]", i + 1 + pat.startswith("!", i))
            if end < 0:
                parts.append("\\[")
            else:
                parts.append(_set(pat[i:end]))
                i = end + 1
        else:
            parts.append(_re.escape(c))
    return parts


def _set(inside):
    """The set between brackets; ranges that run backwards hold nothing."""
    negated = inside.startswith("!")
    chunks = _chunks(inside)
    if not chunks:
        return "." if negated else "(?!)"
    text = "-".join(_escape(chunk.replace("\\", r"\\").replace("-", r"\-")) for chunk in chunks)
    if text == "!":
        return "."
    if text.startswith("!"):
        return f"[^{text[1:]}]"
    return f"[\\{text}]" if text[0] in "^[" else f"[{text}]"


def _escape(text):
    return _re.sub(r"([&~|])", r"\\\1", text)


def _chunks(inside):
    """What stands between the hyphens that make ranges."""
    chunks, start = [], 0
    at = inside.find("-", 2 if inside.startswith("!") else 1)
    while at >= 0:
        chunks.append(inside[start:at])
        start = at + 1
        at = inside.find("-", at + 3)
    last = inside[start:]
    if last:
        chunks.append(last)
    elif chunks:
        chunks[-1] += "-"
    for i in range(len(chunks) - 1, 0, -1):
        if chunks[i - 1][-1] > chunks[i][0]:
            chunks[i - 1] = chunks[i - 1][:-1] + chunks[i][1:]
            del chunks[i]
    return [] if chunks == [""] else chunks
