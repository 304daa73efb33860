# Builtin objects take no new attributes.
a = [1]
a.name = "x"
