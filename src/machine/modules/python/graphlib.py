# graphlib: orders in which each thing comes behind what it needs.
#
# A node counts the predecessors that it still waits for; at zero it is ready, and when it is done its
# successors wait for one less. If nodes are left that never become ready, a walk among them finds a
# cycle.

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """There is no order: args[1] is a cycle."""


class _Node:
    __slots__ = ("name", "waits_for", "before")

    def __init__(self, name):
        self.name = name
        self.waits_for = 0  # -1: ready, and passed out; -2: done
        self.before = []


_OUT, _DONE = -1, -2


class TopologicalSorter:
    """Puts things in an order in which each comes behind what it depends on."""

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._out = 0
        self._finished = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, name):
        found = self._nodes.get(name)
        if found is None:
            found = self._nodes[name] = _Node(name)
        return found

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        info = self._node(node)
        info.waits_for += len(predecessors)
        for name in predecessors:
            self._node(name).before.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [info.name for info in self._nodes.values() if info.waits_for == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        for name in result:
            self._nodes[name].waits_for = _OUT
        self._ready.clear()
        self._out += len(result)
        return result

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._finished < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for name in nodes:
            info = self._nodes.get(name)
            if info is None:
                raise ValueError(f"node {name!r} was not added using add()")
            if info.waits_for != _OUT:
                if info.waits_for >= 0:
                    raise ValueError(f"node {name!r} was not passed out (still not ready)")
                raise ValueError(f"node {name!r} was already marked done")
            info.waits_for = _DONE
            for later in info.before:
                follower = self._nodes[later]
                follower.waits_for -= 1
                if follower.waits_for == 0:
                    self._ready.append(later)
            self._finished += 1

    def _find_cycle(self):
        """Depth first: a node that is met again on the way to it closes a cycle."""
        seen = set()
        for start in self._nodes:
            way = {}  # the nodes from the start, each with those behind it that are still to be tried
            ahead = [start]
            while ahead:
                node = ahead.pop()
                if node in way:
                    names = list(way)
                    return [*names[names.index(node):], node]
                if node not in seen:
                    seen.add(node)
                    way[node] = iter(self._nodes[node].before)
                while way and not ahead:
                    last = next(reversed(way))
                    for name in way[last]:
                        ahead.append(name)
                        break
                    else:
                        del way[last]
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    __class_getitem__ = classmethod(GenericAlias)
