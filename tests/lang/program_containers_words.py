# Counting words, five ways, and what can be done with the counts.
from collections import Counter, OrderedDict, defaultdict, namedtuple
from functools import reduce
from itertools import chain, groupby, islice
from operator import itemgetter

TEXT = """
It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of
incredulity, it was the season of Light, it was the season of Darkness, it was
the spring of hope, it was the winter of despair, we had everything before us,
we had nothing before us, we were all going direct to Heaven, we were all going
direct the other way.
"""

Entry = namedtuple("Entry", "word count share")


def words_of(text):
    for line in text.splitlines():
        for word in line.split():
            cleaned = "".join(c for c in word.lower() if c.isalpha())
            if cleaned:
                yield cleaned


def by_dict(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def by_defaultdict(words):
    counts = defaultdict(int)
    for word in words:
        counts[word] += 1
    return counts


def by_groupby(words):
    return {word: len(list(group)) for word, group in groupby(sorted(words))}


def by_reduce(words):
    return reduce(lambda counts, word: {**counts, word: counts.get(word, 0) + 1}, words, {})


def report(counts, limit=6):
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Entry(word, n, round(100 * n / total, 1)) for word, n in islice(ranked, limit)]


words = list(words_of(TEXT))
ways = [by_dict(words), by_defaultdict(words), Counter(words), by_groupby(words), by_reduce(words)]
print(len(words), len(set(words)), all(dict(way) == ways[0] for way in ways))
print([type(way).__name__ for way in ways])
for entry in report(ways[2]):
    print(f"{entry.word:<8}{entry.count:>4}{entry.share:>7}%  {'*' * entry.count}")
print(Counter(words).most_common(4))
print(report(ways[0])[0]._replace(share=None), Entry._fields)

by_length = defaultdict(set)
for word in words:
    by_length[len(word)].add(word)
for length in sorted(by_length, reverse=True)[:4]:
    print(length, sorted(by_length[length]))
print(by_length.default_factory, 99 in by_length, by_length[99], 99 in by_length)

first_seen = OrderedDict()
for i, word in enumerate(words):
    first_seen.setdefault(word, i)
print(list(first_seen.items())[:5], next(reversed(first_seen)))
first_seen.move_to_end("it")
print(next(iter(first_seen)), list(first_seen)[-1])

lines = [Counter(words_of(line)) for line in TEXT.strip().splitlines()]
everything = sum(lines, Counter())
print(everything == Counter(words), (everything & Counter(the=3, of=50, nothing=9)), lines[0] - lines[1])
common = reduce(lambda a, b: a & b, lines[:4])
print(common, sum(common.values()), sorted(common.elements()))
everything.subtract(lines[0])
print(everything["times"], everything.total(), [w for w, n in everything.items() if n == 0])

pairs = Counter(zip(words, words[1:]))
print(pairs.most_common(3), max(pairs, key=itemgetter(1)))
followers = defaultdict(Counter)
for a, b in zip(words, words[1:]):
    followers[a][b] += 1
print(followers["the"].most_common(3), followers["was"], len(followers))
letters = Counter(chain.from_iterable(words))
print(letters.most_common(5), sum(letters.values()) == sum(map(len, words)))
initial = lambda word: word[0]
index = {letter: sorted(set(group)) for letter, group in groupby(sorted(words, key=initial), key=initial)}
print(index["w"], index["d"], list(index) == sorted(index))
histogram = Counter(map(len, words))
for length, n in sorted(histogram.items()):
    print(f"{length:>2} {'#' * n}")
