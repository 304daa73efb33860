# Members that meet: linear probes first, then the perturbation.
eights, thirty_twos, negative, floats, tuples = set(), set(), set(), set(), set()
for i in range(14):
    eights.add(i * 8)
    thirty_twos.add(i * 32)
    negative.add(-i)
    floats.add(i / 16)
    tuples.add((i, str(i)))
at_the_end = {27, 59, 91, 123, 155, 187}
