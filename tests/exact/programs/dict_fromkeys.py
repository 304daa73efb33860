# fromkeys of lists, strings, dicts and sets: some are presized.
made = []
for n in (0, 1, 4, 5, 6, 10, 11, 30):
    keys = list(range(n))
    made.append([dict.fromkeys(keys), dict.fromkeys(tuple(keys), 0), dict.fromkeys(dict.fromkeys(keys)),
                 dict.fromkeys(set(keys), "v"), dict.fromkeys(range(n))])
letters = dict.fromkeys("mississippi")
