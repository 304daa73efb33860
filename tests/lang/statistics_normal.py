# NormalDist turned around: quantiles, samples, and how much two of them have in common.
import copy
import pickle
from statistics import NormalDist, StatisticsError

z = NormalDist()
for p in 1e-300, 1e-20, 1e-12, 0.001, 0.02425, 0.075, 0.25, 0.5, 0.5 + 1e-12, 0.925, 0.97, 0.999999, 1 - 1e-12:
    print(p, z.inv_cdf(p), NormalDist(100, 15).inv_cdf(p))
iq = NormalDist(100, 15)
print(iq.quantiles(), [round(x, 9) for x in iq.quantiles(n=10)], iq.quantiles(1))
print(iq.samples(5, seed=42), len(iq.samples(3)))
print(NormalDist.from_samples(iq.samples(1000, seed="text")))
print(NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), z.overlap(z), z.overlap(NormalDist(1, 1)),
      NormalDist(1, 2).overlap(z) == z.overlap(NormalDist(1, 2)))
print(copy.copy(iq), pickle.loads(pickle.dumps(iq)) == iq, pickle.loads(pickle.dumps(iq, 0)))
for bad in (lambda: z.inv_cdf(0), lambda: z.inv_cdf(1.5), lambda: z.overlap(3), lambda: z.overlap(NormalDist(0, 0)),
            lambda: NormalDist(1, -1)):
    try:
        bad()
    except (StatisticsError, TypeError) as error:
        print(type(error).__name__, error)
