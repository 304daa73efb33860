# Settings in sections, as .ini files have them.

import functools as _functools
import re as _re
from collections import ChainMap as _ChainMap
from collections.abc import MutableMapping as _MutableMapping
from _machine import refuse as _refuse

__all__ = ["NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation",
           "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]

DEFAULTSECT, MAX_INTERPOLATION_DEPTH = "DEFAULT", 10
_UNSET = object()


# ---- errors --------------------------------------------------------------------------------------

class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        super().__init__(msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__("No section: %r" % (section,))
        self.section = section
        self.args = (section,)


class _Duplicate(Error):
    def _tell(self, what, args, source, lineno):
        text = []
        if source is not None:
            line = " [line {0:2d}]".format(lineno) if lineno is not None else ""
            text.append(f"While reading from {source!r}{line}: {what[0].lower()}{what[1:]}")
        else:
            text.append(what)
        Error.__init__(self, "".join(text))
        self.args = args


class DuplicateSectionError(_Duplicate):
    def __init__(self, section, source=None, lineno=None):
        self.section, self.source, self.lineno = section, source, lineno
        self._tell(f"Section {section!r} already exists", (section, source, lineno), source, lineno)


class DuplicateOptionError(_Duplicate):
    def __init__(self, section, option, source=None, lineno=None):
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self._tell(f"Option {option!r} in section {section!r} already exists", (section, option, source, lineno),
                   source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__("No option %r in section: %r" % (option, section))
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section,
                         "Bad value substitution: option {!r} in section {!r} contains an interpolation key {!r} "
                         "which is not a valid option name. Raw value: {!r}".format(option, section, reference, rawval))
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section,
                         "Recursion limit exceeded in value substitution: option {!r} in section {!r} contains an "
                         "interpolation key which cannot be substituted in {} steps. Raw value: {!r}"
                         .format(option, section, MAX_INTERPOLATION_DEPTH, rawval))
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source):
        super().__init__(f"Source contains parsing errors: {source!r}")
        self.source, self.errors, self.args = source, [], (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, repr(line))


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line))
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


# ---- values made of other values -----------------------------------------------------------------

class Interpolation:
    """None: values are what is written."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """%(name)s; %% is a %."""

    _mark, _reference = "%", _re.compile(r"%\(([^)]+)\)s")

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, option, value, section, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = self._reference.sub("", value.replace("%%", ""))
        if "%" in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find("%")))
        return value

    def _expand(self, parser, option, rest, section, defaults, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        pieces, mark = [], self._mark
        while rest:
            before, found, rest = rest.partition(mark)
            pieces.append(before)
            if not found:
                break
            if rest.startswith(mark):
                pieces.append(mark)
                rest = rest[1:]
                continue
            match = self._reference.match(mark + rest)
            if match is None:
                self._complain(option, section, mark + rest)
            rest = rest[match.end() - 1:]
            pieces.append(self._value(parser, option, section, defaults, depth, match[1], raw))
        return "".join(pieces)

    def _complain(self, option, section, rest):
        if rest[1:2] == "(":
            raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % rest)
        raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r" % (rest,))

    def _value(self, parser, option, section, defaults, depth, name, raw):
        name = parser.optionxform(name)
        if name not in defaults:
            raise InterpolationMissingOptionError(option, section, raw, name)
        value = defaults[name]
        if self._mark in value:
            value = self._expand(parser, option, value, section, defaults, depth + 1)
        return value


class ExtendedInterpolation(BasicInterpolation):
    """${name} or ${section:name}; $$ is a $."""

    _mark, _reference = "$", _re.compile(r"\$\{([^}]+)\}")

    def before_set(self, parser, section, option, value):
        rest = self._reference.sub("", value.replace("$$", ""))
        if "$" in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find("$")))
        return value

    def _complain(self, option, section, rest):
        if rest[1:2] == "{":
            raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % rest)
        raise InterpolationSyntaxError(option, section, "'$' must be followed by '$' or '{', found: %r" % (rest,))

    def _value(self, parser, option, section, defaults, depth, name, raw):
        path = name.split(":")
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % (raw,))
        try:
            if len(path) == 1:
                where, name = section, parser.optionxform(path[0])
                value = defaults[name]
            else:
                where, name = path[0], parser.optionxform(path[1])
                value = parser.get(where, name, raw=True)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        if "$" in value:
            others = defaults if where == section else dict(parser.items(where, raw=True))
            value = self._expand(parser, name, value, where, others, depth + 1)
        return value


# ---- the parser ----------------------------------------------------------------------------------

class RawConfigParser(_MutableMapping):
    """Sections by name; each a mapping of options, behind which stand those of DEFAULT."""

    SECTCRE = _re.compile(r"\[(?P<header>.+)\]")
    NONSPACECRE = _re.compile(r"\S")
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True,
                      "0": False, "no": False, "false": False, "off": False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET, allow_unnamed_section=False):
        if allow_unnamed_section:
            _refuse("a ConfigParser with an unnamed section")
        self._dict, self._allow_no_value, self._delimiters = dict_type, allow_no_value, tuple(delimiters)
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), dict_type()
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict, self._empty_lines = strict, empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        self._converters = ConverterMapping(self)
        self._proxies[default_section] = SectionProxy(self, default_section)
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)
        marks = "|".join(map(_re.escape, self._delimiters))
        value = rf"(?P<vi>{marks})\s*(?P<value>.*)"
        self._optcre = _re.compile(r"(?P<option>.*?)\s*" + (f"(?:{value})?$" if allow_no_value else f"{value}$"))

    def optionxform(self, optionstr):
        return optionstr.lower()

    # ---- what there is ---------------------------------------------------------------------------

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections.keys())

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list(_merged(self._sections[section], self._defaults))

    def has_option(self, section, option):
        own = self._stored(section)
        if own is None:
            return False
        option = self.optionxform(option)
        return option in own or option in self._defaults

    def _stored(self, section):
        """What a section has of its own; no name stands for the defaults. None: there is no such section."""
        if not section or section == self.default_section:
            return self._defaults
        return self._sections.get(section)

    def _visible(self, section, vars=None):
        """The options of a section, and behind them the defaults."""
        own = {}
        if section in self._sections:
            own = self._sections[section]
        elif section != self.default_section:
            raise NoSectionError(section) from None
        given = {self.optionxform(key): None if value is None else str(value) for key, value in (vars or {}).items()}
        return _ChainMap(given, own, self._defaults)

    # ---- getting ---------------------------------------------------------------------------------

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            visible = self._visible(section, vars)
            option = self.optionxform(option)
            try:
                value = visible[option]
            except KeyError:
                raise NoOptionError(option, section)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, visible)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return conv(self.get(section, option, raw=raw, vars=vars, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback,
                              **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: %s" % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        merged = dict(self._defaults)
        if section in self._sections:
            merged.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section)
        names = list(merged)
        for key, value in (vars or {}).items():
            merged[self.optionxform(key)] = value
        if raw:
            return [(name, merged[name]) for name in names]
        return [(name, merged[name] if merged[name] is None else
                 self._interpolation.before_get(self, section, name, merged[name], merged)) for name in names]

    def popitem(self):
        sections = self.sections()
        if not sections:
            raise KeyError
        first = self[sections[0]]
        del self[sections[0]]
        return sections[0], first

    # ---- changing --------------------------------------------------------------------------------

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError("Invalid section name: %r" % section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        options = self._stored(section)
        if options is None:
            raise NoSectionError(section) from None
        options[self.optionxform(option)] = value

    def remove_option(self, section, option):
        options = self._stored(section)
        if options is None:
            raise NoSectionError(section) from None
        option = self.optionxform(option)
        existed = option in options
        if existed:
            del options[option]
        return existed

    def remove_section(self, section):
        existed = section in self._sections
        if existed:
            del self._sections[section], self._proxies[section]
        return existed

    # ---- as a mapping ----------------------------------------------------------------------------

    def __getitem__(self, key):
        if key in self:
            return self._proxies[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        if key in self:
            if self[key] is value:
                return
            own = self._defaults if key == self.default_section else self._sections[key]
            own.clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if key not in self:
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    @property
    def converters(self):
        return self._converters

    # ---- reading ---------------------------------------------------------------------------------

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        done = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            done.append(filename.__fspath__() if hasattr(filename, "__fspath__") else filename)
        return done

    def read_file(self, f, source=None):
        if source is None:
            source = getattr(f, "name", "<???>")
        self._read(f, source)

    def read_string(self, string, source="<string>"):
        self.read_file(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source="<dict>"):
        given = {}  # the names of the sections that the dictionary has, and those of their options
        for key, options in dictionary.items():
            section = str(key)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):  # the parser had it before, or always has it
                if self._strict and section in given:
                    raise
            names = given.setdefault(section, set())
            for key, value in options.items():
                name, text = self.optionxform(str(key)), None if value is None else str(value)
                if self._strict and name in names:
                    raise DuplicateOptionError(section, name, source)
                names.add(name)
                self.set(section, name, text)

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    def _read(self, lines, source):
        """Line by line; what is indented deeper than its option goes on with its value."""
        reading = _Reading(self, source)
        for number, line in enumerate(lines, 1):
            reading.take(number, line)
        reading.finish()

    # ---- writing ---------------------------------------------------------------------------------

    def write(self, fp, space_around_delimiters=True):
        mark = self._delimiters[0]
        mark = f" {mark} " if space_around_delimiters else mark
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), mark)
        for section in self._sections:
            self._write_section(fp, section, self._sections[section].items(), mark)

    def _write_section(self, fp, name, items, mark):
        fp.write(f"[{name}]\n")
        for key, value in items:
            value = self._interpolation.before_write(self, name, key, value)
            if value is not None or not self._allow_no_value:
                fp.write(f"{key}{mark}{str(value).replace(chr(10), chr(10) + chr(9))}\n")
            else:
                fp.write(f"{key}\n")
        fp.write("\n")


def _merged(own, defaults):
    """The names of both, those of the section first."""
    names = dict(own)
    names.update(defaults)
    return names


class _Reading:
    """The state between two lines of a file."""

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.seen, self.section, self.options = set(), None, None
        self.option, self.indent, self.error = None, 0, None

    def take(self, number, line):
        parser, indent_text = self.parser, line
        value, comment = self._without_comment(line)
        if not value:
            if parser._empty_lines:
                if comment is False and self.option is not None and self.options is not None and \
                        self.options.get(self.option) is not None:
                    self.options[self.option].append("")
            else:
                self.indent = 10 ** 9
            return
        indent = len(indent_text) - len(indent_text.lstrip())
        if self.options is not None and self.option and indent > self.indent:
            if self.options.get(self.option) is None:
                raise _continuation(self.source, number, line)
            self.options[self.option].append(value)
            return
        self.indent = indent
        match = parser.SECTCRE.match(value)
        if match:
            self._begin_section(match["header"], number)
        elif self.options is None:
            raise MissingSectionHeaderError(self.source, number, line)
        else:
            self._take_option(value, number, line)

    def _without_comment(self, line):
        """(the text, whether it is not a comment alone: False, or what was cut off)"""
        parser = self.parser
        ends = [at for prefix in parser._inline_comment_prefixes
                for at in [_inline(line, prefix)] if at >= 0]
        cut = min(ends) if ends else None
        if any(line.strip().startswith(prefix) for prefix in parser._comment_prefixes):
            cut = 0
        value = line[:cut].strip()
        return value, cut if cut is not None else False

    def _begin_section(self, name, number):
        parser = self.parser
        if name in parser._sections:
            if parser._strict and name in self.seen:
                raise DuplicateSectionError(name, self.source, number)
            self.options = parser._sections[name]
        elif name == parser.default_section:
            self.options = parser._defaults
        else:
            self.options = parser._sections[name] = parser._dict()
            parser._proxies[name] = SectionProxy(parser, name)
        self.seen.add(name)
        self.section, self.option = name, None

    def _take_option(self, value, number, line):
        parser = self.parser
        match = parser._optcre.match(value)
        name = match["option"].rstrip() if match else ""
        if not name:
            self.error = self.error or ParsingError(self.source)
            self.error.append(number, line)
            if match is None:
                return
        self.option = parser.optionxform(name)
        if parser._strict and (self.section, self.option) in self.seen:
            raise DuplicateOptionError(self.section, self.option, self.source, number)
        self.seen.add((self.section, self.option))
        text = match["value"]
        self.options[self.option] = [text.strip()] if text is not None else None

    def finish(self):
        """Values that stand on several lines are put together."""
        parser = self.parser
        every = [(parser.default_section, parser._defaults), *parser._sections.items()]
        for section, options in every:
            for name, value in options.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                options[name] = parser._interpolation.before_read(parser, section, name, value)
        if self.error:
            raise self.error


def _inline(line, prefix):
    """Where a comment begins behind something; -1."""
    at = line.find(prefix)
    while at >= 0:
        if at == 0 or line[at - 1].isspace():
            return at
        at = line.find(prefix, at + 1)
    return -1


def _continuation(source, number, line):
    error = ParsingError(source)
    error.append(number, line)
    return error


class ConfigParser(RawConfigParser):
    """Values are texts, and may be made of others: %(name)s."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def _check_texts(self, option="", value=""):
        may_be_none = self._allow_no_value and not value
        for what, given in ("keys", option), ("values", "" if may_be_none else value):
            if not isinstance(given, str):
                raise TypeError(f"option {what} must be strings")

    def set(self, section, option, value=None):
        self._check_texts(option, value)
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        super().add_section(section)

    def _read_defaults(self, defaults):
        interpolation, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = interpolation


# ---- a section, a table of converters ------------------------------------------------------------

class SectionProxy(_MutableMapping):
    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for conv in parser.converters:
            setattr(self, "get" + conv, _functools.partial(self.get, _impl=getattr(parser, "get" + conv)))

    def __repr__(self):
        return "<Section: {}>".format(self._name)

    def __getitem__(self, key):
        if key in self:
            return self._parser.get(self._name, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        check = getattr(self._parser, "_check_texts", None)
        if check is not None:
            check(key, value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if key not in self or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(_MutableMapping):
    """What get...() methods a parser has: "int" stands for getint()."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {name[3:]: getattr(type(parser), name) for name in dir(type(parser))
                      if name.startswith("get") and name != "get"}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        function = _functools.partial(self._parser._get_conv, conv=value)
        setattr(self._parser, "get" + key, function)
        self._data[key] = function
        for proxy in self._parser._proxies.values():
            setattr(proxy, "get" + key, _functools.partial(proxy.get, _impl=function))

    def __delitem__(self, key):
        del self._data[key]
        delattr(self._parser, "get" + key)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
