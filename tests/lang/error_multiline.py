# A statement over several lines: the line of the part that failed.
values = [
    1,
    2,
]
print(
    values[0],
    values[7],
)
