# * in a dict display.
d = {*[1], 2: 3}
