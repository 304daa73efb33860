# What follows ** in a call must be a mapping.
def f(**kw):
    return kw


f(**[1])
