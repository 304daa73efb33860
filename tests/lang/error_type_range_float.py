# range takes integers only.
# test: stderr=last
range(2.5)
