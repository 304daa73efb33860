# How a parser tells of itself: the usage line, and the help with its two columns.

import re
import shutil
import textwrap
from argparse._actions import (ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE)
from sys import version_info as _version


class Section:
    """A heading and what stands under it, written down last."""

    def __init__(self, formatter, parent, heading=None):
        self.formatter, self.parent, self.heading, self.items = formatter, parent, heading, []

    def format_help(self):
        formatter = self.formatter
        if self.parent is not None:
            formatter._indent()
        text = "".join(part for part in (function(*args) for function, args in self.items) if part)
        if self.parent is not None:
            formatter._dedent()
        if not text:
            return ""
        heading = ""
        if self.heading is not SUPPRESS and self.heading is not None:
            heading = f"{'':{formatter._current_indent}}{self.heading}:\n"
        return "\n" + heading + text + "\n"


class HelpFormatter:
    """Wraps to the width of the terminal; the second column begins where the longest name allows."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = shutil.get_terminal_size().columns - 2
        self._prog, self._indent_increment, self._width = prog, indent_increment, width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._current_indent = self._level = self._action_max_length = 0
        self._root_section = self._current_section = Section(self, None)

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    def _add_item(self, function, args):
        self._current_section.items.append((function, args))

    # ---- what a parser says -----------------------------------------------------------------------

    def start_section(self, heading):
        self._indent()
        section = Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._dedent()
        self._current_section = self._current_section.parent

    def add_text(self, text):
        if text is None or text is SUPPRESS:
            return
        self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        longest = len(self._format_action_invocation(action)) + self._current_indent
        for inner in self._iter_indented_subactions(action):
            indent = self._current_indent if _version >= (3, 13) else self._current_indent - self._indent_increment
            longest = max(longest, len(self._format_action_invocation(inner)) + indent)
        self._action_max_length = max(self._action_max_length, longest)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root_section.format_help()
        if text:
            text = re.sub(r"\n\n\n+", "\n\n", text).strip("\n") + "\n"
        return text

    # ---- the usage -------------------------------------------------------------------------------

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = "usage: " if prefix is None else prefix
        if usage is not None:
            usage = usage % dict(prog=self._prog)
        elif not actions:
            usage = "%(prog)s" % dict(prog=self._prog)
        else:
            usage = self._wrapped_usage(actions, groups, prefix)
        return f"{prefix}{usage}\n\n"

    def _wrapped_usage(self, actions, groups, prefix):
        prog = "%(prog)s" % dict(prog=self._prog)
        options = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        whole = " ".join(text for text in (prog, self._format_actions_usage(options + positionals, groups)) if text)
        width = self._width - self._current_indent
        if len(prefix) + len(whole) <= width:
            return whole
        opt_parts, pos_parts = self._parts_to_wrap(options, groups), self._parts_to_wrap(positionals, groups)
        if len(prefix) + len(prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(prog) + 1)
            if opt_parts:
                lines = _lines([prog] + opt_parts, indent, width, prefix) + _lines(pos_parts, indent, width)
            elif pos_parts:
                lines = _lines([prog] + pos_parts, indent, width, prefix)
            else:
                lines = [prog]
        else:
            indent = " " * len(prefix)
            lines = _lines(opt_parts + pos_parts, indent, width)
            if len(lines) > 1:
                lines = _lines(opt_parts, indent, width) + _lines(pos_parts, indent, width)
            lines = [prog] + lines
        return "\n".join(lines)

    def _format_actions_usage(self, actions, groups):
        if _version >= (3, 13):
            return " ".join(self._get_actions_usage_parts(actions, groups))
        return self._joined_usage(actions, groups)

    def _parts_to_wrap(self, actions, groups):
        """What stays on one line.  Up to 3.12 it is cut out of the whole text again, at its brackets."""
        if _version >= (3, 13):
            return self._get_actions_usage_parts(actions, groups)
        text = self._joined_usage(actions, groups)
        parts = re.findall(r"\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+", text)
        assert " ".join(parts) == text
        return parts

    def _groups_among(self, actions, groups):
        """(from, to, group) of every group whose members stand there one behind the other."""
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f"empty group {group}")
            if _version >= (3, 13) and all(action.help is SUPPRESS for action in members):
                continue
            start = actions.index(members[0]) if members[0] in actions else None
            if start is not None and actions[start:start + len(members)] == members:
                yield start, start + len(members), group

    def _get_actions_usage_parts(self, actions, groups):
        """Since 3.13: a text for every action shown; brackets and bars belong to those of a group."""
        spans = {(start, end): group for start, end, group in self._groups_among(actions, groups)}
        grouped = {action for group in spans.values() for action in group._group_actions}
        parts = [None if action.help is SUPPRESS else self._usage_part(action, action in grouped)
                 for action in actions]
        barred = set()
        for start, end in sorted(spans, reverse=True):
            required = spans[start, end].required
            texts = [part for part in parts[start:end] if part is not None]
            opening, closing = "[]" if not required else "()" if len(texts) > 1 else ("", "")
            texts[0] = opening + texts[0]
            texts[-1] += closing
            last = start + len(texts) - 1
            for at in range(start, last):
                if at not in barred:  # else a group inside has its bar there already
                    parts[at] = texts[at - start] + " |"
                    barred.add(at)
            parts[last:end] = texts[-1:] + [None] * (end - last - 1)
        return [part for part in parts if part is not None]

    def _joined_usage(self, actions, groups):
        """Up to 3.12: brackets and bars are words of their own at first, tidied up in the text."""
        marks, grouped = {}, set()
        for start, end, group in self._groups_among(actions, groups):
            grouped.update(group._group_actions)
            shown = sum(action.help is not SUPPRESS for action in group._group_actions)
            brackets = "[]" if not group.required else "()" if shown > 1 or _version < (3, 11, 3) else None
            for at, bracket in zip((start, end), brackets or ()):
                before = marks.get(at)
                marks[at] = bracket if before is None else before + (" " if at == start else "") + bracket
            marks.update(dict.fromkeys(range(start + 1, end), "|"))
        words = []
        for at, action in enumerate(actions):
            if action.help is SUPPRESS:
                beside = at if marks.get(at) == "|" else at + 1 if marks.get(at + 1) == "|" else None
                marks.pop(beside, None)
        for at in range(len(actions) + 1):
            words += [marks[at]] if at in marks else []
            if at < len(actions) and actions[at].help is not SUPPRESS:
                words.append(self._usage_part(actions[at], actions[at] in grouped))
        text = re.sub(r" ([\])])", r"\1", re.sub(r"([\[(]) ", r"\1", " ".join(words)))
        text = re.sub(r"[\[(] *[\])]", "", text)
        if _version < (3, 11, 3):
            text = re.sub(r"\(([^|]*)\)", r"\1", text)
        return text.strip()

    def _usage_part(self, action, grouped):
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            return text[1:-1] if grouped and text[0] == "[" and text[-1] == "]" else text
        if action.nargs == 0:
            text = action.format_usage()
        else:
            text = f"{action.option_strings[0]} {self._format_args(action, self._default_metavar(action))}"
        return text if action.required or grouped else f"[{text}]"

    # ---- an argument's lines ---------------------------------------------------------------------

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        width = max(self._width - position, 11)
        room = position - self._current_indent - 2
        header = self._format_action_invocation(action)
        indent = " " * self._current_indent
        has_help = bool(action.help and action.help.strip())
        if not action.help:
            parts = [f"{indent}{header}\n"]
        elif len(header) <= room:
            parts, first = [f"{indent}{header:<{room}}  "], 0
        else:
            parts, first = [f"{indent}{header}\n"], position
        if has_help:
            lines = self._split_lines(self._expand_help(action), width)
            if lines:
                parts.append(f"{'':{first}}{lines[0]}\n")
                parts += [f"{'':{position}}{line}\n" for line in lines[1:]]
        elif not parts[-1].endswith("\n"):
            parts.append("\n")
        parts += [self._format_action(inner) for inner in self._iter_indented_subactions(action)]
        return "".join(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            metavar, = self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1)
            return metavar
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._default_metavar(action))
        if _version >= (3, 13):
            return f"{', '.join(action.option_strings)} {args}"
        return ", ".join(f"{option} {args}" for option in action.option_strings)

    def _default_metavar(self, action):
        return self._get_default_metavar_for_optional(action)

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = "{%s}" % ",".join(map(str, action.choices))
        else:
            result = default_metavar
        return lambda size: result if isinstance(result, tuple) else (result,) * size

    def _format_args(self, action, default_metavar):
        metavar, nargs = self._metavar_formatter(action, default_metavar), action.nargs
        if nargs is None:
            return "%s" % metavar(1)
        if nargs == OPTIONAL:
            return "[%s]" % metavar(1)
        if nargs == ZERO_OR_MORE:
            names = metavar(1)
            return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % metavar(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % metavar(1)
        if nargs == SUPPRESS:
            return ""
        if not isinstance(nargs, int):
            raise ValueError("invalid nargs value") from None
        return " ".join(["%s"] * nargs) % metavar(nargs)

    def _expand_help(self, action):
        values = dict(vars(action), prog=self._prog)
        for name in list(values):
            value = values[name]
            if value is SUPPRESS:
                del values[name]
            elif hasattr(value, "__name__"):
                values[name] = value.__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return self._get_help_string(action) % values

    def _iter_indented_subactions(self, action):
        subactions = getattr(action, "_get_subactions", None)
        if subactions is not None:
            self._indent()
            yield from subactions()
            self._dedent()

    # ---- what the other formatters change ----------------------------------------------------------

    def _split_lines(self, text, width):
        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _lines(parts, indent, width, prefix=None):
    """Parts side by side, as many as fit; the first line stands behind the prefix."""
    lines, line = [], []
    length = (len(prefix) if prefix is not None else len(indent)) - 1
    for part in parts:
        if length + 1 + len(part) > width and line:
            lines.append(indent + " ".join(line))
            line, length = [], len(indent) - 1
        line.append(part)
        length += len(part) + 1
    if line:
        lines.append(indent + " ".join(line))
    if prefix is not None and lines:
        lines[0] = lines[0][len(indent):]
    return lines


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the lines of the description as they are."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves the lines of every help as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults."""

    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the name of the type for a value."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
