# Dicts are equal whatever their order.
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == {}, {"a": 1} == {"a": 2}, {"a": 1} != {"b": 1}, {1: 1} == {1.0: True})
print({"a": {"b": [1]}} == {"a": {"b": [1]}}, {"a": 1} == [("a", 1)], {"a": None} == {"b": None})
print(bool({}), bool({0: 0}), sorted({"b": 1, "a": 2}), max({"b": 1, "a": 2}), list(zip({"x": 1}, {"y": 2})))
