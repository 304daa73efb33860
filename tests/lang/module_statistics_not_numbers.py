"""statistics of what is no number: what is raised, and because of what."""
import statistics
import traceback

for function, data in ((statistics.mean, ["a", "b"]), (statistics.stdev, ["a", "b"]), (statistics.geometric_mean, ["a"]),
                       (statistics.median_grouped, ["a", "b"]), (statistics.median, ["a", "b"]), (statistics.fmean, "ab")):
    try:
        function(data)
    except Exception as error:
        print(function.__name__, type(error).__name__, error, error.__suppress_context__, repr(error.__context__))
