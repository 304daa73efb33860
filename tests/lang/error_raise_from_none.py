# from None hides what was being handled.
try:
    {}["k"]
except KeyError:
    raise ValueError("hidden") from None
