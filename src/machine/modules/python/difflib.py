# What makes two texts differ: line by line, with marks under the letters, or as patches.

from difflib._matcher import Match, SequenceMatcher, get_close_matches

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK",
           "context_diff", "unified_diff", "diff_bytes", "Match"]


def IS_LINE_JUNK(line, pat=None):
    """Nothing but blanks, and perhaps one #."""
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


class Differ:
    """Lines of both, marked: "- " only in the first, "+ " only in the second, "  " in both, and "? " under
    two that are alike, with marks where they differ."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif tag == "insert":
                yield from self._dump("+", b, blo, bhi)
            else:
                yield from self._dump("-" if tag == "delete" else " ", a, alo, ahi)

    def _dump(self, tag, lines, start, end):
        for at in range(start, end):
            yield f"{tag} {lines[at]}"

    def _change(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from self._dump("-", a, alo, ahi)
        else:
            yield from self._dump("+", b, blo, bhi)

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        """The two lines that are most alike are put against each other; what is before and after them is
        treated in the same way."""
        i, j, equal = self._best_pair(a, alo, ahi, b, blo, bhi)
        if i is None:
            halves = [self._dump("-", a, alo, ahi), self._dump("+", b, blo, bhi)]
            if bhi - blo < ahi - alo:
                halves.reverse()
            for half in halves:
                yield from half
            return
        yield from self._change(a, alo, i, b, blo, j)
        if equal:
            yield f"  {a[i]}"
        else:
            yield from self._marked(a[i], b[j])
        yield from self._change(a, i + 1, ahi, b, j + 1, bhi)

    def _best_pair(self, a, alo, ahi, b, blo, bhi):
        """(i, j, whether they are equal); None for i where nothing is alike."""
        best, best_i, best_j, equal = 0.74, None, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, best_i, best_j = matcher.ratio(), i, j
        if best >= 0.75:
            return best_i, best_j, False
        return (*equal, True) if equal else (None, None, False)

    def _marked(self, a, b):
        """Two lines, with marks under each."""
        under_a = under_b = ""
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, a, b).get_opcodes():
            mark_a, mark_b = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}[tag]
            under_a += mark_a * (i2 - i1)
            under_b += mark_b * (j2 - j1)
        for sign, line, marks in (("-", a, under_a), ("+", b, under_b)):
            yield f"{sign} {line}"
            marks = _with_blanks_of(line, marks).rstrip()
            if marks:
                yield f"? {marks}\n"


def _with_blanks_of(line, marks):
    """Tabs stay tabs, so that the marks stand under their letters."""
    return "".join(c if mark == " " and c.isspace() else mark for c, mark in zip(line, marks))


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The first or the second of the texts that an ndiff was made of."""
    marks = {1: ("  ", "- "), 2: ("  ", "+ ")}
    try:
        wanted = marks[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    yield from (line[2:] for line in delta if line.startswith(wanted))


# ---- patches -------------------------------------------------------------------------------------

def _check_types(a, b, *texts):
    for first in (*a[:1], *b[:1]):
        if not isinstance(first, str):
            raise TypeError(f"lines to compare must be str, not {type(first).__name__} ({first!r})")
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"all arguments must be str, not: {text!r}")


def _heading(sign, name, date, lineterm):
    return f"{sign} {name}{f'{chr(9)}{date}' if date else ''}{lineterm}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The changes with n lines around them, as `diff -u` writes them."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, end):
        length = end - start
        return str(start + 1) if length == 1 else f"{start + (length > 0)},{length}"

    for at, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if at == 0:
            yield _heading("---", fromfile, fromfiledate, lineterm)
            yield _heading("+++", tofile, tofiledate, lineterm)
        yield f"@@ -{span(group[0][1], group[-1][2])} +{span(group[0][3], group[-1][4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (" " + line for line in a[i1:i2])
                continue
            if tag != "insert":
                yield from ("-" + line for line in a[i1:i2])
            if tag != "delete":
                yield from ("+" + line for line in b[j1:j2])


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The changes with n lines around them, each side for itself, as `diff -c` writes them."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    signs = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}

    def span(start, end):
        return str(end) if end - start <= 1 else f"{start + 1},{end}"

    for at, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if at == 0:
            yield _heading("***", fromfile, fromfiledate, lineterm)
            yield _heading("---", tofile, tofiledate, lineterm)
        yield "***************" + lineterm
        yield f"*** {span(group[0][1], group[-1][2])} ****{lineterm}"
        if any(tag in ("replace", "delete") for tag, *_ in group):
            yield from (signs[tag] + line for tag, i1, i2, *_ in group if tag != "insert" for line in a[i1:i2])
        yield f"--- {span(group[0][3], group[-1][4])} ----{lineterm}"
        if any(tag in ("replace", "insert") for tag, *_ in group):
            yield from (signs[tag] + line for tag, _, _, j1, j2 in group if tag != "delete" for line in b[j1:j2])


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    """A diff of lines of bytes."""
    def text_of(data):
        try:
            return data.decode("ascii", "surrogateescape")
        except AttributeError as err:
            raise TypeError(f"all arguments must be bytes, not {type(data).__name__} ({data!r})") from err

    lines = dfunc(list(map(text_of, a)), list(map(text_of, b)), text_of(fromfile), text_of(tofile),
                  text_of(fromfiledate), text_of(tofiledate), n, text_of(lineterm))
    for line in lines:
        yield line.encode("ascii", "surrogateescape")
