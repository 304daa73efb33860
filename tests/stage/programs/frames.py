"""Frames"""


def total(numbers, start=0):
    # The locals of a call lie in its frame.
    seen = []
    for number in numbers:
        start += number
        seen.append(start)
    return start


def twice(x):
    return total(x) * 2


values = [1, 2]
print(twice(values))
