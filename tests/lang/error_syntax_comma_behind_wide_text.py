# What the parser finds wrong there, in a file that does not say how it is encoded.
größe = "日本"; print(größe 5)
