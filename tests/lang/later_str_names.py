# Characters by their names in Unicode.
print("\N{GREEK SMALL LETTER ALPHA}", len("\N{SNOWMAN}"), "\N{LATIN SMALL LETTER E WITH ACUTE}" == "é")
