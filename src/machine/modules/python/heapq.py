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


def _holds_all(n, iterable):
    """Is it known beforehand that n are no fewer than there are?"""
    try:
        return n >= len(iterable)
    except (TypeError, AttributeError):
        return False


def nsmallest(n, iterable, key=None):
    """The n least, in order, as sorted(iterable, key=key)[:n] has them: a heap of n, whose greatest goes when a
    lesser comes."""
    if n == 1:
        missing = object()
        result = min(iter(iterable), default=missing, key=key)
        return [] if result is missing else [result]
    if _holds_all(n, iterable):
        return sorted(iterable, key=key)[:n]
    rest = iter(iterable)
    place = n
    if key is None:
        heap = [(item, at) for at, item in zip(range(n), rest)]
        if not heap:
            return heap
        _heapify_max(heap)
        worst = heap[0][0]
        for item in rest:
            if item < worst:
                _heapreplace_max(heap, (item, place))
                worst = heap[0][0]
                place += 1
        heap.sort()
        return [item for item, _ in heap]
    heap = [(key(item), at, item) for at, item in zip(range(n), rest)]
    if not heap:
        return heap
    _heapify_max(heap)
    worst = heap[0][0]
    for item in rest:
        value = key(item)
        if value < worst:
            _heapreplace_max(heap, (value, place, item))
            worst = heap[0][0]
            place += 1
    heap.sort()
    return [item for _, _, item in heap]


def nlargest(n, iterable, key=None):
    """The n greatest, the greatest first."""
    if n == 1:
        missing = object()
        result = max(iter(iterable), default=missing, key=key)
        return [] if result is missing else [result]
    if _holds_all(n, iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    rest = iter(iterable)
    place = -n
    if key is None:
        heap = [(item, at) for at, item in zip(range(0, -n, -1), rest)]
        if not heap:
            return heap
        heapify(heap)
        worst = heap[0][0]
        for item in rest:
            if worst < item:
                heapreplace(heap, (item, place))
                worst = heap[0][0]
                place -= 1
        heap.sort(reverse=True)
        return [item for item, _ in heap]
    heap = [(key(item), at, item) for at, item in zip(range(0, -n, -1), rest)]
    if not heap:
        return heap
    heapify(heap)
    worst = heap[0][0]
    for item in rest:
        value = key(item)
        if worst < value:
            heapreplace(heap, (value, place, item))
            worst = heap[0][0]
            place -= 1
    heap.sort(reverse=True)
    return [item for _, _, item in heap]
