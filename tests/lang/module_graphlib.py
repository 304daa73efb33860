from graphlib import TopologicalSorter, CycleError
print(list(TopologicalSorter({"D": {"B"}, "C": ["A"], "B": ["A"]}).static_order()))
ts = TopologicalSorter()
ts.add("cake", "flour", "eggs")
ts.add("flour", "shop")
ts.add("eggs", "shop")
ts.prepare()
while ts.is_active():
    ready = ts.get_ready()
    print(ready)
    ts.done(*ready)
try:
    list(TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
except CycleError as e:
    print(e, e.args)
for f in (lambda: ts.add("x"), lambda: ts.prepare(), lambda: ts.done("nobody"), lambda: ts.done("cake"), lambda: TopologicalSorter().get_ready()):
    try:
        f()
    except ValueError as e:
        print(e)
