# A tuple takes only a tuple.
(1,) + [2]
