"""csv: what is read of fields without quotes, and what is written of empty ones, for each way of quoting."""
import csv
import io

for name in ("QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL"):
    quoting = getattr(csv, name, None)
    if quoting is None:
        continue
    for line in (',3,"5",7.5, 9', '"",,1', "x", " , , ", ""):
        try:
            print(name, repr(line), list(csv.reader([line], quoting=quoting)),
                  list(csv.reader([line], quoting=quoting, skipinitialspace=True)))
        except ValueError as e:
            print(name, repr(line), e)
    for row in (["", ""], [None, ""], [1, "a", None, 2.5]):
        out = io.StringIO()
        csv.writer(out, quoting=quoting, escapechar="\\").writerow(row)
        print(name, row, repr(out.getvalue()))
for options in ({"delimiter": " "}, {"delimiter": " ", "skipinitialspace": True}):
    out = io.StringIO()
    csv.writer(out, **options).writerow(["", "a", ""])
    print(options, repr(out.getvalue()))
try:
    csv.field_size_limit(1, None)
except TypeError as e:
    print(e)
