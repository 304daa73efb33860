# A string is not callable.
"abc"()
