# An index past the end of a string.
# test: stderr=last
"abc"[3]
