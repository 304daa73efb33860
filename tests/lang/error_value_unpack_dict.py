# A dict unpacks to its keys.
a, b = {"x": 1}
