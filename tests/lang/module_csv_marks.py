# What may part and quote fields: since 3.13 no character has two tasks.
import csv
import itertools
chars = [',', ' ', '\n', '\r', '"', None, 'x']
for d, q, e, s in itertools.product([',', ' ', '\n', '"', 'x'], ['"', ' ', ',', None, '\r', 'x'], [None, ',', '"', ' ', '\n', 'x'], [False, True]):
    for lt in ('\r\n', 'x', ''):
        try:
            r = csv.reader([], delimiter=d, quotechar=q, escapechar=e, skipinitialspace=s, lineterminator=lt, quoting=csv.QUOTE_NONE if q is None else 0)
            print(repr((d, q, e, s, lt)), 'ok')
        except Exception as x:
            print(repr((d, q, e, s, lt)), type(x).__name__, x)
