# The walk along a command line.
#
# First each word is told apart: O may be an option, A is an argument, and - is "--", behind which
# everything is A.  Then options are met one after the other, and before each of them the positional
# arguments take what they can of the words in between: how many is decided by matching the letters
# against what each expects, written as a regular expression.

import re
from argparse._actions import (ArgumentError, ArgumentTypeError, ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS,
                               ZERO_OR_MORE, name_of)
from sys import version_info as _version


class Walk:
    """One parse of one list of words."""

    def __init__(self, parser, words, namespace):
        self.parser, self.words, self.namespace = parser, words, namespace
        self.conflicts = _conflicts(parser)
        self.seen, self.seen_given = set(), set()
        self.extras, self.warned = [], set()
        self.options, letters = {}, []
        plain = False
        for at, word in enumerate(words):
            if plain:
                letters.append("A")
            elif word == "--":
                letters.append("-")
                plain = True
            else:
                found = parser._parse_optional(word)
                letters.append("A" if found is None else "O")
                if found is not None:
                    self.options[at] = found
        self.letters = "".join(letters)
        self.positionals = parser._get_positional_actions()

    def run(self):
        """What nothing took."""
        at, last = 0, max(self.options, default=-1)
        while at <= last:
            following = min(index for index in self.options if index >= at)
            if at != following:
                end = self.take_positionals(at)
                if end > at:
                    at = end
                    continue
                at = end
            if at not in self.options:
                self.extras += self.words[at:following]
                at = following
            at = self.take_option(at)
        at = self.take_positionals(at)
        self.extras += self.words[at:]
        return self.extras

    # ---- taking ----------------------------------------------------------------------------------

    def perform(self, action, words, option=None):
        self.seen.add(action)
        value = self.parser._get_values(action, words)
        if value is not action.default:
            self.seen_given.add(action)
            for other in self.conflicts.get(action, ()):
                if other in self.seen_given:
                    raise ArgumentError(action, f"not allowed with argument {name_of(other)}")
        if value is not SUPPRESS:
            action(self.parser, self.namespace, value, option)

    def take_option(self, start):
        parser = self.parser
        action, option, equals, explicit = self.options[start]
        pending = []
        while True:
            if action is None:
                self.extras.append(self.words[start])
                return start + 1
            if explicit is None:
                break
            count = parser._match_argument(action, "A")
            short = option[1:2] not in parser.prefix_chars
            if count == 0 and short and explicit != "":
                if _version >= (3, 13) and (equals or explicit[0] in parser.prefix_chars):
                    raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                pending.append((action, [], option))
                next_option = option[0] + explicit[0]
                if next_option not in parser._option_string_actions:
                    if _version >= (3, 13):
                        self.extras.append(option[0] + explicit)
                        return self.flush(pending, start + 1)
                    raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                action, option = parser._option_string_actions[next_option], next_option
                equals, explicit = _rest_of_cluster(explicit[1:])
            elif count == 1:
                pending.append((action, [explicit], option))
                return self.flush(pending, start + 1)
            else:
                raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
        begin = start + 1
        count = parser._match_argument(action, self.letters[begin:])
        pending.append((action, self.words[begin:begin + count], option))
        return self.flush(pending, begin + count)

    def flush(self, pending, end):
        for action, words, option in pending:
            if getattr(action, "deprecated", False) and option not in self.warned:
                self.parser._warning(f"option '{option}' is deprecated")
                self.warned.add(option)
            self.perform(action, words, option)
        return end

    def take_positionals(self, start):
        counts = self.parser._match_arguments_partial(self.positionals, self.letters[start:])
        for action, count in zip(self.positionals, counts):
            words = self.words[start:start + count]
            start += count
            if getattr(action, "deprecated", False) and words and action.dest not in self.warned:
                self.parser._warning(f"argument '{action.dest}' is deprecated")
                self.warned.add(action.dest)
            self.perform(action, words)
        self.positionals = self.positionals[len(counts):]
        return start


def _rest_of_cluster(rest):
    """(the = in front, what stands behind it) of what follows an option of one letter in its word."""
    if not rest:
        return None, None
    if _version >= (3, 13):
        return ("=", rest[1:]) if rest[0] == "=" else ("", rest)
    return "", rest


def _conflicts(parser):
    conflicts = {}
    for group in parser._mutually_exclusive_groups:
        for action in group._group_actions:
            conflicts.setdefault(action, []).extend(other for other in group._group_actions if other is not action)
    return conflicts


class Matching:
    """The part of a parser that tells words apart and turns them into values."""

    def _parse_optional(self, word):
        """None: an argument; else (action or None, the option, the = if there is one, what stands behind)."""
        if not word or word[0] not in self.prefix_chars:
            return None
        if word in self._option_string_actions:
            return self._option_string_actions[word], word, None, None
        if len(word) == 1:
            return None
        option, equals, value = word.partition("=")
        if equals and option in self._option_string_actions:
            return self._option_string_actions[option], option, equals, value
        found = self._get_option_tuples(word)
        if len(found) > 1:
            matches = ", ".join(entry[1] for entry in found)
            self._fail(f"ambiguous option: {word} could match {matches}")
        if found:
            return found[0]
        if self._negative_number_matcher.match(word) and not self._has_negative_number_optionals:
            return None
        if " " in word:
            return None
        return None, word, None, None

    def _get_option_tuples(self, word):
        """The options that a word may abbreviate, or run together with its value."""
        found, chars = [], self.prefix_chars
        if word[1] in chars:
            if self.allow_abbrev:
                prefix, equals, value = word.partition("=")
                for option, action in self._option_string_actions.items():
                    if option.startswith(prefix):
                        found.append((action, option, equals or None, value if equals else None))
            return found
        for option, action in self._option_string_actions.items():
            if option == word[:2]:
                found.append((action, option, "", word[2:]))
            elif option.startswith(word):
                found.append((action, option, None, None))
        return found

    def _nargs_pattern(self, action):
        patterns = {None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)",
                    REMAINDER: "([-AO]*)", PARSER: "(-*A[-AO]*)", SUPPRESS: "(-*-*)"}
        pattern = patterns.get(action.nargs)
        if pattern is None:
            pattern = "(-*%s-*)" % "-*".join("A" * action.nargs)
        return pattern.replace("-*", "").replace("-", "") if action.option_strings else pattern

    def _match_argument(self, action, letters):
        match = re.match(self._nargs_pattern(action), letters)
        if match is not None:
            return len(match[1])
        texts = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                 ONE_OR_MORE: "expected at least one argument"}
        count = action.nargs
        text = texts.get(count) or f"expected {count} argument{'' if count == 1 else 's'}"
        raise ArgumentError(action, text)

    def _match_arguments_partial(self, actions, letters):
        """How many words each of the first actions takes, for as many actions as possible."""
        for end in range(len(actions), 0, -1):
            match = re.match("".join(map(self._nargs_pattern, actions[:end])), letters)
            if match is not None:
                return [len(text) for text in match.groups()]
        return []

    # ---- values ----------------------------------------------------------------------------------

    def _get_values(self, action, words):
        if "--" in words and action.nargs not in (PARSER, REMAINDER) and not (
                action.option_strings and _version >= (3, 13)):
            words = list(words)
            words.remove("--")
        nargs = action.nargs
        if not words and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not words and nargs == ZERO_OR_MORE and not action.option_strings:
            value = words if action.default is None else action.default
            if action.default is not None or _version < (3, 12):
                self._check_value(action, value)
            return value
        if len(words) == 1 and nargs in (None, OPTIONAL):
            value = self._get_value(action, words[0])
            self._check_value(action, value)
            return value
        if nargs == REMAINDER:
            return [self._get_value(action, word) for word in words]
        if nargs == PARSER:
            value = [self._get_value(action, word) for word in words]
            self._check_value(action, value[0])
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        value = [self._get_value(action, word) for word in words]
        for one in value:
            self._check_value(action, one)
        return value

    def _get_value(self, action, word):
        function = self._registry_get("type", action.type, action.type)
        if not callable(function):
            raise ArgumentError(action, f"{function!r} is not callable")
        try:
            return function(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {word!r}")

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str) and _version >= (3, 13, 1):
            choices = iter(choices)
        if value not in choices:
            shown = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {shown})")
