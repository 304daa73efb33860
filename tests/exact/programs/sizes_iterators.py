# sizeof of iterators, views and bound methods.
a, d, s = [1], {"pear": 1}, {1}
iterators = [iter(a), iter(d), iter(s), iter(()), iter("x"), iter(range(3)), reversed(a), enumerate(a), zip(a, a)]
views = [d.keys(), d.values(), d.items(), iter(d.values()), iter(d.items())]
methods = [a.append, d.get]
