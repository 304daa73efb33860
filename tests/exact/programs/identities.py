# Objects that are one: small integers, empty and single ones.
import sys
small = [256, 255 + 1, int("256"), 0x100, 257 - 1, len("x" * 256)]
minus = [-5, 5 - 10, -6, 6 - 12, int("-5")]
large = [257, 256 + 1, int("257")]
empty_tuples = [(), tuple([]), tuple("")]
empty_strs = ["", str(), "x"[1:], "x" * 0]
single = ["x", "xyz"[0], chr(120), "wxyz"[1:2], str("x")]
raws = [b"", b"x"[1:], b"x", b"xyz"[0:1]]
bools = [True, 1 == 1, not 0, bool(5)]
nothing = [None, [].append(1)]
same_tuple = (1, [2])
copies = [same_tuple, tuple(same_tuple), same_tuple[:], same_tuple + ()]
text = "some text"
texts = [text, str(text), text[:], text + "", text * 1, text.replace("zz", "y"), text.strip()]
number = 12345
numbers = [number, int(number), +number, abs(number), number + 0, round(number)]
real = 2.5
reals = [real, float(real), +real, abs(real), real + 0]
