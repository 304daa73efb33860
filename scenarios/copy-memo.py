"""The memo of deepcopy

deepcopy keeps a memo: a dict from the id of what it has met to the copy of it.
Without it a list that stands twice in the original would be copied twice, and a
cycle would never end.
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

# %% One memo a call
# Two calls have two memos: now the inner list is copied twice.
b = [copy.deepcopy(item) for item in a]
print(b[0] is b[1], a[0] is a[1])

# %% A cycle
a = ["loop"]
a.append(a)
# The memo has the copy before the first item goes in: so the list finds itself there.
b = copy.deepcopy(a)
# The copy refers to itself, not to the original.
print(b[1] is b)

# %% A cycle through a tuple
# A tuple cannot be made before its items. It is met a second time on the way ...
a = ([],)
a[0].append(a)
b = copy.deepcopy(a)
# ... and copied there; the items that were copied outside of that are dropped.
print(b[0][0] is b, b is a)

# %% A memo of your own
memo = {}
a = [1]
b = copy.deepcopy(a, memo)
# With the same memo, a second call finds what the first has made.
c = copy.deepcopy([a, a], memo)
print(c[0] is b, c[1] is b, len(memo))
# It keeps the originals alive: else an id could come to mean another object.
print(memo[id(memo)])
