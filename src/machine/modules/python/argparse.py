# Command lines: what a program takes, the help that says so, and the values that come out.
#
# argparse._actions has what an argument does, argparse._help how it is told of, argparse._parse how a
# command line is walked along; the parser itself, and the groups it sorts its arguments into, are here.

import os as _os
import re as _re
import sys as _sys
from warnings import warn as _warn
from argparse._actions import (ArgumentError, ArgumentTypeError, Action, BooleanOptionalAction, FileType, Namespace,
                               ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE)
from argparse._actions import (
    UNRECOGNIZED as _UNRECOGNIZED, _AppendAction, _AppendConstAction,
    _CountAction, _ExtendAction, _HelpAction,
    _StoreAction, _StoreConstAction, _StoreFalseAction,
    _StoreTrueAction, _SubParsersAction, _VersionAction,
    name_of as _get_action_name)
from argparse._help import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter)
from argparse._parse import Matching as _Matching, Walk as _Walk

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType",
           "HelpFormatter", "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER",
           "SUPPRESS", "ZERO_OR_MORE"]


class _ActionsContainer:
    """What takes arguments: a parser, or a group of its arguments."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description, self.argument_default = description, argument_default
        self.prefix_chars, self.conflict_handler = prefix_chars, conflict_handler
        self._registries = {}
        for name, action in ((None, _StoreAction), ("store", _StoreAction), ("store_const", _StoreConstAction),
                             ("store_true", _StoreTrueAction), ("store_false", _StoreFalseAction),
                             ("append", _AppendAction), ("append_const", _AppendConstAction),
                             ("count", _CountAction), ("help", _HelpAction), ("version", _VersionAction),
                             ("parsers", _SubParsersAction), ("extend", _ExtendAction)):
            self.register("action", name, action)
        self._get_handler()
        self._actions, self._option_string_actions = [], {}
        self._action_groups, self._mutually_exclusive_groups, self._defaults = [], [], {}
        self._negative_number_matcher = _re.compile(r"^-\d+$|^-\d*\.\d+$")
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default_value=None):
        return self._registries[registry_name].get(value, default_value)

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            action.default = kwargs.get(action.dest, action.default)

    def get_default(self, dest):
        own = [action.default for action in self._actions if action.dest == dest and action.default is not None]
        return own[0] if own else self._defaults.get(dest)

    # ---- adding ----------------------------------------------------------------------------------

    def add_argument(self, *args, **kwargs):
        """add_argument(name) or add_argument("-o", "--option"); the keywords say what it does."""
        positional = len(args) == 0 or len(args) == 1 and args[0][0] not in self.prefix_chars
        if positional and args and "dest" in kwargs:
            raise ValueError("dest supplied twice for positional argument")
        prepare = self._get_positional_kwargs if positional else self._get_optional_kwargs
        kwargs = prepare(*args, **kwargs)
        defaults = {} if self.argument_default is None else {"default": self.argument_default}
        if kwargs["dest"] in self._defaults:
            defaults["default"] = self._defaults[kwargs["dest"]]
        kwargs = {**defaults, **kwargs}
        kind = self._registered("action", kwargs.pop("action", None), 'unknown action "%s"')
        if "deprecated" in kwargs and _sys.version_info < (3, 13) and kind.__module__ == "argparse":
            raise TypeError(f"{kind.__init__.__qualname__}() got an unexpected keyword argument 'deprecated'")
        action = kind(**kwargs)
        if self._registered("type", action.type, "%r is not callable") is FileType:
            raise ValueError(f"{FileType!r} is a FileType class object, instance of it must be passed")
        if hasattr(self, "_get_formatter"):  # can it be shown?
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs")
        return self._add_action(action)

    def _registered(self, registry, given, complaint):
        """What a name stands for; else what was given, if that can be called."""
        found = self._registry_get(registry, given, given)
        if callable(found):
            return found
        raise ValueError(complaint % (found,))

    def add_argument_group(self, *args, **kwargs):
        self._action_groups.append(_ArgumentGroup(self, *args, **kwargs))
        return self._action_groups[-1]

    def add_mutually_exclusive_group(self, **kwargs):
        self._mutually_exclusive_groups.append(_MutuallyExclusiveGroup(self, **kwargs))
        return self._mutually_exclusive_groups[-1]

    def _add_action(self, action):
        self._check_conflict(action)
        action.container = self
        self._actions.append(action)
        self._option_string_actions.update(dict.fromkeys(action.option_strings, action))
        like_numbers = any(map(self._negative_number_matcher.match, action.option_strings))
        if like_numbers and not self._has_negative_number_optionals:
            self._has_negative_number_optionals.append(True)  # a list, since the groups share it
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """Those of a parent, in groups of the same titles."""
        titles, where = {}, {}
        for group in self._action_groups:
            if titles.setdefault(group.title, group) is not group:
                raise ValueError(f"cannot merge actions - two groups are named {group.title!r}")
        for group in container._action_groups:
            mine = titles.get(group.title)
            if mine is None:
                mine = titles[group.title] = self.add_argument_group(
                    title=group.title, description=group.description, conflict_handler=group.conflict_handler)
            where.update(dict.fromkeys(group._group_actions, mine))
        for group in container._mutually_exclusive_groups:
            mine = self.add_mutually_exclusive_group(required=group.required)
            where.update(dict.fromkeys(group._group_actions, mine))
        for action in container._actions:
            where.get(action, self)._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        never = nargs == OPTIONAL or _sys.version_info >= (3, 13, 1) and nargs in (REMAINDER, SUPPRESS)
        if not never and not (nargs == ZERO_OR_MORE and "default" in kwargs):
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        options, long_options = [], []
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(f"invalid option string {option!r}: must start with a character "
                                 f"{self.prefix_chars!r}")
            options.append(option)
            if len(option) > 1 and option[1] in self.prefix_chars:
                long_options.append(option)
        dest = kwargs.pop("dest", None)
        if dest is None:
            source = long_options[0] if long_options else options[0]
            dest = source.lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f"dest= is required for options like {source!r}")
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=options)

    # ---- conflicts -------------------------------------------------------------------------------

    def _get_handler(self):
        handler = getattr(self, f"_handle_conflict_{self.conflict_handler}", None)
        if handler is None:
            raise ValueError("invalid conflict_resolution value: %r" % (self.conflict_handler,))
        return handler

    def _check_conflict(self, action):
        conflicts = [(option, self._option_string_actions[option]) for option in action.option_strings
                     if option in self._option_string_actions]
        if conflicts:
            self._get_handler()(action, conflicts)

    def _handle_conflict_error(self, action, conflicts):
        plural = "s" if len(conflicts) > 1 else ""
        shown = ", ".join(option for option, _ in conflicts)
        raise ArgumentError(action, f"conflicting option string{plural}: {shown}")

    def _handle_conflict_resolve(self, action, conflicts):
        for option, other in conflicts:
            other.option_strings.remove(option)
            self._option_string_actions.pop(option, None)
            if not other.option_strings:
                other.container._remove_action(other)


class _ArgumentGroup(_ActionsContainer):
    """Arguments with a heading of their own; they are the parser's all the same."""

    def __init__(self, container, title=None, description=None, **kwargs):
        for name in ("conflict_handler", "prefix_chars", "argument_default"):
            kwargs.setdefault(name, getattr(container, name))
        super().__init__(description=description, **kwargs)
        self.title, self._group_actions = title, []
        for shared in ("_registries", "_actions", "_option_string_actions", "_defaults",
                       "_has_negative_number_optionals", "_mutually_exclusive_groups"):
            setattr(self, shared, getattr(container, shared))

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        _warn("Nesting argument groups is deprecated.", DeprecationWarning)
        return super().add_argument_group(*args, **kwargs)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Of these at most one; exactly one if it is required."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required, self._container = required, container

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._group_actions.append(self._container._add_action(action))
        return self._group_actions[-1]

    def _remove_action(self, action):
        for holder in (self._container._remove_action, self._group_actions.remove):
            holder(action)

    def add_mutually_exclusive_group(self, *args, **kwargs):
        _warn("Nesting mutually exclusive groups is deprecated.", DeprecationWarning)
        return super().add_mutually_exclusive_group(*args, **kwargs)


class ArgumentParser(_Matching, _ActionsContainer):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.fromfile_prefix_chars, self.add_help = fromfile_prefix_chars, add_help
        self.allow_abbrev, self.exit_on_error = allow_abbrev, exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        self.register("type", None, _identity)
        if add_help:
            dash = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(dash + "h", dash * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            if not isinstance(parent, ArgumentParser) and _sys.version_info >= (3, 13):
                raise TypeError("parents must be a list of ArgumentParser")
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self._fail("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            title = kwargs.pop("title", "subcommands")
            self._subparsers = self.add_argument_group(title, kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        chosen = kwargs.pop("action", "parsers")
        action = self._registry_get("action", chosen, chosen)(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    # ---- parsing ---------------------------------------------------------------------------------

    def parse_args(self, args=None, namespace=None):
        namespace, extras = self.parse_known_args(args, namespace)
        if extras:
            self._complain_of_extras(extras)
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        words = _sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest):
                if action.default is not SUPPRESS:
                    setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            namespace, extras = self._parse_known_args(words, namespace)
        else:
            try:
                namespace, extras = self._parse_known_args(words, namespace)
            except ArgumentError as error:
                self.error(str(error))
        extras += vars(namespace).pop(_UNRECOGNIZED, [])
        return namespace, extras

    def _parse_known_args(self, words, namespace):
        if self.fromfile_prefix_chars is not None:
            words = self._read_args_from_files(words)
        walk = _Walk(self, words, namespace)
        extras = walk.run()
        required = []
        for action in self._actions:
            if action in walk.seen:
                continue
            if action.required:
                required.append(_get_action_name(action))
            elif isinstance(action.default, str) and getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, self._get_value(action, action.default))
        if required:
            self._fail(f"the following arguments are required: {', '.join(required)}")
        for group in self._mutually_exclusive_groups:
            if group.required and not any(action in walk.seen_given for action in group._group_actions):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                self._fail(f"one of the arguments {' '.join(names)} is required")
        return namespace, extras

    def _read_args_from_files(self, words):
        found = []
        for word in words:
            if not word or word[0] not in self.fromfile_prefix_chars:
                found.append(word)
                continue
            try:
                with open(word[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as error:
                self._fail(str(error))
            inner = [argument for line in lines for argument in self.convert_arg_line_to_args(line)]
            found += self._read_args_from_files(inner)
        return found

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _fail(self, text):
        """What is wrong with the whole: up to 3.12 that ends the program, whatever exit_on_error says."""
        if _sys.version_info < (3, 13):
            self.error(text)
        raise ArgumentError(None, text)

    def _complain_of_extras(self, extras):
        text = "unrecognized arguments: " + " ".join(extras)
        if not self.exit_on_error and _sys.version_info >= (3, 13):
            raise ArgumentError(None, text)
        self.error(text)

    # ---- options anywhere between the positional arguments: first those, then these ------------------

    def parse_intermixed_args(self, args=None, namespace=None):
        namespace, extras = self.parse_known_intermixed_args(args, namespace)
        if extras:
            self._complain_of_extras(extras)
        return namespace

    def parse_known_intermixed_args(self, args=None, namespace=None):
        positionals = self._get_positional_actions()
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={action.nargs}")
        if any(action in positionals for group in self._mutually_exclusive_groups for action in group._group_actions):
            raise TypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup")
        usage = self.usage
        try:
            if usage is None:
                self.usage = self.format_usage()[len("usage: "):]
            namespace, rest = self._parse_without(positionals, args, namespace)
            return self._parse_optionally(rest, namespace)
        finally:
            self.usage = usage

    def _parse_without(self, positionals, args, namespace):
        kept = [(action, action.nargs, action.default) for action in positionals]
        try:
            for action in positionals:
                action.nargs = action.default = SUPPRESS
            namespace, rest = self.parse_known_args(args, namespace)
            for action in positionals:
                if getattr(namespace, action.dest, None) == []:
                    _warn(f"Do not expect {action.dest} in {namespace}")
                    delattr(namespace, action.dest)
        finally:
            for action, action.nargs, action.default in kept:
                pass
        return namespace, rest

    def _parse_optionally(self, args, namespace):
        """Options and groups have had their turn: none of them is required any more."""
        kept = [(holder, holder.required)
                for holder in self._get_optional_actions() + self._mutually_exclusive_groups]
        try:
            for holder, _ in kept:
                holder.required = False
            return self.parse_known_args(args, namespace)
        finally:
            for holder, holder.required in kept:
                pass

    # ---- telling ---------------------------------------------------------------------------------

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n", _sys.stderr)


def _identity(word):
    return word
