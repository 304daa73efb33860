# random: the distributions, over the generator that _random has in C.
#
# Each consumes the generator's numbers in the order in which CPython's does, so that a seed gives
# the same results.  Functions of the module are methods of one hidden Random.

from _collections_abc import Sequence as _Sequence
from _library import index as _index
from _machine import counted, uncounted as _uncounted
from _random import Random as _Generator, _seed_of_bytes
from bisect import bisect as _bisect
from itertools import accumulate as _accumulate, repeat as _repeat
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, fabs as _fabs, floor as _floor
from math import isfinite as _isfinite, lgamma as _lgamma, log as _log, log2 as _log2, pi as _pi, sin as _sin
from math import sqrt as _sqrt
from sys import version_info as _version

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
TWOPI = 2.0 * _pi
BPF = 53
RECIP_BPF = 2 ** -BPF

_names = ("seed random uniform triangular randint choice randrange sample shuffle choices"
          " normalvariate lognormvariate expovariate vonmisesvariate gammavariate gauss"
          " betavariate paretovariate weibullvariate getstate setstate getrandbits randbytes"
          + (" binomialvariate" if _version >= (3, 12) else "")).split()
__all__ = ["Random", "SystemRandom"] + _names

_exact = _version >= (3, 12)  # randrange takes only integers, and words its errors anew
_missing = 1


def _warn(*args):
    from warnings import warn
    warn(*args)


def _old_hash(text):
    # what seed(version=1) makes of a text: Python 2's hash of it
    x = ord(text[0]) << 7 if text else 0
    for c in map(ord, text):
        x = (1000003 * x ^ c) & 0xFFFFFFFFFFFFFFFF
    x ^= len(text)
    return -2 if x == -1 else x


def _integer(value, which):
    # until 3.11 a whole float would do, with a warning
    if _exact:
        return _index(value)
    try:
        return _index(value)
    except TypeError:
        whole = int(value)
        if whole != value:
            _warn("randrange() will raise TypeError in the future", DeprecationWarning)
            raise ValueError(f"non-integer {which} for randrange()")
        _warn("non-integer arguments to randrange() have been deprecated "
              "since Python 3.10 and will be removed in a subsequent version",
              DeprecationWarning)
        return whole


def _whole(value):
    return int(value) if isinstance(value, float) and value.is_integer() else value


# ---- the longer methods, each for a part of a distribution: candidates until one is accepted ----


def _gamma_cheng(random, alpha):
    # alpha > 1: a log-logistic candidate x for each u
    root = _sqrt(2.0 * alpha - 1.0)
    while True:
        u = random()
        if not 1e-7 < u < 0.9999999:
            continue
        z = u * u * (1.0 - random())
        v = _log(u / (1.0 - u)) / root
        x = alpha * _exp(v)
        margin = alpha - LOG4 + (alpha + root) * v - x
        if margin + SG_MAGICCONST - 4.5 * z >= 0.0 or margin >= _log(z):
            return x


def _gamma_ahrens(random, alpha):
    # alpha < 1: x is drawn from a power below 1, from an exponential above it
    total = (_e + alpha) / _e
    while True:
        p = total * random()
        if p > 1.0:
            x = -_log((total - p) / alpha)
            accepted = x ** (alpha - 1.0)
        else:
            x = p ** (1.0 / alpha)
            accepted = _exp(-x)
        if random() <= accepted:
            return x


def _binomial_devroye(random, n, p):
    # from success to success, as far as n trials reach
    scale = _log2(1.0 - p)
    successes = at = 0
    while scale:
        at += _floor(_log2(random()) / scale) + 1
        if at > n:
            break
        successes += 1
    return successes


def _binomial_hormann(random, n, p):
    # transformed rejection; most candidates are accepted by the squeeze, without logarithms
    deviation = _sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * deviation
    a = -0.0873 + 0.0248 * b + 0.01 * p
    squeeze = 0.92 - 4.2 / b
    mode = None
    while True:
        u = random() - 0.5
        edge = 0.5 - _fabs(u)
        k = _floor((2.0 * a / edge + b) * u + (n * p + 0.5))
        if not 0 <= k <= n:
            continue
        v = random()
        if edge >= 0.07 and v <= squeeze:
            return k
        if mode is None:
            alpha = (2.83 + 5.1 / b) * deviation
            odds = _log(p / (1.0 - p))
            mode = _floor((n + 1) * p)
            at_mode = _lgamma(mode + 1) + _lgamma(n - mode + 1)
        v *= alpha / (a / (edge * edge) + b)
        if _log(v) <= at_mode - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - mode) * odds:
            return k


class Random(_Generator):
    """A generator of random numbers with a state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None, version=2):
        """Starts the sequence that belongs to a number or a text."""
        if version == 1 and isinstance(a, (str, bytes)):
            a = _old_hash(a.decode("latin-1") if isinstance(a, bytes) else a)
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            a = int.from_bytes(_seed_of_bytes(a.encode() if isinstance(a, str) else bytes(a)), "big")
        elif not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray."
                            if _version >= (3, 13) else
                            "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """Where the generator stands: for setstate()."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Puts the generator where it was when getstate() gave this."""
        version = state[0]
        if version not in (2, 3):
            raise ValueError("state with version %s passed to "
                             "Random.setstate() of version %s" % (version, self.VERSION))
        version, words, self.gauss_next = state
        if version == 2:
            words = tuple(word % 2 ** 32 for word in words)
        super().setstate(words)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # ---- integers below a bound: from bits, unless a subclass overrides only random() ----

    def __init_subclass__(cls, /, **kwargs):
        ways = {"_randbelow": None, "getrandbits": cls._randbelow_with_getrandbits,
                "random": cls._randbelow_without_getrandbits}
        for base in cls.__mro__:
            for name, way in ways.items():
                if name in base.__dict__:  # the nearest class that defines one of them decides
                    if way is not None:
                        cls._randbelow = way
                    return

    def _randbelow_with_getrandbits(self, n):
        # as many bits as n has, until they are below n
        getrandbits = self.getrandbits
        bits = n.bit_length()
        value = getrandbits(bits)
        while value >= n:
            value = getrandbits(bits)
        return value

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        random = self.random
        if n >= maxsize:
            _warn("Underlying random() generator does not supply \n"
                  "enough bits to choose from a population range this large.\n"
                  "To remove the range limitation, add a getrandbits() method.")
            return _floor(random() * n)
        limit = (maxsize - maxsize % n) / maxsize  # above it, some remainders would come more often
        while (value := random()) >= limit:
            pass
        return _floor(value * maxsize) % n

    _randbelow = _randbelow_with_getrandbits

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=_missing):
        """A random item of range(start, stop, step)."""
        first = _integer(start, "arg 1")
        if stop is None:
            if step is not _missing:
                raise TypeError("Missing a non-None stop argument")
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        last = _integer(stop, "stop")
        width = last - first
        stride = _integer(step, "step")
        if stride == 1:
            if width > 0:
                return first + self._randbelow(width)
            if _exact:
                raise ValueError(f"empty range in randrange({start}, {stop})")
            raise ValueError("empty range for randrange() (%d, %d, %d)" % (first, last, width))
        if stride > 0:
            count = (width + stride - 1) // stride
        elif stride < 0:
            count = (width + stride + 1) // stride
        else:
            raise ValueError("zero step for randrange()")
        if count <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})" if _exact
                             else "empty range for randrange()")
        return first + stride * self._randbelow(count)

    def randint(self, a, b):
        """A random int from a to b, both included."""
        if not _exact: # what CPython's own code does wrong is not told
            a, b = _whole(a), _whole(b)
        return self.randrange(a, b + 1)

    # ---- sequences ----

    def choice(self, seq):
        """A random item of a sequence."""
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        """Puts the items of a list into a random order."""
        randbelow = self._randbelow
        for left in range(len(x), 1, -1):  # so many are not in their places yet
            drawn, last = randbelow(left), left - 1
            x[last], x[drawn] = x[drawn], x[last]

    def sample(self, population, k, *, counts=None):
        """k different items of a sequence, in the order in which they were drawn."""
        if not isinstance(population, _Sequence):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        n = len(population)
        if counts is not None:
            ends = list(_accumulate(counts))
            if len(ends) != n:
                raise ValueError("The number of counts does not match the population")
            zero_fits = _version >= (3, 13, 3)
            total = 0 if zero_fits and not ends else ends.pop()
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total < 0 and zero_fits:
                raise ValueError("Counts must be non-negative")
            if total <= 0 and not zero_fits:
                raise ValueError("Total of counts must be greater than zero")
            drawn = self.sample(range(total), k=k)
            bisect = _bisect
            return [population[bisect(ends, i)] for i in drawn]
        randbelow = self._randbelow
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        # A copy of a small population is less than a set of what is drawn.
        small = 21 if k <= 5 else 21 + 4 ** _ceil(_log(k * 3, 4))
        if n <= small:
            pool = list(population)
            for i in range(k):
                at = randbelow(n - i)
                result[i] = pool[at]
                pool[at] = pool[n - i - 1]  # what is left moves together
        else:
            drawn = set()
            draw = drawn.add
            for i in range(k):
                while (at := randbelow(n)) in drawn:
                    pass
                draw(at)
                result[i] = population[at]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items, each chosen anew, evenly or by weight."""
        random = self.random
        n = len(population)
        if weights is None and cum_weights is None:
            floor = _floor
            n += 0.0
            return [population[floor(random() * n)] for _ in _repeat(None, k)]
        if cum_weights is None:
            cum_weights = self._ends(weights)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0 or not _isfinite(total):
            needed = "greater than zero" if total <= 0.0 else "finite"
            raise ValueError(f"Total of weights must be {needed}")
        bisect = _bisect
        last = n - 1
        return [population[bisect(cum_weights, random() * total, 0, last)] for _ in _repeat(None, k)]

    @staticmethod
    def _ends(weights):
        """Where the part of each item ends, when they lie one after the other."""
        try:
            return list(_accumulate(weights))
        except TypeError:
            if isinstance(weights, int):
                raise TypeError("The number of choices must be a keyword argument: "
                                f"k={weights!r}") from None
            raise

    # ---- real numbers ----

    def uniform(self, a, b):
        """A float from a to b."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A float from low to high, most often near mode."""
        u = self.random()
        try:
            peak = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u <= peak:
            return low + (high - low) * _sqrt(u * peak)
        return high + (low - high) * _sqrt((1.0 - u) * (1.0 - peak))  # seen from the other end

    def normalvariate(self, mu=0.0, sigma=1.0):
        """The normal distribution, by the ratio of uniforms of Kinderman and Monahan."""
        random = self.random
        while True:
            u = random()
            v = 1.0 - random()
            z = NV_MAGICCONST * (u - 0.5) / v
            if z * z / 4.0 <= -_log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """The normal distribution, two numbers at a time, by Box and Muller."""
        if _version < (3, 12):
            _uncounted()
        random = self.random
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """What has a normally distributed logarithm."""
        return _exp(self.normalvariate(mu, sigma))

    if _version >= (3, 12):
        def expovariate(self, lambd=1.0):
            """The exponential distribution with mean 1 / lambd."""
            return -_log(1.0 - self.random()) / lambd
    else:
        def expovariate(self, lambd):
            """The exponential distribution with mean 1 / lambd."""
            return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """A random angle around mu, by Fisher."""
        random = self.random
        if kappa <= 1e-6:  # as good as no preference
            return TWOPI * random()
        half = 0.5 / kappa
        bound = half + _sqrt(1.0 + half * half)
        accepted = False
        while not accepted:
            z = _cos(_pi * random())
            d = z / (bound + z)
            u = random()
            accepted = u < 1.0 - d * d or u <= (1.0 - d) * _exp(d)
        q = 1.0 / bound
        turn = _acos((q + z) / (1.0 + q * z))
        return (mu + turn if random() > 0.5 else mu - turn) % TWOPI

    def gammavariate(self, alpha, beta):
        """The gamma distribution, by Cheng for large alpha and Ahrens and Dieter for small."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        return beta * (_gamma_cheng if alpha > 1.0 else _gamma_ahrens)(self.random, alpha)

    def betavariate(self, alpha, beta):
        """The beta distribution, from two of the gamma."""
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        """The Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """The Weibull distribution of scale alpha and shape beta."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    def binomialvariate(self, n=1, p=0.5):
        """How many of n trials succeed that do so with probability p each."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:
            if p != 0.0 and p != 1.0:
                raise ValueError("p must be in the range 0.0 <= p <= 1.0")
            return n if p else 0
        if n == 1:
            return _index(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        return (_binomial_devroye if n * p < 10.0 else _binomial_hormann)(self.random, n, p)

    if _version < (3, 12):
        del binomialvariate


class SystemRandom(Random):
    """Numbers from os.urandom(); here they, too, are the same in every run."""

    def random(self):
        return (self._bits(7) >> 3) * 2.0 ** -53

    def getrandbits(self, k, /):
        k = _index(k)
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size = (k + 7) // 8
        return self._bits(size) >> (size * 8 - k)

    def _bits(self, size):
        from os import urandom
        return int.from_bytes(urandom(size), "big")

    def randbytes(self, n):
        from os import urandom
        return urandom(n)

    def seed(self, *args, **kwds):
        return None

    def _no_state(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _no_state


counted(Random)
del counted
_inst = Random()
for _name in _names:
    globals()[_name] = getattr(_inst, _name)
del _name, _names
