"""Sizes too large for any memory are refused as such, wherever they come from."""
import sys, itertools, collections
big = [10 ** 18, 2 ** 62, 2 ** 63 - 1, 2 ** 63, 2 ** 64, -2 ** 63, -2 ** 64]
cases = {
    "list *": lambda n: [0] * n, "list * 3": lambda n: [0, 1, 2] * n, "tuple *": lambda n: (0, 1) * n, "str *": lambda n: "ab" * n,
    "str * wide": lambda n: "\U0001f600" * n, "bytes *": lambda n: b"ab" * n,
    "bytes()": lambda n: bytes(n), "bytearray()": lambda n: bytearray(n), "center": lambda n: "a".center(n), "ljust": lambda n: "a".ljust(n),
    "rjust wide": lambda n: "a".rjust(n, "\U0001f600"), "zfill": lambda n: "a".zfill(n), "expandtabs": lambda n: "\t\t".expandtabs(n),
    "bytes.center": lambda n: b"a".center(n), "bytes.zfill": lambda n: b"a".zfill(n),
    "format width": lambda n: format("a", str(n)), "format int": lambda n: format(1, str(n)), 
    "percent": lambda n: "%*d" % (n, 1), "percent precision": lambda n: "%.*f" % (n, 1.0),
    "shift": lambda n: 1 << n, "pow": lambda n: 2 ** n if n < 0 else 0, "deque": lambda n: collections.deque(maxlen=n).maxlen,
    "deque *": lambda n: len(collections.deque([1], 3) * n), "repeat": lambda n: [*itertools.repeat(1, n)] if n < 0 else "skipped",
    "islice": lambda n: [*itertools.islice("abc", n)], "product": lambda n: itertools.product("ab", repeat=n), "permutations": lambda n: [*itertools.permutations("ab", n)],
    "combinations": lambda n: [*itertools.combinations("ab", n)], "insert": lambda n: [1].insert(n, 2), "pop": lambda n: [1].pop(n), "index": lambda n: [1][n],
    "slice": lambda n: "abc"[n:], "slice2": lambda n: [1, 2, 3][:n:2], "slice3": lambda n: (1, 2, 3)[::n], "range len": lambda n: len(range(n)),
    "range index": lambda n: range(n)[-1], "to_bytes": lambda n: (1).to_bytes(n, "big"), "round": lambda n: round(1.5, n), 
    "chr": lambda n: chr(n), "split": lambda n: "a b c".split(None, n), "replace": lambda n: "aaa".replace("a", "b", n), "join": lambda n: ("ab" * 1000).join("x" * 3)[:5],
    "recursion": lambda n: sys.setrecursionlimit(n), "hex": lambda n: hex(n)[:6], "bit_length": lambda n: n.bit_length(), "float": lambda n: float(n), "int str": lambda n: len(str(n)),
    "sum": lambda n: sum([n, n]), "ord": lambda n: [n].count(n), "bytes index": lambda n: b"abc"[n], "bytearray set": lambda n: bytearray(b"abc").__setitem__(n, 1),
    "memoryview": lambda n: memoryview(b"abc")[n], "find": lambda n: "abc".find("c", n), "count": lambda n: "abc".count("c", 0, n), "startswith": lambda n: "abc".startswith("c", n),
}
for name, f in cases.items():
    for n in big:
        try:
            r = repr(f(n))
        except Exception as e:
            r = type(e).__name__ + ": " + str(e)
        print(name, n, r[:100])
