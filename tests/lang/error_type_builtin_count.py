# A builtin with too many arguments.
len([], [])
