"""Long strings and bytes in pprint, at many widths."""
import pprint
text = "the quick brown fox jumps over the lazy dog, again and again.\nA second line that is rather long too, with 'quotes' and\ttabs; " * 2
for width in (1, 10, 20, 33, 47, 60, 80, 200):
    for n in (0, 3, 4, 5, 17, 64, 65, 130):
        pprint.pprint(text[:n], width=width)
        pprint.pprint(bytes(range(40, 40 + n)), width=width)
        pprint.pprint({"k": text[:n], 2: [bytes(range(60, 60 + n))] * 2, "t": (text[n:n + 40],)}, width=width)
