# str.index of what is not there.
"abc".index("z")
