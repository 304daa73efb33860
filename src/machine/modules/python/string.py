from _machine import refuse

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits",
           "octdigits", "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word with a capital."""
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


class _Name:
    """A place in a template."""

    def __init__(self, kind, start, end, name=None):
        self.kind, self.start, self.end, self.name = kind, start, end, name


class _Merged(dict):
    pass


class Template:
    """A text with $names in it."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2

    def __init__(self, template):
        if type(self).idpattern != Template.idpattern or type(self).braceidpattern is not None:
            refuse("a Template with a pattern of its own")
        self.template = template

    @staticmethod
    def _identifier(text, at):
        """Where an identifier in ASCII that begins here ends."""
        start = at
        while at < len(text) and (text[at] == "_" or text[at].isascii() and text[at].isalnum()):
            if at == start and text[at].isdigit():
                break
            at += 1
        return at

    def _places(self):
        text, mark = self.template, self.delimiter
        at = text.find(mark)
        while at >= 0:
            after = at + len(mark)
            end = self._identifier(text, after)
            if text.startswith(mark, after):
                found = _Name("escaped", at, after + len(mark))
            elif end > after:
                found = _Name("named", at, end, text[after:end])
            elif text.startswith("{", after):
                end = self._identifier(text, after + 1)
                if end > after + 1 and text.startswith("}", end):
                    found = _Name("braced", at, end + 1, text[after + 1:end])
                else:
                    found = _Name("invalid", at, after)
            else:
                found = _Name("invalid", at, after)
            yield found
            at = text.find(mark, found.end)

    def _invalid(self, at):
        at += len(self.delimiter)
        lines = self.template[:at].splitlines(keepends=True)
        column, line = at - len("".join(lines[:-1])), len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _fill(self, mapping, kws, safe):
        names = {**mapping, **kws} if mapping and kws else mapping or kws
        parts = []
        done = 0
        for place in self._places():
            parts.append(self.template[done:place.start])
            done = place.end
            if place.kind == "escaped":
                parts.append(self.delimiter)
            elif place.kind == "invalid":
                if not safe:
                    self._invalid(place.start)
                parts.append(self.template[place.start:place.end])
            elif safe:
                try:
                    parts.append(str(names[place.name]))
                except KeyError:
                    parts.append(self.template[place.start:place.end])
            else:
                parts.append(str(names[place.name]))
        return "".join(parts) + self.template[done:]

    def substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, True)

    def is_valid(self):
        return all(place.kind != "invalid" for place in self._places())

    def get_identifiers(self):
        names = []
        for place in self._places():
            if place.kind == "invalid":
                raise ValueError("Unrecognized named group in pattern")
            if place.name is not None and place.name not in names:
                names.append(place.name)
        return names


class Formatter:
    """str.format(), to be changed by subclasses."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            first = _split_field(name)[0]
            if first == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                name = str(auto) + name
                auto += 1
            elif isinstance(first, int):
                if auto:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                auto = False
            obj, key = self.get_field(name, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            parts.append(self.format_field(obj, spec))
        return "".join(parts), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        """(literal, field, specification, conversion) for each field, None where there is none."""
        text, at, literal = format_string, 0, []
        while at < len(text):
            c = text[at]
            at += 1
            if c in "{}" and text[at:at + 1] == c:
                yield "".join(literal) + c, None, None, None
                literal = []
                at += 1
            elif c == "}":
                raise ValueError("Single '}' encountered in format string")
            elif c == "{":
                if at == len(text):
                    raise ValueError("Single '{' encountered in format string")
                end = _closing(text, at)
                yield ("".join(literal), *_parse_field(text[at:end]))
                literal = []
                at = end + 1
            else:
                literal.append(c)
        if literal:
            yield "".join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, name in rest:
            obj = getattr(obj, name) if is_attribute else obj[name]
        return obj, first


def _closing(text, at):
    """Where the brace that was opened in front of `at` is closed."""
    depth = 1
    while at < len(text):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return at
        at += 1
    raise ValueError("expected '}' before end of string")


def _parse_field(field):
    """name!conversion:specification"""
    inside = 0
    for at, c in enumerate(field):
        if c == "[":
            inside += 1
        elif c == "]" and inside:
            inside -= 1
        elif c in "!:" and not inside:
            break
    else:
        return field, "", None
    name, rest = field[:at], field[at:]
    if rest[0] == ":":
        return name, rest[1:], None
    if len(rest) < 2:
        raise ValueError("end of string while looking for conversion specifier")
    if len(rest) > 2 and rest[2] != ":":
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[3:], rest[1]


def _split_field(name):
    """'0.name[key]' as (0, [(True, 'name'), (False, 'key')])."""
    at = 0
    while at < len(name) and name[at] not in ".[":
        at += 1
    first = name[:at]
    rest = []
    while at < len(name):
        start = at + 1
        if name[at] == ".":
            at = start
            while at < len(name) and name[at] not in ".[":
                at += 1
            rest.append((True, name[start:at]))
        else:
            end = name.find("]", start)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[start:end]
            rest.append((False, int(key) if key.isdigit() else key))
            at = end + 1
            if at < len(name) and name[at] not in ".[":
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not rest[-1][1] and rest[-1][1] != 0:
            raise ValueError("Empty attribute in format string")
    return (int(first) if first.isdigit() else first), rest
