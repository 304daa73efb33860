# A teaching program: Conway's life.



class Life:
    ALIVE, DEAD = "#", "."

    def __init__(self, cells):
        self.cells = frozenset(cells)
        self.generation = 0

    @classmethod
    def parse(cls, text):
        return cls((x, y) for y, line in enumerate(text.strip().splitlines()) for x, c in enumerate(line) if c == cls.ALIVE)

    def neighbours(self, x, y):
        return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]

    def step(self):
        counts = {}
        for cell in self.cells:
            for n in self.neighbours(*cell):
                counts[n] = counts.get(n, 0) + 1
        self.cells = frozenset(c for c, n in counts.items() if n == 3 or (n == 2 and c in self.cells))
        self.generation += 1
        return self

    def __str__(self):
        if not self.cells:
            return "(empty)"
        xs, ys = zip(*self.cells)
        return "\n".join("".join(self.ALIVE if (x, y) in self.cells else self.DEAD for x in range(min(xs), max(xs) + 1))
                         for y in range(min(ys), max(ys) + 1))

    def __eq__(self, other):
        return self.cells == other.cells

    def __len__(self):
        return len(self.cells)


glider = Life.parse("""
.#.
..#
###
""")
for _ in range(5):
    print(glider.generation, len(glider))
    print(glider)
    glider.step()
blinker = Life.parse("###")
seen = []
while blinker.cells not in seen:
    seen.append(blinker.cells)
    blinker.step()
print("period", blinker.generation - seen.index(blinker.cells))
r = Life.parse(".##\n##.\n.#.")
for _ in range(20):
    r.step()
print(len(r), r.generation, sorted(r.cells)[:5])
print(r)
