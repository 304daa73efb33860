# An integer too large for a float.
# test: stderr=last
float(10 ** 400)
