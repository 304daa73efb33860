# What a dialect is made of cannot be changed.
import csv

dialect = csv.get_dialect("excel")
for name in ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace",
             "strict", "other"):
    for change in (lambda: setattr(dialect, name, 1), lambda: delattr(dialect, name)):
        try:
            change()
            print("changed")
        except AttributeError as error:
            print(error)
print(dialect.delimiter, dialect.strict)
