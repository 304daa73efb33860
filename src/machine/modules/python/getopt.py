# Options of a command line, as C's getopt() takes them.

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg, self.opt = msg, opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """([(option, value)], the rest): it ends at the first word that is no option."""
    found, longopts = [], [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        args = _take(found, args, shortopts, longopts)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    """As getopt(), but options may stand behind other words, too."""
    import os
    found, others, longopts = [], [], [longopts] if isinstance(longopts, str) else list(longopts)
    at_first_word = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    shortopts = shortopts.removeprefix("+")
    while args:
        if args[0] == "--":
            others += args[1:]
            break
        if args[0].startswith("-") and args[0] != "-":
            args = _take(found, args, shortopts, longopts)
        elif at_first_word:
            others += args
            break
        else:
            others.append(args[0])
            args = args[1:]
    return found, others


def _take(found, args, shortopts, longopts):
    """One word with options, and its argument; the words behind them."""
    word, rest = args[0], args[1:]
    if word.startswith("--"):
        return _take_long(found, word[2:], rest, longopts)
    letters = word[1:]
    while letters:
        letter, letters = letters[0], letters[1:]
        value = ""
        if _has_argument(letter, shortopts):
            if not letters:
                if not rest:
                    raise GetoptError("option -%s requires argument" % letter, letter)
                letters, rest = rest[0], rest[1:]
            value, letters = letters, ""
        found.append(("-" + letter, value))
    return rest


def _has_argument(letter, shortopts):
    at = shortopts.find(letter)
    if at < 0 or letter == ":":
        raise GetoptError("option -%s not recognized" % letter, letter)
    return shortopts.startswith(":", at + 1)


def _take_long(found, text, rest, longopts):
    name, equals, value = text.partition("=")
    matches = [one for one in longopts if one.startswith(name)]
    if not matches:
        raise GetoptError("option --%s not recognized" % name, name)
    if name in matches:
        takes = False
    elif name + "=" in matches:
        takes = True
    elif len(matches) > 1:
        raise GetoptError("option --%s not a unique prefix" % name, name)
    else:
        takes = matches[0].endswith("=")
        name = matches[0].removesuffix("=")
    if takes and not equals:
        if not rest:
            raise GetoptError("option --%s requires argument" % name, name)
        value, rest = rest[0], rest[1:]
    elif equals and not takes:
        raise GetoptError("option --%s must not have an argument" % name, name)
    found.append(("--" + name, value))
    return rest
