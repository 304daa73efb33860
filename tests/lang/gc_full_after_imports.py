"""A full collection waits until a quarter of what there was has come anew: what there was includes all that imported
modules consist of, and not what the first full collection has found that need not be looked at."""
import gc

found = []


def heard(phase, info):
    if phase == "start" and info["generation"] == 2:
        found.append(len(keep))


def fill(n):
    """When, while n lists come to stay, full collections begin."""
    for _ in range(n):
        keep.append([])


def measure(label):
    global keep
    keep = None
    gc.collect()
    keep = []
    gc.callbacks.append(heard)
    fill(9000)
    gc.callbacks.clear()
    gc.collect(2)
    report.append((label, found[0]))
    found.clear()


report = []
keep = []
gc.set_threshold(7, 1, 1)
measure("gc alone")
gc.disable()
import weakref
gc.enable()
measure("weakref")
gc.set_threshold(700, 10, 10)
# How CPython was started decides how much there was. Of weakref's some 400 objects a quarter has to come more;
# collections of the oldest are thought of at every 24th list.
(_, alone), (_, imported) = report
print(imported > alone, abs(imported - alone - 102) < 48, alone % 24 == imported % 24)
