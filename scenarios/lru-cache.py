"""How lru_cache works

functools.lru_cache remembers what a function returned. Two structures do it
together: a dict finds a result by its arguments, and a ring of links knows
which result was used last, and which was not used for the longest time.

Watch the ring: a miss adds a link, a hit moves one, and a full cache loses
the one at its oldest end.
"""
# pyviz: show square
import functools


# %% A cache for three results
# The decorator puts an object in front of the function. So far it is empty.
@functools.lru_cache(maxsize=3)
def square(n):
    return n * n


# %% Misses
# Nothing is known of 1: the function must run, and its result gets a link.
square(1)
# The same for 2 and 3. New links go to the newest end.
square(2)
square(3)

# %% A hit
# 1 is known. Its link moves to the newest end; the function does not run.
square(1)
# Asking again for the newest moves nothing.
square(1)

# %% The cache is full
# A fourth result needs room: the oldest one goes, and that is 2 now, not 1.
square(4)
# Whoever asks for 2 again has to wait again, and 3 makes room for it.
square(2)

# %% Another way to call it
# The key is how the call is written: by its name the argument makes another one. So
# it is a miss, though 2 is known, and the same result stands in the cache twice.
square(n=2)

# %% What was counted
# Two hits in eight calls.
print(square.cache_info())
# The key of a single int is the int itself; of two arguments it is a tuple.
# cache_clear() forgets everything, the counts too.
square.cache_clear()
print(square.cache_info())
