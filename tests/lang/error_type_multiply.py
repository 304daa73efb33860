# Two strings cannot be multiplied.
a = "ab"
a * a
