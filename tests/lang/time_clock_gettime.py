# time.clock_gettime: the clocks by their numbers.
import time

clocks = time.CLOCK_REALTIME, time.CLOCK_MONOTONIC, time.CLOCK_PROCESS_CPUTIME_ID, time.CLOCK_THREAD_CPUTIME_ID
print(clocks)
for clock in clocks:
    before, ns, after = time.clock_gettime(clock), time.clock_gettime_ns(clock), time.clock_gettime(clock)
    print(type(before).__name__, type(ns).__name__, before <= ns / 1e9 + 1e-6, ns / 1e9 <= after + 1e-6)
print(abs(time.clock_gettime(0) - time.time()) < 1, abs(time.clock_gettime(1) - time.monotonic()) < 1)
for wrong in "a", 1.5, None:
    try:
        time.clock_gettime(wrong)
    except TypeError as error:
        print(error)
