# Containers changed through other names.
row = [0]
grid = [row] * 3
grid[0].append(row)
d = dict.fromkeys(["pear", "kiwi"], row)
d["pear"] = d["kiwi"]
t = (row, grid)
u = t + t
copied = grid.copy()
sliced = grid[1:]
sorted_rows = sorted(grid, key=len)
merged = d | {"fig": row}
