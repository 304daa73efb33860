# Which part of an assertion the carets point at differs by version.
def fails(which):
    if which == 0:
        assert not 1, "constant"
    if which == 1:
        assert which and 0 == which
    assert (which != which) and False, [which]


for i in range(2):
    try:
        fails(i)
    except AssertionError as error:
        print(i, error)
fails(2)
