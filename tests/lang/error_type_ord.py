# ord of two characters.
# test: stderr=last
ord("ab")
