# int with a digit beyond its base.
# test: stderr=last
int("129", 8)
