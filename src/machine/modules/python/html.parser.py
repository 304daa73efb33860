# HTML taken apart: tags, text, comments, as methods of the program's class are told of them.
#
# What has been fed and not been told yet is `rawdata`: a construct waits there until it is whole.  Each
# _read_... looks at the one that begins at i, tells of it, and returns where it ends; -1: not here yet.

import re as _re
from html import unescape as _unescape

__all__ = ["HTMLParser"]

_reference = _re.compile(r"&(?:#(?P<number>\d+|[xX][\da-fA-F]+)(?P<behind>[^\da-fA-F])"
                         r"|(?P<name>[a-zA-Z][-.\w]*)(?P<end>[^a-zA-Z0-9]))", _re.ASCII)
_end_of_comment = _re.compile(r"--\s*>")
_end_of_section = _re.compile(r"\]\s*\]\s*>")
_end_of_condition = _re.compile(r"\]\s*>")
_section_name = _re.compile(r"[a-zA-Z][-.\w]*\s*", _re.ASCII)
_plain_end_tag = _re.compile(r"</\s*([a-zA-Z][-.:\w]*)\s*>", _re.ASCII)
_SECTIONS = {"temp", "cdata", "ignore", "include", "rcdata"}
_CONDITIONS = {"if", "else", "endif"}
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


# ---- pieces of a start tag -----------------------------------------------------------------------

def _pass_name(text, i):
    while i < len(text) and text[i] not in "\t\n\r\f />\0":
        i += 1
    return i


def _pass_space(text, i):
    while text[i:i + 1].isspace():
        i += 1
    return i


def _pass_gap(text, i):
    """White space, and slashes that do not close the tag."""
    while text[i:i + 1].isspace() or text[i:i + 1] == "/" and text[i + 1:i + 2] != ">":
        i += 1
    return i


def _read_value(text, i):
    """(what follows an = sign, where it ends), or None."""
    at = _pass_space(text, i)
    if text[at:at + 1] != "=":
        return None
    while text[at:at + 1] == "=":
        at += 1
    at = _pass_space(text, at)
    quote = text[at:at + 1]
    if quote and quote in "'\"":
        close = text.find(quote, at + 1)
        return None if close < 0 else (text[at + 1:close], close + 1)
    end = at
    while end < len(text) and text[end] != ">" and not text[end].isspace():
        end += 1
    return text[at:end], end


def _read_attribute(text, i):
    """(name, value or None, where it ends), or None: there is none at i."""
    before, first = text[i - 1], text[i:i + 1]
    if not (before in "'\"/" or before.isspace()) or not first or first in "/>" or first.isspace():
        return None
    end = i + 1
    while end < len(text) and text[end] not in "/=>" and not text[end].isspace():
        end += 1
    value = _read_value(text, end)
    return (text[i:end], None, end) if value is None else (text[i:end], *value)


def _find_end_of_start_tag(text, i):
    """One past its >, or past what there is of it; -1: more is to come."""
    at = _pass_name(text, i + 1)
    while text[at:at + 1] == "/" or text[at:at + 1].isspace():
        at += 1
    while (attribute := _read_attribute(text, at)) is not None:
        at = attribute[2]
        while attribute[1] is not None and text[_pass_space(text, at):][:1] == ",":
            at = _pass_space(text, at) + 1
        at = _pass_gap(text, at)
    at = _pass_space(text, at)
    if text[at:at + 1] == ">":
        return at + 1
    if text[at:at + 2] == "/>":
        return at + 2
    return -1 if at == len(text) or text[at] in "=/" or text[at] in _LETTERS else at


# ---- the parser ----------------------------------------------------------------------------------

class HTMLParser:
    """Feed it text: it calls handle_starttag, handle_data and so on, which do nothing here."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata, self.lasttag = "", "???"
        self.cdata_elem = self.__starttag_text = None
        self.lineno, self.offset = 1, 0

    def feed(self, data):
        self.rawdata += data
        self.goahead(0)

    def close(self):
        self.goahead(1)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        """Until its end tag all is text."""
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    # ---- what a program overrides ----

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass

    # ---- going through the text ----

    def updatepos(self, i, j):
        """The text between has been told of."""
        passed = self.rawdata[i:j]
        lines = passed.count("\n")
        self.lineno += lines
        self.offset = len(passed) - passed.rindex("\n") - 1 if lines else self.offset + len(passed)
        return max(i, j)

    def goahead(self, end):
        i, n = 0, len(self.rawdata)
        while i < n:
            text_end = self._find_markup(i, n)
            if text_end < 0:
                break
            self._tell_text(i, text_end)
            i = self.updatepos(i, text_end)
            if i == n:
                break
            after = self._pass_tag(i, n, end) if self.rawdata[i] == "<" else self._pass_reference(i, n, end)
            i = self.updatepos(i, abs(after))
            if after <= 0:
                break
        if end and i < n and not self.cdata_elem:
            self._tell_text(i, n)
            i = self.updatepos(i, n)
        self.rawdata = self.rawdata[i:]

    def _find_markup(self, i, n):
        """Where the next construct begins; -1: that cannot be said yet."""
        text = self.rawdata
        if self.cdata_elem:
            found = _re.compile(rf"</\s*{self.cdata_elem}\s*>", _re.I).search(text, i)
            return found.start() if found else -1
        if not self.convert_charrefs:
            found = [at for at in (text.find("<", i), text.find("&", i)) if at >= 0]
            return min(found, default=n)
        at = text.find("<", i)
        if at >= 0:
            return at
        reference = text.rfind("&", max(i, n - 34))  # half of one, perhaps
        whole = reference < 0 or any(c == ";" or c.isspace() for c in text[reference:])
        return n if whole else -1

    def _tell_text(self, i, j):
        if i < j:
            text = self.rawdata[i:j]
            self.handle_data(_unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def _pass_tag(self, i, n, end):
        """Where what begins with < ends; where to wait, negative (or 0)."""
        text = self.rawdata
        second = text[i + 1:i + 2]
        if second in _LETTERS:
            after = self.parse_starttag(i)
        elif second == "/":
            after = self.parse_endtag(i)
        elif second == "?":
            after = self.parse_pi(i)
        elif second == "!":
            after = self.parse_html_declaration(i)
        elif second:
            self.handle_data("<")
            after = i + 1
        else:
            return -i
        if after >= 0:
            return after
        if not end:
            return -i
        after = text.find(">", i + 1) + 1 or text.find("<", i + 1)
        after = i + 1 if after < 0 else after
        self._tell_text(i, after)
        return after

    def _pass_reference(self, i, n, end):
        """The same for &, where references are told of."""
        text = self.rawdata
        found = _reference.match(text, i)
        if found:
            number, last = found["number"], found["behind"] or found["end"]
            if number:
                self.handle_charref(number)
            else:
                self.handle_entityref(found["name"])
            return found.end() - (last != ";")
        if text.startswith("&#", i):
            if ";" not in text[i:]:
                return -i
            self.handle_data("&#")
            return -(i + 2)
        if text[i + 1:i + 2] in _LETTERS and i + 1 < n:
            return -(i + 1) if end and text[i:] == text[i:i + 2] else -i
        if i + 1 < n:
            self.handle_data("&")
            return i + 1
        return -i

    # ---- one construct ----

    def check_for_whole_start_tag(self, i):
        return _find_end_of_start_tag(self.rawdata, i)

    def parse_starttag(self, i):
        text, self.__starttag_text = self.rawdata, None
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        self.__starttag_text = text[i:end]
        at = _pass_name(text, i + 1)
        self.lasttag = tag = text[i + 1:at].lower()
        at, attrs = _pass_gap(text, at), []
        while at < end and (attribute := _read_attribute(text, at)) is not None:
            name, value, at = attribute
            attrs.append((name.lower(), _unescape(value) if value else value))
            at = _pass_gap(text, at)
        rest = text[at:end].strip()
        if rest not in (">", "/>"):
            self.handle_data(text[i:end])
        elif rest == "/>":
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def parse_endtag(self, i):
        text = self.rawdata
        end = text.find(">", i + 1) + 1
        if not end:
            return -1
        plain = _plain_end_tag.match(text, i)
        tag = plain and plain[1].lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(text[i:end])
            return end
        if plain:
            self.handle_endtag(tag)
            self.clear_cdata_mode()
            return end
        if text[i + 2:i + 3] not in _LETTERS:
            return i + 3 if text[i + 2] == ">" else self.parse_bogus_comment(i)
        name_end = _pass_name(text, i + 2)
        end = text.find(">", _pass_gap(text, name_end))
        self.handle_endtag(text[i + 2:name_end].lower())
        return end + 1

    def parse_html_declaration(self, i):
        text = self.rawdata
        if text.startswith("<!--", i):
            return self.parse_comment(i)
        if text.startswith("<![", i):
            return self.parse_marked_section(i)
        if text[i:i + 9].lower() != "<!doctype":
            return self.parse_bogus_comment(i)
        end = text.find(">", i + 9)
        if end < 0:
            return -1
        self.handle_decl(text[i + 2:end])
        return end + 1

    def parse_comment(self, i, report=1):
        close = _end_of_comment.search(self.rawdata, i + 4)
        if not close:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:close.start()])
        return close.end()

    def parse_bogus_comment(self, i, report=1):
        end = self.rawdata.find(">", i + 2)
        if end < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:end])
        return end + 1

    def parse_pi(self, i):
        end = self.rawdata.find(">", i + 2)
        if end < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:end])
        return end + 1

    def parse_marked_section(self, i, report=1):
        text = self.rawdata
        if i + 3 == len(text):
            return -1
        name = _section_name.match(text, i + 3)
        if not name:
            self.updatepos(i, i + 3)
            raise AssertionError("expected name token at %r" % text[i:i + 20])
        if name.end() == len(text):
            return -1
        keyword = name[0].strip().lower()
        if keyword not in _SECTIONS | _CONDITIONS:
            raise AssertionError("unknown status keyword %r in marked section" % text[i + 3:name.end()])
        close = (_end_of_section if keyword in _SECTIONS else _end_of_condition).search(text, i + 3)
        if not close:
            return -1
        if report:
            self.unknown_decl(text[i + 3:close.start()])
        return close.end()
