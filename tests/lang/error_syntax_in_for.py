# A literal as a loop's target.
for 1 in [1]:
    pass
