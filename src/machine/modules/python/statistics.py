# statistics: averages, spreads, correlations and the normal distribution.
#
# Sums are exact: numbers are added as fractions and rounded once, to the type that the data have.

import math
import sys
from fractions import Fraction
from math import fsum, sqrt
from operator import add as _plus, sub as _minus

_version = sys.version_info[:2]

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean",
           "harmonic_mean", "linear_regression", "mean", "median", "median_grouped", "median_high",
           "median_low", "mode", "multimode", "pstdev", "pvariance", "quantiles", "stdev",
           "variance"]


class StatisticsError(ValueError):
    pass


# ---- exact sums --------------------------------------------------------------------------------


def _common_type(a, b):
    """The type of the result where numbers of both types come in."""
    if a is b or b is int or b is bool:
        return a
    if a is int or a is bool:
        return b
    if issubclass(b, a):
        return b
    if issubclass(a, b):
        return a
    if issubclass(a, int):
        return b
    if issubclass(b, int):
        return a
    if issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, Fraction):
        return a
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _ratio(x):
    """Numerator and denominator of a number; NaN and infinity have none."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _exact(x):
    """A number as a Fraction; NaN and infinity stay as they are."""
    ratio = _ratio(x)
    return x if ratio is None else Fraction(*ratio)


def _total(numerators):
    """The sum of fractions, whose numerators have been summed by denominator."""
    return sum((Fraction(n, d) for d, n in numerators.items()), Fraction(0))


def _sums(data):
    """Type, exact total, exact total of the squares, and number of items; where there are NaNs and
    infinities, their sum is the total."""
    kinds, sums, squares, special, count = {}, {}, {}, None, 0
    for x in data:
        count += 1
        kinds[type(x)] = None
        ratio = _ratio(x)
        if ratio is None:
            special = (0 if special is None else special) + x
        elif special is None:
            n, d = ratio
            sums[d] = sums.get(d, 0) + n
            squares[d] = squares.get(d, 0) + n * n
    kind = int
    for other in kinds:
        kind = _common_type(kind, other)
    if special is not None:
        return kind, special, special, count
    return kind, _total(sums), _total({d * d: n for d, n in squares.items()}), count


def _sum(data):
    """Type, exact total and number of items."""
    kind, total, _, count = _sums(data)
    return kind, total, count


def _convert(value, kind):
    """An exact value as the type asks for; an int that has become a fraction is a float."""
    if type(value) is kind:
        return value
    if not isinstance(value, Fraction):
        return kind(value) if issubclass(kind, float) else value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def _spread(data, center=None):
    """Type, exact sum of the squared distances from the center, the mean, and the number."""
    kind, total, squares, n = _sums(data)
    if n == 0:
        return kind, Fraction(0), Fraction(0), 0
    middle = total / n if center is None else _exact(center)
    if not isinstance(total, Fraction):
        return float, total, middle, n
    return kind, squares - 2 * middle * total + n * middle * middle, middle, n


def _root(numerator, denominator):
    """The square root of a fraction as the nearest float: an integer root with bits to spare, the
    last of which says whether anything is left."""
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        scaled, over = numerator, denominator << 2 * shift
    else:
        scaled, over = numerator << -2 * shift, denominator
    whole = math.isqrt(scaled // over)
    whole |= whole * whole * over != scaled
    return float(whole << shift) if shift >= 0 else whole / (1 << -shift)


def _deviation(kind, value):
    if issubclass(kind, (int, float, Fraction)):
        return _root(value.numerator, value.denominator) if value else 0.0
    return _convert(value, kind).sqrt()


# ---- averages ----------------------------------------------------------------------------------


def mean(data):
    """The sum over the number."""
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, kind)


def fmean(data, weights=None):
    """The mean as a float, faster."""
    data = list(data) if weights is not None or not hasattr(data, "__len__") else data
    if weights is None:
        if not len(data):
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return (math.sumprod(data, weights) if _version >= (3, 12)
            else fsum(x * w for x, w in zip(data, weights))) / total


def geometric_mean(data):
    values = list(data)
    if _version >= (3, 13):
        for x in values:
            if x > 0.0:
                continue
            if x < 0:
                raise StatisticsError("No negative inputs allowed", x)
            if x == 0:
                return 0.0
        if not values:
            raise StatisticsError("Must have a non-empty dataset")
        return math.exp(fsum(map(math.log, values)) / len(values))
    try:
        return math.exp(fmean(map(math.log, values)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive "
                              "numbers") from None


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(data) == 1 and weights is None:
        if not isinstance(data[0], (int, float, Fraction)) and not hasattr(data[0], "as_integer_ratio"):
            raise TypeError("unsupported type")
        if data[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    if any(x < 0 for x in (*data, *weights)):
        raise StatisticsError("harmonic mean does not support negative values")
    _, whole, _ = _sum(weights)
    try:
        kind, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, data))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(whole / total, kind)


def _in_order(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    """The middle one, or the mean of the two in the middle."""
    data = _in_order(data)
    middle, odd = divmod(len(data), 2)
    return data[middle] if odd else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = _in_order(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _in_order(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The median of values that stand for the middles of classes."""
    data = _in_order(data)
    n = len(data)
    if n == 1 and _version < (3, 12):
        return data[0]
    x = data[n // 2]
    below = sum(1 for value in data if value < x)
    same = sum(1 for value in data if value == x)
    try:
        interval = float(interval)
        x = float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return x - interval / 2.0 + interval * (n / 2 - below) / same


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    """The most frequent one, the first of them."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    """All that are the most frequent."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 points that cut the data into n parts of the same size."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if _version >= (3, 13) and size == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point" if _version >= (3, 13)
                              else "must have at least two data points")
    if method not in ("inclusive", "exclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    # Inclusive: the data reach to the ends; exclusive: as far beyond as they are apart.
    beyond = method == "exclusive"
    result = []
    for i in range(1, n):
        where = i * (size + (1 if beyond else -1))
        low = min(max(where // n - beyond, 0), size - 2)
        part = where - (low + beyond) * n
        result.append((data[low] * (n - part) + data[low + 1] * part) / n)
    return result


# ---- spread ------------------------------------------------------------------------------------


def variance(data, xbar=None):
    kind, squares, _, n = _spread(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(squares / (n - 1), kind)


def pvariance(data, mu=None):
    kind, squares, _, n = _spread(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(squares / n, kind)


def stdev(data, xbar=None):
    kind, squares, _, n = _spread(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _deviation(kind, squares / (n - 1))


def pstdev(data, mu=None):
    kind, squares, _, n = _spread(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _deviation(kind, squares / n)


# ---- two inputs --------------------------------------------------------------------------------


def _sums_of_products(x, y, name):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    mean_x, mean_y = fsum(x) / n, fsum(y) / n
    if _version >= (3, 12):
        dx = [a - mean_x for a in x]
        dy = [b - mean_y for b in y]
        return math.sumprod(dx, dy), math.sumprod(dx, dx), math.sumprod(dy, dy), mean_x, mean_y
    return (fsum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)),
            fsum((d := a - mean_x) * d for a in x), fsum((d := b - mean_y) * d for b in y),
            mean_x, mean_y)


def covariance(x, y, /):
    return _sums_of_products(x, y, "covariance")[0] / (len(x) - 1)


def _ranks(data):
    """The place of each value in the order, the mean of the places for equal ones."""
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks = [0] * len(data)
    i = 0
    while i < len(order):
        j = i
        while j + 1 < len(order) and data[order[j + 1]] == data[order[i]]:
            j += 1
        for k in range(i, j + 1):
            ranks[order[k]] = (i + j) / 2 - (len(data) - 1) / 2
        i = j + 1
    return ranks


def correlation(x, y, /, *, method="linear"):
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if len(x) != len(y):
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError("correlation requires at least two data points")
    if method == "ranked":
        x, y = _ranks(x), _ranks(y)
    xy, xx, yy, _, _ = _sums_of_products(x, y, "correlation")
    try:
        return xy / sqrt(xx * yy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


class LinearRegression(tuple):
    __slots__ = ()
    _fields = ("slope", "intercept")

    def __new__(cls, slope, intercept):
        return tuple.__new__(cls, (slope, intercept))

    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    """The line with the least squared distances."""
    if len(x) != len(y):
        raise StatisticsError("linear regression requires that both inputs have same number of data "
                              "points")
    if len(x) < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if proportional:
        xy, xx = fsum(a * b for a, b in zip(x, y)), fsum(a * a for a in x)
        mean_x = mean_y = 0.0
    else:
        xy, xx, _, mean_x, mean_y = _sums_of_products(x, y, "linear regression")
    try:
        slope = xy / xx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope, 0.0 if proportional else mean_y - slope * mean_x)


# ---- the normal distribution -------------------------------------------------------------------


class NormalDist:
    """A normal distribution, of which a mean and a standard deviation say all."""

    __slots__ = {"_mu": "", "_sigma": ""}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        sigma = stdev(data)
        return cls(float(mean(data)), sigma)

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return math.exp(diff * diff / (-2.0 * variance)) / sqrt(math.tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        if _version >= (3, 12):
            return 0.5 * math.erfc((self._mu - x) / (self._sigma * sqrt(2.0)))
        return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def _combined(self, other, combine):
        """With another distribution, that is independent of it, or with a number."""
        if isinstance(other, NormalDist):
            return NormalDist(combine(self._mu, other._mu), math.hypot(self._sigma, other._sigma))
        return NormalDist(combine(self._mu, other), self._sigma)

    def __add__(x1, x2):
        return x1._combined(x2, _plus)

    def __sub__(x1, x2):
        return x1._combined(x2, _minus)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * abs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / abs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state

    def inv_cdf(self, p):
        """Where the probability of being below is p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if _version < (3, 12) and self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _inverse_normal(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def samples(self, n, *, seed=None):
        import random
        source = random if seed is None else random.Random(seed)
        if _version >= (3, 13):
            return [_inverse_normal(source.random(), self._mu, self._sigma) for _ in range(n)]
        return [source.gauss(self._mu, self._sigma) for _ in range(n)]

    def overlap(self, other):
        """The area that lies under both curves: between where they cross, the lower of the two."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = sorted((self, other), key=lambda d: (d._sigma, d._mu))
        if not x.variance or not y.variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        wider, apart = y.variance - x.variance, abs(y._mu - x._mu)
        if not wider:
            return 1.0 - math.erf(apart / (2.0 * x._sigma * sqrt(2.0)))
        middle = x._mu * y.variance - y._mu * x.variance
        off = x._sigma * y._sigma * sqrt(apart * apart + wider * math.log(y.variance / x.variance))
        left, right = (middle + off) / wider, (middle - off) / wider
        return 1.0 - (abs(y.cdf(left) - x.cdf(left)) + abs(y.cdf(right) - x.cdf(right)))


# Algorithm AS 241 (Wichura 1988): the inverse of the normal distribution as quotients of polynomials, one
# for the middle, one for the flanks, one for the far tails.
_MIDDLE = ((2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
            1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
           (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
            5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
_FLANK = ((7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
           3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
          (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
           6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0))
_TAIL = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
          2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
         (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
          1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _polynomial(coefficients, x):
    value = coefficients[0]
    for c in coefficients[1:]:
        value = value * x + c
    return value


def _inverse_normal(p, mu, sigma):
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        above, below = _MIDDLE
        return mu + _polynomial(above, r) * q / _polynomial(below, r) * sigma
    r = sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
    (above, below), r = (_FLANK, r - 1.6) if r <= 5.0 else (_TAIL, r - 5.0)
    x = _polynomial(above, r) / _polynomial(below, r)
    return mu + (-x if q < 0.0 else x) * sigma
