"""Matrices with operators, fractions, determinants and exceptions of their own."""
from fractions import Fraction
from functools import reduce
from itertools import product
import operator


class MatrixError(ArithmeticError):
    """Whatever can go wrong with a matrix."""


class ShapeError(MatrixError):
    def __init__(self, operation, left, right):
        super().__init__(f"{operation}: shapes {left} and {right} do not fit")


class Matrix:
    __slots__ = ("rows", "shape")

    def __init__(self, rows):
        self.rows = tuple(tuple(map(Fraction, row)) for row in rows)
        widths = {len(row) for row in self.rows}
        if len(widths) != 1:
            raise MatrixError(f"rows of different lengths: {sorted(widths)}")
        self.shape = len(self.rows), widths.pop()

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @classmethod
    def from_function(cls, f, m, n):
        return cls([f(i, j) for j in range(n)] for i in range(m))

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        match key:
            case int(i), int(j):
                return self.rows[i][j]
            case int(i):
                return self.rows[i]
            case slice() as rows, slice() as columns:
                return Matrix(row[columns] for row in self.rows[rows])
            case _:
                raise TypeError(f"bad index {key!r}")

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return self.shape[0]

    def __eq__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        return self.rows == other.rows

    def __hash__(self):
        return hash(self.rows)

    def _elementwise(self, other, op, name):
        if self.shape != other.shape:
            raise ShapeError(name, self.shape, other.shape)
        return Matrix(map(op, a, b) for a, b in zip(self, other))

    def __add__(self, other):
        if isinstance(other, Matrix):
            return self._elementwise(other, operator.add, "addition")
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, Matrix):
            return self._elementwise(other, operator.sub, "subtraction")
        return NotImplemented

    def __neg__(self):
        return -1 * self

    def __mul__(self, factor):
        if isinstance(factor, (int, Fraction)):
            return Matrix([factor * x for x in row] for row in self)
        return NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ShapeError("product", self.shape, other.shape)
        columns = list(zip(*other))
        return Matrix([sum(map(operator.mul, row, column)) for column in columns] for row in self)

    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        result, base = Matrix.identity(len(self)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __bool__(self):
        return any(any(row) for row in self)

    def __contains__(self, x):
        return any(x in row for row in self)

    def determinant(self):
        rows, sign, n = [list(r) for r in self], 1, len(self)
        for k in range(n):
            pivot = next((i for i in range(k, n) if rows[i][k]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != k:
                rows[k], rows[pivot], sign = rows[pivot], rows[k], -sign
            for i in range(k + 1, n):
                factor = rows[i][k] / rows[k][k]
                for j in range(k, n):
                    rows[i][j] -= factor * rows[k][j]
        return sign * reduce(operator.mul, (rows[i][i] for i in range(n)), Fraction(1))

    def inverse(self):
        n = len(self)
        rows = [list(r) + list(e) for r, e in zip(self, Matrix.identity(n))]
        for k in range(n):
            for i in range(k, n):
                if rows[i][k]:
                    break
            else:
                raise MatrixError("singular matrix")
            rows[k], rows[i] = rows[i], rows[k]
            rows[k] = [x / rows[k][k] for x in rows[k]]
            for i in range(n):
                if i != k and rows[i][k]:
                    f = rows[i][k]
                    rows[i] = [a - f * b for a, b in zip(rows[i], rows[k])]
        return Matrix(row[n:] for row in rows)

    def __format__(self, spec):
        cells = [[format(str(x), spec) for x in row] for row in self]
        return "\n".join("[" + " ".join(row) + "]" for row in cells)

    def __str__(self):
        width = max(len(str(x)) for row in self for x in row)
        return format(self, f">{width}")

    def __repr__(self):
        return f"Matrix({[[str(x) for x in row] for row in self]})"


a = Matrix([[1, 2, 3], [0, 1, 4], [5, 6, 0]])
b = Matrix.from_function(lambda i, j: i * j + 1, 3, 3)
print(a)
print(b, a + b, a - b, -a, 2 * a, a @ b, sep="\n--\n")
print(a.determinant(), b.determinant(), a.T.determinant())
print(a.inverse(), a @ a.inverse() == Matrix.identity(3), sep="\n")
print(a ** 3, a ** 0 == a ** 5 @ a ** -5, sep="\n")
print(f"{a.inverse():^6}")
print(a[0], a[1, 2], a[0:2, 1:], 4 in a, 9 in a, bool(a - a), len({a, a + b - b, b}))
fib = Matrix([[1, 1], [1, 0]])
print([int((fib ** n)[0, 1]) for n in range(15)], (fib ** 200)[0, 1])
hilbert = Matrix.from_function(lambda i, j: Fraction(1, i + j + 1), 4, 4)
print(hilbert, hilbert.determinant(), hilbert.inverse(), sep="\n")
for attempt in (lambda: a + Matrix([[1]]), lambda: a @ Matrix([[1, 2]]), lambda: b.inverse(), lambda: Matrix([[1], [2, 3]]),
                lambda: a + 1, lambda: a * 1.5, lambda: a["x"], lambda: a[9, 9], lambda: setattr(a, "name", 1)):
    try:
        print(attempt())
    except (MatrixError, TypeError, IndexError, AttributeError) as e:
        print(type(e).__name__, "-", e)
print(sum(1 for i, j in product(range(3), repeat=2) if a[i, j] > 1), repr(fib))
