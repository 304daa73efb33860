"""The memo of deepcopy

deepcopy keeps a memo: what it has copied already, and to what. Without it a list
that stands twice in the original would be copied twice, and a cycle would never
end.
"""
# pyviz: view copy
import copy

# %% Twice the same
part = ["shared"]
a = [part, part]
del part
# The inner list is copied once. The second time the memo knows its copy.
b = copy.deepcopy(a)
# So what was one object in the original is one object in the copy.
print(b[0] is b[1])
b[0].append("both")
print(b, a)

# %% A cycle
a = ["loop"]
a.append(a)
# The copy refers to itself, not to the original.
b = copy.deepcopy(a)
print(b[1] is b)

# %% A memo of your own
memo = {}
inner = [1]
first = copy.deepcopy(inner, memo)
# With the same memo, a second call finds what the first has made.
second = copy.deepcopy(inner, memo)
print(first is second, first is inner)
