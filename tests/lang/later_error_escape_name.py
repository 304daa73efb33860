# An unknown character name.
s = "\N{NO SUCH CHARACTER NAME}"
