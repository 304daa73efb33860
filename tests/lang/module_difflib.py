# difflib: matches, ndiff, patches.
import difflib, random
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("wheel", ["while", "heal", "wheels"], n=2, cutoff=0.5))
s = difflib.SequenceMatcher(None, "qabxcd", "abycdf"); print(s.get_opcodes(), s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.find_longest_match(0, 6, 0, 6), s.find_longest_match())
s = difflib.SequenceMatcher(lambda x: x == " ", "private Thread currentThread;", "private volatile Thread currentThread;"); print(round(s.ratio(), 5), list(s.get_opcodes()))
a = "one\ntwo\nthree\nfour\n\tfive x\n".splitlines(True); b = "ore\ntree\nemu\nfour\n\tfive y\nsix\n".splitlines(True)
print("".join(difflib.ndiff(a, b))); print("".join(difflib.unified_diff(a, b, "f1", "f2", "d1", "d2"))); print("".join(difflib.context_diff(a, b, "f1", "f2")))
d = list(difflib.ndiff(a, b)); print("".join(difflib.restore(d, 1)), "".join(difflib.restore(d, 2)))
rng = random.Random(5)
for t in range(25):
    x = [rng.choice("abcdefg") * rng.randrange(1, 4) + rng.choice("xyz") * 5 + "\n" for _ in range(rng.randrange(12))]
    y = list(x)
    for _ in range(rng.randrange(5)):
        if y and rng.random() < .5: del y[rng.randrange(len(y))]
        else: y.insert(rng.randrange(len(y) + 1), rng.choice("abc") * 2 + "xyzxy\n")
    print(list(difflib.unified_diff(x, y, n=rng.randrange(3))), list(difflib.ndiff(x, y)), list(difflib.context_diff(x, y, n=1)))
    p, q = "".join(rng.choices("ab c", k=20)), "".join(rng.choices("ab c", k=22)); m = difflib.SequenceMatcher(None, p, q); print(m.get_opcodes(), list(m.get_grouped_opcodes(1)), m.ratio())
l = [str(i % 7) for i in range(300)]; m = difflib.SequenceMatcher(None, l, l[3:]); print(m.ratio(), m.bpopular)
for f in (lambda: difflib.get_close_matches("a", [], n=0), lambda: list(difflib.unified_diff([1], ["a"])), lambda: list(difflib.restore([], 3)), lambda: list(difflib.diff_bytes(difflib.unified_diff, [b"a\n"], [b"b\n"], b"x", b"y"))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
