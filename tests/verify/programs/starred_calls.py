"""f(*args, **kwargs) where f is a C function: who holds the arguments while it calls back."""
from collections import OrderedDict
from collections.abc import Sequence


class Text:
    def __str__(self):
        return "text"
    def __iter__(self):
        print("iter")
        return iter([1, 2])


class Key:
    def __hash__(self):
        print("hash")
        return 1
    def __eq__(self, other):
        return True


one, two = Text(), Text()
both = [one, two]
print(*both, sep="; ")
print(*both, **{"end": ".\n"})
s = {1}
s.union(*both)
s.union(one, two)
s.update(*both)
s.intersection(*both)
s.difference(*both)
s.intersection_update(*both)
s.difference_update(*both)

key = Key()
pairs = [[(key, one)]]
named = {"z": one}
for kind in (dict, OrderedDict):
    d = kind()
    d.update(*pairs)
    d.update([(key, one)], y=one)
    d.update(*pairs, **named)


class Deck(Sequence):
    def __init__(self):
        self.cards = [rank + suit for suit in "SH" for rank in "A23"]
    def __len__(self):
        return len(self.cards)
    def __getitem__(self, i):
        return self.cards[i]


deck = Deck()
print("2S" in deck, deck.index("3S"), deck.count("AH"), list(reversed(deck))[0])
