# test: from=3.12
# A Fraction formatted as a float would be, worked out exactly.
from fractions import Fraction
import sys

values = Fraction(1, 3), Fraction(-1, 2), Fraction(22, 7), Fraction(10 ** 20, 3), Fraction(-1, 10 ** 6), Fraction(0)
for spec in (".2f", ".0f", "#.0f", "z.1f", "e", ".3e", "#.0e", "E", "g", ".3g", "#.4g", "G", ".1%", "+.2f", " .2f",
             "020.3f", "020,.2f", "*^24.4f", "<12.1f", "=+12.1f", "_.3f", "08.1e", "0f", "000f"):
    try:
        print(spec, [format(value, spec) for value in values])
    except ValueError as error:
        print(error)
for spec in ("010.05f", ".f", "q", "1.2", "<010f", "5,"):
    if spec == "5," and sys.version_info >= (3, 13):
        continue
    try:
        print(spec, format(Fraction(7, 4), spec))
    except ValueError as error:
        print(error)
if sys.version_info >= (3, 13):
    for spec in ("10", "<10", "+", "#", "_", "*^#20,", "05"):
        try:
            print(spec, [format(value, spec) for value in values])
        except ValueError as error:
            print(error)
try:
    Fraction.from_decimal(1j)
except TypeError as error:
    print(error)
