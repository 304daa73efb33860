# string: constants, Formatter (str.format(), whose steps can be overridden) and Template ($names).

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


class _Pattern:
    """Template.pattern where nobody has given one: what is looked for is CPython's text."""

    def __get__(self, instance, owner):
        from _machine import refuse
        refuse("the text of string.Template.pattern")


class _Flags:
    """re.IGNORECASE, once somebody asks."""

    def __get__(self, instance, owner):
        import re
        return re.IGNORECASE


class Template:
    """A text with $names in it."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _Flags()
    pattern = _Pattern()

    def __init_subclass__(cls):
        """What the class says of its places is made one pattern, with a group for each kind."""
        super().__init_subclass__()
        cls._compile("pattern" in cls.__dict__)

    @classmethod
    def _compile(cls, given):
        import re
        text = cls.__dict__["pattern"] if given else None
        if not given:
            mark, name = re.escape(cls.delimiter), cls.idpattern
            braced = cls.braceidpattern or name
            text = (f"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|"
                    f"{{(?P<braced>{braced})}}|(?P<invalid>))")
        cls._places = re.compile(text, cls.flags | re.VERBOSE)
        cls.pattern = cls._places if given else _Pattern()

    def __init__(self, template):
        if "_places" not in Template.__dict__:
            Template._compile(False)
        self.template = template

    def _invalid(self, place):
        lines = self.template[:place.start("invalid")].splitlines(keepends=True)
        if lines:
            column, line = place.start("invalid") - len("".join(lines[:-1])), len(lines)
        else:
            column = line = 1
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _unknown(self):
        raise ValueError("Unrecognized named group in pattern", self.pattern)

    def _fill(self, mapping, kws, safe):
        names = {**mapping, **kws} if mapping and kws else mapping or kws

        def replacement(place):
            name = place.group("named") or place.group("braced")
            if name is not None:
                if not safe:
                    return str(names[name])
                try:
                    return str(names[name])
                except KeyError:
                    return place.group()
            if place.group("escaped") is not None:
                return self.delimiter
            if place.group("invalid") is not None:
                return place.group() if safe else self._invalid(place)
            self._unknown()

        return self._places.sub(replacement, self.template)

    def substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, True)

    def is_valid(self):
        for place in self._places.finditer(self.template):
            if place.group("invalid") is not None:
                return False
            if not any(place.group(kind) is not None for kind in ("named", "braced", "escaped")):
                self._unknown()
        return True

    def get_identifiers(self):
        names = []
        for place in self._places.finditer(self.template):
            name = place.group("named") or place.group("braced")
            if name is not None:
                if name not in names:
                    names.append(name)
            elif place.group("invalid") is None and place.group("escaped") is None:
                self._unknown()
        return names


def _numbered(name, auto):
    """A field's name with its number, and the next number; False where fields have numbers of their own."""
    own = name.isdigit()
    if auto if own else name == "" and auto is False:
        raise ValueError("cannot switch from manual field specification to automatic field numbering")
    if name == "":
        return str(auto), auto + 1
    return name, False if own else auto


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
            name, auto = _numbered(name, auto)
            found, key = self.get_field(name, args, kwargs)
            used.add(key)
            shown = self.convert_field(found, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            parts.append(self.format_field(shown, spec))
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
