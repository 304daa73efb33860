# dict() of pairs, of keywords, of mappings, of both.
keywords = dict(pear=1, kiwi=2, mango=3)
six = dict(k1=1, k2=2, k3=3, k4=4, k5=5, k6=6)
pairs = dict([("pear", 1), ("kiwi", 2)])
zipped = dict(zip("abcdefgh", range(8)))
both = dict({"pear": 1}, kiwi=2)
ints = dict(enumerate("abc"))


def collect(**named):
    return named


def named_or(first=None, **others):
    return others


collected = collect(pear=1, kiwi=[2])
none = collect()
spread = collect(**keywords)
joined = collect(x1=1, **keywords, **{"y1": 2})
left = named_or(pear=1, first=5)
