# What heapq has in Python: the native part is modules/heapq.c.

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
           "heappushpop"]


def merge(*iterables, key=None, reverse=False):
    """Sorted inputs as one sorted output, an item at a time."""
    heap = []
    sign = -1 if reverse else 1
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            heap.append([value if key is None else key(value), order * sign, value, iterator])
            break
    if reverse:
        _heapify_max(heap)
        replace, pop = _heapreplace_max, _heappop_max
    else:
        heapify(heap)
        replace, pop = heapreplace, heappop
    while heap:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            entry[0] = value if key is None else key(value)
            entry[2] = value
            replace(heap, entry)
            break
        else:
            pop(heap)


def nsmallest(n, iterable, key=None):
    """The n least, in order: sorted(iterable, key=key)[:n]."""
    if n == 1:
        missing = object()
        result = min(iter(iterable), default=missing, key=key)
        return [] if result is missing else [result]
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n greatest, the greatest first."""
    if n == 1:
        missing = object()
        result = max(iter(iterable), default=missing, key=key)
        return [] if result is missing else [result]
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
