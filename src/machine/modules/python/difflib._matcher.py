# Two sequences, and what they have in common.
#
# The longest run that both contain is found first, then the longest to its left and to its right, and
# so on: not the fewest changes, but those that look right to people.

from collections import Counter, namedtuple
from heapq import nlargest

Match = namedtuple("Match", "a b size")


def ratio_of(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """SequenceMatcher(isjunk, a, b): items for which isjunk is true begin no match; in a long b, items
    that are more than a hundredth of it do not either."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk, self.a, self.b = isjunk, autojunk, None, None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self._counts = None
            self._index()

    def _index(self):
        """Where each item stands in b, those that begin no match left out."""
        places = {}
        for at, item in enumerate(self.b):
            places.setdefault(item, []).append(at)
        self.bjunk, self.bpopular = set(), set()
        if self.isjunk:
            self.bjunk = {item for item in places if self.isjunk(item)}
        for item in self.bjunk:
            del places[item]
        size = len(self.b)
        if self.autojunk and size >= 200:
            self.bpopular = {item for item, where in places.items() if len(where) > size // 100 + 1}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest run in both ranges; of several the first in a, and then in b."""
        a, b = self.a, self.b
        ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
        best_a, best_b, best = alo, blo, 0
        lengths = {}  # of the run that ends at a[i - 1] and b[j]
        for i in range(alo, ahi):
            longer = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                n = longer[j] = lengths.get(j - 1, 0) + 1
                if n > best:
                    best_a, best_b, best = i - n + 1, j - n + 1, n
            lengths = longer
        for junk in (False, True):  # what is popular first, junk afterwards
            while best_a > alo and best_b > blo and (b[best_b - 1] in self.bjunk) is junk and \
                    a[best_a - 1] == b[best_b - 1]:
                best_a, best_b, best = best_a - 1, best_b - 1, best + 1
            while best_a + best < ahi and best_b + best < bhi and (b[best_b + best] in self.bjunk) is junk and \
                    a[best_a + best] == b[best_b + best]:
                best += 1
        return Match(best_a, best_b, best)

    def get_matching_blocks(self):
        """All runs, in order; the last is empty and stands at the ends."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        found, open_ranges = [], [(0, len(self.a), 0, len(self.b))]
        while open_ranges:
            alo, ahi, blo, bhi = open_ranges.pop()
            match = i, j, n = self.find_longest_match(alo, ahi, blo, bhi)
            if n:
                found.append(match)
                if alo < i and blo < j:
                    open_ranges.append((alo, i, blo, j))
                if i + n < ahi and j + n < bhi:
                    open_ranges.append((i + n, ahi, j + n, bhi))
        found.sort()
        blocks = []
        for i, j, n in found:
            if blocks and blocks[-1].a + blocks[-1].size == i and blocks[-1].b + blocks[-1].size == j:
                blocks[-1] = Match(blocks[-1].a, blocks[-1].b, blocks[-1].size + n)
            else:
                blocks.append(Match(i, j, n))
        blocks.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        """(what to do, from, to, from, to) for each part, in order."""
        if self.opcodes is None:
            self.opcodes, i, j = [], 0, 0
            for ai, bj, size in self.get_matching_blocks():
                if i < ai or j < bj:
                    tag = "replace" if i < ai and j < bj else "delete" if i < ai else "insert"
                    self.opcodes.append((tag, i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    self.opcodes.append(("equal", ai, i, bj, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """The changes in groups, each with up to n equal items around it."""
        codes = self.get_opcodes()
        group = []
        for at, (tag, i1, i2, j1, j2) in enumerate(codes):
            if tag == "equal" and at == 0:  # only its end is near a change
                skipped = max(i2 - i1 - n, 0)
                i1, j1 = i1 + skipped, j1 + skipped
            if tag == "equal" and at == len(codes) - 1:
                kept = min(i2 - i1, n)
                i2, j2 = i1 + kept, j1 + kept
            if tag == "equal" and i2 - i1 > 2 * n:
                yield [*group, (tag, i1, i1 + n, j1, j1 + n)]
                group, i1, j1 = [], i2 - n, j2 - n
            group.append((tag, i1, i2, j1, j2))
        if any(tag != "equal" for tag, *_ in group):
            yield group

    def ratio(self):
        """How alike they are, from 0 to 1."""
        matches = sum(block.size for block in self.get_matching_blocks())
        return ratio_of(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """At least ratio(): the order counts for nothing."""
        if self._counts is None:
            self._counts = Counter(self.b)
        matches = sum((Counter(self.a) & self._counts).values())
        return ratio_of(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """At least quick_ratio(): only the lengths count."""
        la, lb = len(self.a), len(self.b)
        return ratio_of(min(la, lb), la + lb)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The best of the possibilities, the best first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    matcher = SequenceMatcher(b=word)
    bounds = matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio  # ever closer, and slower
    found = []
    for one in possibilities:
        matcher.set_seq1(one)
        if all(bound() >= cutoff for bound in bounds):
            found.append((matcher.ratio(), one))
    return [one for _, one in nlargest(n, found)]
