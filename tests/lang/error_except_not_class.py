# The class of an except clause is looked at only when an exception comes by.
try:
    pass
except nonsense:
    pass
try:
    {}["k"]
except 5:
    pass
