# A character that Python does not know.
a = 5 ? 3
