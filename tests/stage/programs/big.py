"""Big things are shown by windows"""
d = dict.fromkeys(range(0, 7919 * 3000, 7919))
a = list(range(100000))
a[77777] = "here"
d["x"] = 1
# The newest entry is what the window is laid around.
d.get("x")
