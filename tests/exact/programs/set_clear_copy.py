# clear goes back to the small table; copies of sets with dummies are rebuilt.
big = set(range(50))
cleared = set(range(50))
cleared.clear()
refilled = set(range(50))
refilled.clear()
refilled.add(5)
holes = set(range(50))
for i in range(45):
    holes.discard(i)
copies = [big.copy(), set(big), holes.copy(), set(holes), frozenset(holes), holes | set(), {*holes}]
