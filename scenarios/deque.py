"""A deque has two ends

A list is one block of pointers: inserting at its front moves all the others.
A deque is a chain of blocks with 64 places each. Both ends can grow, and no
pointer ever moves because of what happens at an end.

Watch where the first item goes, and what happens at the edge of a block.
"""
from collections import deque

# %% The middle
# A new deque has one block, and begins in its middle: both sides have room.
d = deque()
# pyviz: show d
d.append("a")
d.append("b")
# To the left is as easy as to the right.
d.appendleft("z")
d.popleft()

# %% The edge of a block
# These fill the block up to its right edge, and one more needs a new block.
d.extend(range(30))
d.append("one more")
# The old block stays where it is: a list would have copied its pointers.
d.append("and another")

# %% Emptying a block
# When the last item of a block leaves, the block is unlinked. It is not given
# back, but kept for the next time.
d.pop()
d.pop()

# %% Many at the left
# extendleft() puts one after another in front, so they come out turned round.
d = deque("de")
d.extendleft("abc")
print("".join(d))

# %% Rotating
# The pointers at one end go to the other end, and the rest stay.
d = deque("abcde")
d.rotate(2)
d.rotate(-2)

# %% A window
# With maxlen a deque lets go of one item at the other end for each new one.
last = deque("the quick brown".split(), maxlen=3)
# pyviz: show last
# It is full. This one goes in on the right, and "the" falls out on the left.
last.append("fox")
# From the other side it is the other way round.
last.appendleft("a")
print(last)
