school = {
    "name": "Elm",
    "classes": [
        {"teacher": "Ann", "pupils": ["Bo", "Cy"]},
        {"teacher": "Dan", "pupils": ["Eva"]},
    ],
}
for c in school["classes"]:
    for p in c["pupils"]:
        print(c["teacher"], p)
school["classes"][1]["pupils"].append("Flo")
grid = [[0] * 3 for _ in range(3)]
grid[1][2] = 5
bad = [[0] * 3] * 3
bad[0][0] = 9
print(grid, bad)
total = {c["teacher"]: len(c["pupils"]) for c in school["classes"]}
print(total)
