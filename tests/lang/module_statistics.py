from statistics import *
from fractions import Fraction
d = [2, 4, 4, 4, 5, 5, 7, 9]
print(mean(d), fmean(d), median(d), median_low(d), median_high(d), mode(d), multimode("aabbc"), pstdev(d), stdev(d), variance(d), pvariance(d))
print(mean([1, 2]), mean([1, 3]), mean([0.1, 0.2, 0.3]), mean([Fraction(1, 2), Fraction(1, 3)]), mean([1.5, 2]), mean((True, False)), mean(range(10)))
print(median([3, 1, 2]), median([1, 2]), median(["a", "b", "c"]), median_grouped([52, 52, 53, 54]), median_grouped([1, 3, 3, 5, 7], interval=2))
print(quantiles(range(1, 11)), quantiles(range(1, 11), n=10), quantiles([1, 2, 3, 4], method="inclusive"), harmonic_mean([40, 60]), round(geometric_mean([54, 24, 36]), 9), fmean([1, 2], [3, 1]))
print(variance([1.5, 2.5, 4.0]), stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), pstdev([1.1, 2.2]), stdev([Fraction(1, 2), Fraction(5, 2)]), variance([Fraction(1, 2), 2]), stdev([10**20, 10**20 + 1]), pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(covariance(x, y), correlation(x, x), round(correlation(x, [9 - v for v in x]), 9), linear_regression([1, 2, 3], [3, 5, 7]))
slope, intercept = linear_regression(x, y)
print(round(slope, 6), round(intercept, 6))
def tr(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for f in (lambda: mean([]), lambda: median([]), lambda: mode([]), lambda: stdev([1]), lambda: pstdev([]), lambda: fmean([]), lambda: mean(["a"]), lambda: quantiles([1, 2], n=0), lambda: covariance([1], [1, 2]), lambda: harmonic_mean([-1, 2]), lambda: correlation([1, 1], [1, 2]), lambda: variance([1]), lambda: median_low([])):
    tr(f)
n = NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, round(n.cdf(115), 9), round(n.pdf(100), 9), n.zscore(130), n + 5, n * 2, n == NormalDist(100, 15), NormalDist.from_samples([1, 2, 3]), n + NormalDist(0, 8))
print(issubclass(StatisticsError, ValueError), mean([float("inf"), 1]), mode(["red", "blue", "red"]))
