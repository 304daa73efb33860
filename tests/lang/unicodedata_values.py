# What characters stand for as numbers: decimals, digits, and everything else.
import unicodedata

for c in "7٣²₃①⑩¼½⅞⅓ⅧⅯↂ༳௰௱௲፼𐄢㉑㊿🄁x ":
    row = []
    for find in unicodedata.decimal, unicodedata.digit, unicodedata.numeric:
        try:
            row.append(find(c))
        except ValueError as e:
            row.append(str(e))
    print("U+%04X" % ord(c), c.isdecimal(), c.isdigit(), c.isnumeric(), *row)
print(unicodedata.digit("¼", None), unicodedata.numeric("x", -1), unicodedata.decimal("²", "no"))
