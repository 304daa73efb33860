# A set comprehension of lists.
s = {x for x in [[1]]}
