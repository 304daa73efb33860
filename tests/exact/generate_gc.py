#!/usr/bin/env python3
"""Random programs about the collector: cycles made and dropped, weak references, finalizers that bring back to life,
generations, thresholds, callbacks, freezing, and between them what gc.get_count(), gc.get_stats(), gc.get_objects(),
gc.is_tracked() and others say. What is found is kept, and printed at the end, so that printing changes nothing.

    generate_gc.py SEED [N]      prints the programs of N seeds from SEED on
"""

import random
import sys

BEGIN = """\
import gc
import weakref

found = []
refs = []


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


class Loud(Node):
    def __del__(self):
        found.append("del %s" % self.name)


class Phoenix(Node):
    def __del__(self):
        found.append("back %s" % self.name)
        kept.append(self)


class Slim:
    __slots__ = ("one", "other", "__weakref__")


def closure(thing):
    def inner():
        return thing
    return inner


def generator(thing):
    yield thing
    yield thing


def gone(label):
    return lambda ref: found.append(("gone", label, ref() is None))


def heard(phase, info):
    found.append((phase, info["generation"], info["collected"], info["uncollectable"]))


def where(thing):
    if not gc.is_tracked(thing):
        return "untracked"
    for number in range(3):
        for each in gc.get_objects(generation=number):
            if each is thing:
                return number
    return "frozen"


def churn(n):
    for i in range(n):
        [i]


def cycles(n):
    for i in range(n):
        node = Node(i)
        node.links.append(node)


kept = []
a = b = c = d = e = f = None
gc.collect()
start = gc.get_stats()


def stats():
    return [(now["collections"] - then["collections"], now["collected"] - then["collected"])
            for now, then in zip(gc.get_stats(), start)]


"""
NAMES = "abcdef"


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines, self.number, self.listening, self.frozen = [], 0, False, False
        self.churned = 0

    def label(self):
        self.number += 1
        return "n%d" % self.number

    def name(self):
        return self.random.choice(NAMES)

    def put(self, text, *values):
        self.lines.append(text % values if values else text)

    # ---- kinds of statements
    def make(self):
        name, other = self.name(), self.name()
        kinds = ("Node(%r)" % self.label(), "Loud(%r)" % self.label(), "[%s, %s]" % (other, self.name()),
                 "{'x': %s}" % other, "{1: 2}", "(%s, 1)" % other, "(1, 2)", "closure(%s)" % other,
                 "generator(%s)" % other, "Slim()", "[]", "{}", "set()", "frozenset([1])", "iter([%s])" % other,
                 "Node(%r).__init__" % self.label(), "[[], [[]]]", "{'k': {}}", "(([],),)", "object()", "Phoenix(%r)" % self.label())
        self.put("%s = %s", name, self.random.choice(kinds))

    def link(self):
        one, other = self.name(), self.name()
        self.put("if isinstance(%s, Node): %s.links.append(%s)", one, one, other)
        self.put("elif isinstance(%s, list): %s.append(%s)", one, one, other)
        self.put("elif isinstance(%s, dict): %s[%r] = %s", one, one, self.label(), other)
        self.put("elif isinstance(%s, Slim): %s.%s = %s", one, one, self.random.choice(("one", "other")), other)

    def attribute(self):
        name = self.name()
        self.put("if isinstance(%s, Node): %s.%s = %s", name, name, self.random.choice(("me", "next", "name2")), self.name())

    def drop(self):
        self.put("%s = None", self.name())

    def ring(self):
        one, other = self.random.sample(NAMES, 2)
        self.put("%s, %s = Node(%r), Loud(%r)", one, other, self.label(), self.label())
        self.put("%s.links.append(%s); %s.links.append(%s)", one, other, other, one)
        if self.random.random() < 0.6:
            self.put("%s = %s = None", one, other)

    def refer(self):
        name = self.name()
        callback = ", gone(%r)" % self.label() if self.random.random() < 0.6 else ""
        self.put("if isinstance(%s, (Node, Slim, set)): refs.append(weakref.ref(%s%s))", name, name, callback)

    def alive(self):
        self.put("found.append(('alive', [ref() is not None for ref in refs]))")

    def collect(self):
        argument = self.random.choice(("", "", "0", "1", "2"))
        self.put("found.append(('collect', %r, gc.collect(%s)))", argument, argument)

    def count(self):
        self.put("found.append(('count', gc.get_count()))")

    def stats(self):
        self.put("found.append(('stats', stats()))")

    def generation(self):
        self.put("found.append(('where', [where(thing) for thing in (%s)]))", ", ".join(NAMES))

    def tracked(self):
        self.put("found.append(('tracked', [gc.is_tracked(thing) for thing in (%s)]))", ", ".join(NAMES))

    def referents(self):
        self.put("found.append(('referents', sorted(type(each).__name__ for each in gc.get_referents(%s))))", self.name())

    def finalized(self):
        self.put("found.append(('finalized', gc.is_finalized(%s)))", self.name())

    def many(self):
        count = self.random.choice((100, 750, 900, 2100, 2500))
        if self.churned + count > 9000:
            return self.count()
        self.churned += count
        self.put("%s(%d)", self.random.choice(("churn", "cycles", "cycles")), count)

    def rows(self):
        count = self.random.choice((20, 300, 800))
        if self.churned + count > 6000:
            return self.drop()
        self.churned += count
        what = self.random.choice(("[[] for _ in range(%d)]", "[Node(i) for i in range(%d)]", "[(i, i) for i in range(%d)]",
                                   "[{i: i} for i in range(%d)]"))
        self.put("%s = %s" % (self.name(), what % count))

    def threshold(self):
        self.put("gc.set_threshold(%s)", self.random.choice(("5", "20, 2", "700, 10, 10", "3, 2, 2", "0", "100")))
        self.put("found.append(gc.get_threshold())")

    def switch(self):
        self.put("gc.%s()", self.random.choice(("disable", "enable", "enable")))
        self.put("found.append(gc.isenabled())")

    def listen(self):
        self.put("gc.callbacks.%s", "clear()" if self.listening else "append(heard)")
        self.listening = not self.listening

    def freeze(self):
        self.put("gc.unfreeze()" if self.frozen else "gc.freeze()")
        self.frozen = not self.frozen

    def forget(self):
        self.put("kept.clear()")

    def raising(self):
        self.put("try: raise ValueError(%s)", self.name())
        self.put("except ValueError as error: found.append(('raised', len(error.args)))")

    def program(self):
        often = (self.make, self.make, self.make, self.link, self.link, self.link, self.count, self.count, self.count)
        some = (self.attribute, self.drop, self.ring, self.refer, self.collect, self.generation, self.tracked, self.drop)
        rare = (self.alive, self.stats, self.referents, self.finalized, self.many, self.rows, self.threshold, self.switch,
                self.listen, self.freeze, self.forget, self.raising)
        for _ in range(self.random.randint(15, 45)):
            self.random.choice(self.random.choice((often, often, some, rare)))()
        self.put("gc.callbacks.clear()")
        self.stats()
        self.put("for row in found: print(row)")
        self.put("print('end')")
        return BEGIN + "\n".join(self.lines) + "\n"


def program(seed):
    return Writer(seed).program()


if __name__ == "__main__":
    first, number = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for each in range(first, first + number):
        print(program(each))
