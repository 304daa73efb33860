# set() and frozenset() of everything.
made = []
for n in (0, 1, 4, 5, 8, 9, 19, 20, 33):
    r = [i * 3 for i in range(n)]
    made.append([set(r), set(tuple(r)), set(range(n)), set(dict.fromkeys(r)), set(set(r)), frozenset(r), set(frozenset(r)),
                 {x for x in r}, set(x for x in r), frozenset(set(r))])
letters = set("the quick brown fox")
frozen_letters = frozenset("mississippi")
