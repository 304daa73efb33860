"""A list as a binary heap: item k is never greater than items 2k+1 and 2k+2."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
           "heappushpop"]


def _up(heap, at, least, before):
    """Moves the item at `at` towards the root until its parent comes before it."""
    item = heap[at]
    while at > least:
        parent = (at - 1) >> 1
        if not before(item, heap[parent]):
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _down(heap, at, before):
    """Fills the hole at `at` with the better children down to a leaf, puts the item there, and lets
    it rise: most items belong near the leaves, so this compares less than stopping on the way."""
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not before(heap[child], heap[right]):
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _up(heap, at, start, before)


def _less(a, b):
    return a < b


def _greater(a, b):
    return b < a


def _check(heap, name, place=" 1"):
    if not isinstance(heap, list):
        raise TypeError(f"{name}() argument{place} must be list, not {type(heap).__name__}")


def heappush(heap, item, /):
    """Adds an item."""
    _check(heap, "heappush")
    heap.append(item)
    _up(heap, len(heap) - 1, 0, _less)


def heappop(heap, /):
    """Takes the least item out."""
    _check(heap, "heappop", "")
    if not heap:
        raise IndexError("index out of range")
    last = heap[-1]
    del heap[-1:]   # which gives the block back with the last item
    if not heap:
        return last
    least = heap[0]
    heap[0] = last
    _down(heap, 0, _less)
    return least


def heapreplace(heap, item, /):
    """Takes the least item out, then adds one."""
    _check(heap, "heapreplace")
    if not heap:
        raise IndexError("index out of range")
    least = heap[0]
    heap[0] = item
    _down(heap, 0, _less)
    return least


def heappushpop(heap, item, /):
    """Adds an item, then takes the least out."""
    _check(heap, "heappushpop")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0, _less)
    return item


def heapify(heap, /):
    """Makes a heap of a list, from the last parent to the root."""
    _check(heap, "heapify", "")
    for at in reversed(range(len(heap) // 2)):
        _down(heap, at, _less)


def _heapify_max(heap, /):
    for at in reversed(range(len(heap) // 2)):
        _down(heap, at, _greater)


def _heappop_max(heap, /):
    last = heap[-1]
    del heap[-1:]   # which gives the block back with the last item
    if not heap:
        return last
    greatest = heap[0]
    heap[0] = last
    _down(heap, 0, _greater)
    return greatest


def _heapreplace_max(heap, item, /):
    greatest = heap[0]
    heap[0] = item
    _down(heap, 0, _greater)
    return greatest


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
