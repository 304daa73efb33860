# Containers hold references: what is shared changes for all.
row = [0, 0]
grid = [row, row, row[:]]
grid[0][1] = 5
print(grid, grid[0] is grid[1], grid[0] is grid[2])
def change(x):
    x.append(1)
    x = [2]
    return x
a = []
print(change(a), a)
t = (1, [2])
t[1].append(3)
print(t)
d = {"l": a}
d["l"].append(2)
print(a, d)
