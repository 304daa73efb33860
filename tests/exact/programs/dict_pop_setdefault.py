# pop with and without default, setdefault of old and new keys.
d = {}
for i in range(7):
    d.setdefault("key %d" % (i % 4), []).append(i)
popped = d.pop("key 1")
missing = d.pop("nothing", "default")
kept = d.setdefault("key 2", "unused")
new = d.setdefault("none")
e = {}
e.setdefault(5, e)
