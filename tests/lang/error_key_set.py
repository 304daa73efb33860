# set.remove of what is not there.
# test: stderr=last
{1, 2}.remove("x")
