# del of a call.
del f(1)
