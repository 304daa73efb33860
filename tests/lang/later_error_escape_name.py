# An unknown character name.
# test: from=3.12
s = "\N{NO SUCH CHARACTER NAME}"
