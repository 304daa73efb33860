# A teaching program: matrix.
class Matrix:
    def __init__(self, rows):
        rows = [list(r) for r in rows]
        if not rows or any(len(r) != len(rows[0]) for r in rows):
            raise ValueError("rows of different lengths")
        self.rows = rows

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @classmethod
    def zeros(cls, n, m):
        return cls([[0] * m for _ in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def _check(self, other):
        if self.shape != other.shape:
            raise ValueError(f"shapes differ: {self.shape} and {other.shape}")

    def __add__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        self._check(other)
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __mul__(self, k):
        if isinstance(k, (int, float)):
            return Matrix([[a * k for a in r] for r in self.rows])
        return NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError("cannot multiply")
        columns = list(zip(*other.rows))
        return Matrix([[sum(map(lambda a, b: a * b, r, c)) for c in columns] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result @= base
            base @= base
            n >>= 1
        return result

    def __iadd__(self, other):
        self._check(other)
        for i, row in enumerate(other.rows):
            for j, value in enumerate(row):
                self[i, j] += value
        return self

    def __abs__(self):
        n = len(self.rows)
        if n == 1:
            return self[0, 0]
        return sum((-1) ** j * self[0, j] * abs(self.minor(0, j)) for j in range(n))

    def minor(self, i, j):
        return Matrix([r[:j] + r[j + 1:] for k, r in enumerate(self.rows) if k != i])

    def __iter__(self):
        return (x for r in self.rows for x in r)

    def __len__(self):
        return len(self.rows)

    def __bool__(self):
        return any(self)

    def __call__(self, *vector):
        return [sum(a * b for a, b in zip(r, vector)) for r in self.rows]

    def __str__(self):
        width = max(len(f"{x:g}") for x in self)
        return "\n".join("[" + " ".join(f"{x:>{width}g}" for x in r) + "]" for r in self.rows)

    def __repr__(self):
        return f"Matrix({self.rows!r})"

    def __format__(self, spec):
        return "; ".join(",".join(format(x, spec) for x in r) for r in self.rows)


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b, a - b, a @ b, 2 * a, a * 0.5, -a, a ** 10, abs(a), a.T, sep="\n---\n")
print(repr(a), a[0], a[1, 1], a == Matrix([(1, 2), (3, 4)]), a != b, bool(Matrix.zeros(2, 3)), len(a))
print(f"{a:.2f} | {a:>4}", a(1, 1), list(a), 3 in a, sum(a), max(a))
a += b
a[0, 0] = 100
print(a)
print(abs(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]])), Matrix.identity(3))
fib = Matrix([[1, 1], [1, 0]])
print((fib ** 100)[0, 1])
for f in (lambda: a + Matrix([[1]]), lambda: a @ Matrix([[1]]), lambda: a + 1, lambda: 1 + a, lambda: a * "x", lambda: Matrix([]),
          lambda: Matrix([[1], [1, 2]]), lambda: a[5], lambda: a["x"], lambda: a @ 3, lambda: {a}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "-", e)
