"""Paragraphs broken into lines."""

import sys

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "


def _is_word(c):
    return c.isalnum() or c == "_"


def _is_letter(c):
    return c.isalpha() or c == "_"


class TextWrapper:
    """Wraps text, as its attributes say."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace = expand_tabs, replace_whitespace
        self.fix_sentence_endings, self.break_long_words = fix_sentence_endings, break_long_words
        self.drop_whitespace, self.break_on_hyphens = drop_whitespace, break_on_hyphens
        self.tabsize, self.max_lines, self.placeholder = tabsize, max_lines, placeholder

    # ---- into pieces that are not broken ----

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): " " for c in _whitespace})
        return text

    @staticmethod
    def _hyphen_pieces(word):
        """A word with the places behind its hyphens at which a line may end: between two letters on
        the left and two on the right, and behind and around dashes."""
        pieces, start, at, n = [], 0, 0, len(word)
        while at < n:
            if word[at] != "-":
                at += 1
                continue
            run = at
            while run < n and word[run] == "-":
                run += 1
            if run - at >= 2:
                before = at > start and (_is_word(word[at - 1]) or word[at - 1] in "!\"'&.,?")
                if before and run < n and _is_word(word[run]):
                    pieces += [word[start:at], word[at:run]]
                    start = run
                at = run
                continue
            left = at > start and at >= 2 and _is_letter(word[at - 1]) and (
                _is_letter(word[at - 2]) or (word[at - 2] == "-" and _is_letter(word[at - 3:at - 2])))
            right = at + 2 < n and _is_letter(word[at + 1]) and (
                _is_letter(word[at + 2]) or (word[at + 2] == "-" and _is_letter(word[at + 3:at + 4])))
            if left and right:
                pieces.append(word[start:at + 1])
                start = at + 1
            at += 1
        pieces.append(word[start:])
        return [piece for piece in pieces if piece]

    def _split(self, text):
        chunks, at, n = [], 0, len(text)
        while at < n:
            end = at
            blank = text[at] in _whitespace
            while end < n and (text[end] in _whitespace) == blank:
                end += 1
            if blank or not self.break_on_hyphens:
                chunks.append(text[at:end])
            else:
                chunks += self._hyphen_pieces(text[at:end])
            at = end
        return chunks

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _fix_sentence_endings(self, chunks):
        """Two blanks behind a lower-case word with a full stop."""
        for i in range(len(chunks) - 1):
            word = chunks[i].rstrip("\"'")
            if chunks[i + 1] == " " and len(word) >= 2 and word[-1] in ".!?" and \
                    word[-2].isascii() and word[-2].islower():
                chunks[i + 1] = "  "

    # ---- into lines ----

    def _handle_long_word(self, chunks, line, length, width):
        """A piece that fits no line: cut, or, if it must not be, alone on its line."""
        room = 1 if width < 1 else width - length
        if self.break_long_words:
            piece, end = chunks[-1], room
            if self.break_on_hyphens and len(piece) > room:
                hyphen = piece.rfind("-", 0, room)
                if hyphen > 0 and any(c != "-" for c in piece[:hyphen]):
                    end = hyphen + 1
            line.append(piece[:end])
            chunks[-1] = piece[end:]
        elif not line:
            line.append(chunks.pop())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            margin = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            margin = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(margin)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            line, length = self._one_line(chunks, width)
            if not line:
                continue
            if self.max_lines is None or len(lines) + 1 < self.max_lines or (
                    (not chunks or self.drop_whitespace and len(chunks) == 1
                     and not chunks[0].strip()) and length <= width):
                lines.append(margin + "".join(line))
                continue
            self._shorten(lines, line, length, width, margin)
            break
        return lines

    def _one_line(self, chunks, width):
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, line, length, width)
            length = sum(map(len, line))
        if self.drop_whitespace and line and line[-1].strip() == "":
            length -= len(line.pop())
        return line, length

    def _shorten(self, lines, line, length, width, margin):
        """The last line that is allowed ends with the placeholder."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(margin + "".join(line))
                return
            length -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(margin + self.placeholder.lstrip())

    def wrap(self, text):
        pieces = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(pieces)
        return self._wrap_chunks(pieces)

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """A paragraph as a list of lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph as one text of several lines."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """A text on one line, cut with [...] if it is too long."""
    wrapper = TextWrapper(width=width, max_lines=1, **kwargs)
    return wrapper.fill(" ".join(text.strip().split()))


def dedent(text):
    """Without the blanks that all lines begin with."""
    lines = text.split("\n")
    margin = None
    for line in lines:
        bare = line.lstrip(" \t")
        if not bare.strip(" \t"):
            continue
        blank = line[:len(line) - len(bare)]
        if margin is None:
            margin = blank
        while not blank.startswith(margin):
            margin = margin[:-1]
    cut = len(margin or "")
    return "\n".join("" if not line.strip(" \t") else line[cut:] for line in lines)


def indent(text, prefix, predicate=None):
    """With a prefix in front of every line that is not blank."""
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
