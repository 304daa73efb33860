# What heapq has in Python: the native part is modules/heapq.c.

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
        return n >= len(iterable)
    except (TypeError, AttributeError):
        return False


def _best(rest, places, key, build, replace):
    """The best of the items, the best first: a heap of as many as there are places, from which the worst goes when
    a better one comes.  Of equal ones the earlier, whose place says so, is the better.  Without a key nobody but
    the heap holds an item twice."""
    least, place = places.step > 0, places.stop
    if key is None:
        kept = [(item, at) for at, item in zip(places, rest)]
    else:
        kept = [(key(item), at, item) for at, item in zip(places, rest)]
    if not kept:
        return kept
    build(kept)
    worst = kept[0][0]
    for item in rest:
        if key is None:
            entry = (item, place) if (item < worst if least else worst < item) else None
        else:
            value = key(item)
            entry = (value, place, item) if (value < worst if least else worst < value) else None
        if entry:
            replace(kept, entry)
            worst = kept[0][0]
            place += places.step
            entry = None
    kept.sort(reverse=not least)
    return [entry[0 if key is None else 2] for entry in kept]


def nsmallest(n, iterable, key=None):
    """The n least, in order, as sorted(iterable, key=key)[:n] has them."""
    if n == 1:
        missing = object()
        result = min(iter(iterable), default=missing, key=key)
        return [] if result is missing else [result]
    if _holds_all(n, iterable):
        return sorted(iterable, key=key)[:n]
    return _best(iter(iterable), range(n), key, _heapify_max, _heapreplace_max)


def nlargest(n, iterable, key=None):
    """The n greatest, the greatest first."""
    if n == 1:
        missing = object()
        result = max(iter(iterable), default=missing, key=key)
        return [] if result is missing else [result]
    if _holds_all(n, iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    return _best(iter(iterable), range(0, -n, -1), key, heapify, heapreplace)
