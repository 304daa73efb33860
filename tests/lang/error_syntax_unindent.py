# A line that fits no block.
# test: stderr=last
if True:
        x = 1
    y = 2
