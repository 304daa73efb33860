"""A relative import in a namespace without a name; a z among the flags of bytes' %."""
for namespace in ({}, {"__name__": "m"}, {"__name__": "m", "__package__": ""}, {"__package__": None}, {"__package__": 5}):
    try:
        exec("from . import x", namespace)
    except Exception as e:
        print(type(e).__name__, e)
for f in b"%z", b"%y", b"%z ", b"%z%z", b"%#z", b"%.2z", b"%zd":
    try:
        print(f % 1)
    except ValueError as e:
        print(f, e)
