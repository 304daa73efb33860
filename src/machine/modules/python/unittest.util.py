# How the values of a failed test are shown.

from collections import Counter as _Counter
from os.path import commonprefix as _commonprefix

_MAX_LENGTH = 80
_GAP = 12     # what "[123 chars]" may take
_EDGE = 5     # what is left of each end
_DIFFERENCE = _MAX_LENGTH - 3 * _EDGE - 2 * _GAP


def safe_repr(obj, short=False):
    try:
        whole = repr(obj)
    except Exception:
        whole = object.__repr__(obj)
    too_long = short and len(whole) >= _MAX_LENGTH
    return f"{whole[:_MAX_LENGTH]} [truncated]..." if too_long else whole


def _shortened(text, head, tail):
    skipped = len(text) - head - tail
    if skipped <= _GAP:
        return text
    return "%s[%d chars]%s" % (text[:head], skipped, text[len(text) - tail:])


def _common_shorten_repr(*args):
    """The values' texts, with what they begin with in common left out where they are long."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = _commonprefix(texts)
    size = len(prefix)
    room = _MAX_LENGTH - (longest - size + _EDGE + _GAP)
    if room > _EDGE:
        prefix = _shortened(prefix, _EDGE, room)
        return tuple(prefix + text[size:] for text in texts)
    prefix = _shortened(prefix, _EDGE, _EDGE)
    return tuple(prefix + _shortened(text[size:], _DIFFERENCE, _EDGE) for text in texts)


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def count_differences(first, second):
    """(how often in the first, how often in the second, the item) for what differs."""
    first, second = list(first), list(second)
    try:
        ours, theirs = _Counter(first), _Counter(second)
    except TypeError:
        return _count_unhashable(first, second)
    found = [(count, theirs.get(item, 0), item) for item, count in ours.items() if count != theirs.get(item, 0)]
    return found + [(0, count, item) for item, count in theirs.items() if item not in ours]


def _count_unhashable(first, second):
    seen, found = [], []
    for item in first + second:
        if item not in seen:
            seen.append(item)
            counts = first.count(item), second.count(item)
            if counts[0] != counts[1]:
                found.append((*counts, item))
    return found
