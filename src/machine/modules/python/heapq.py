# What heapq has in Python: the native part is modules/heapq.c.

from _machine import counted

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
           "heappushpop"]


def _first_of(iterable, order, key):
    """What a heap of inputs holds of one: what it is sorted by, its place, what gives the next; the item, if that is not
    what it is sorted by."""
    advance = iter(iterable).__next__
    if key is None:
        return [advance(), order, advance]
    value = advance()
    return [key(value), order, advance, value]


def merge(*iterables, key=None, reverse=False):
    """Sorted inputs as one sorted output, an item at a time."""
    heap = []
    sign = -1 if reverse else 1
    for order, iterable in enumerate(iterables):
        try:
            heap.append(_first_of(iterable, order * sign, key))
        except StopIteration:
            pass
    if reverse:
        _heapify_max(heap)
        replace, pop = _heapreplace_max, _heappop_max
    else:
        heapify(heap)
        replace, pop = heapreplace, heappop
    item = 0 if key is None else 3
    while heap:
        entry = heap[0]
        value = entry[item]
        yield value
        try:
            entry[item] = entry[2]()
            if key is not None:
                entry[0] = key(entry[item])
        except StopIteration:
            pop(heap)
        else:
            replace(heap, entry)


def _holds_all(n, iterable):
    """Is it known beforehand that n are no fewer than there are?"""
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        return False
    return n >= size


# The best of the items, the best first: a heap of as many as asked for, from which the worst goes when a better one
# comes.  Of equal ones the earlier, whose place says so, is the better.  Nobody but the heap holds an entry.


def nsmallest(n, iterable, key=None):
    """The n least, in order, as sorted(iterable, key=key)[:n] has them."""
    if n == 1:
        rest, missing = iter(iterable), object()
        least = min(rest, default=missing, key=key)
        return [] if least is missing else [least]
    if _holds_all(n, iterable):
        return sorted(iterable, key=key)[:n]
    rest, place = iter(iterable), n
    if key is None:
        kept = [(item, at) for at, item in zip(range(n), rest)]
        if not kept:
            return kept
        _heapify_max(kept)
        worst = kept[0][0]
        for item in rest:
            if item < worst:
                _heapreplace_max(kept, (item, place))
                worst, place = kept[0][0], place + 1
        kept.sort()
        return [item for item, at in kept]
    kept = [(key(item), at, item) for at, item in zip(range(n), rest)]
    if not kept:
        return kept
    _heapify_max(kept)
    worst = kept[0][0]
    for item in rest:
        value = key(item)
        if value < worst:
            _heapreplace_max(kept, (value, place, item))
            worst, place = kept[0][0], place + 1
    kept.sort()
    return [item for value, at, item in kept]


def nlargest(n, iterable, key=None):
    """The n greatest, the greatest first."""
    if n == 1:
        rest, missing = iter(iterable), object()
        greatest = max(rest, default=missing, key=key)
        return [] if greatest is missing else [greatest]
    if _holds_all(n, iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    rest, place = iter(iterable), -n
    if key is None:
        kept = [(item, at) for at, item in zip(range(0, -n, -1), rest)]
        if not kept:
            return kept
        heapify(kept)
        worst = kept[0][0]
        for item in rest:
            if worst < item:
                heapreplace(kept, (item, place))
                worst, place = kept[0][0], place - 1
        kept.sort(reverse=True)
        return [item for item, at in kept]
    kept = [(key(item), at, item) for at, item in zip(range(0, -n, -1), rest)]
    if not kept:
        return kept
    heapify(kept)
    worst = kept[0][0]
    for item in rest:
        value = key(item)
        if worst < value:
            heapreplace(kept, (value, place, item))
            worst, place = kept[0][0], place - 1
    kept.sort(reverse=True)
    return [item for value, at, item in kept]


counted(nsmallest)
counted(nlargest)
counted(_holds_all)
del counted
