# What binds a special method is held while it does so, or stays where the class has it.
import sys
class R:
    def __get__(self, instance, owner):
        print(sys.getrefcount(self), end=" ")
        raise KeyError("bound")
class Odd:
    pass
names = "repr str len add radd iadd bool iter next getitem setitem delitem contains call hash eq lt ne neg index int float complex round trunc enter exit format sizeof dir bytes reversed length_hint await get missing instancecheck copy deepcopy reduce_ex getattr getattribute setattr delattr del".split()
import copy, math
uses = {"add": lambda o: o + 1, "radd": lambda o: 1 + o, "iadd": lambda o: exec("o += 1", {"o": o}), "getitem": lambda o: o[0], "setitem": lambda o: exec("o[0] = 1", {"o": o}), "delitem": lambda o: exec("del o[0]", {"o": o}),
 "contains": lambda o: 1 in o, "call": lambda o: o(), "eq": lambda o: o == 1, "lt": lambda o: o < 1, "ne": lambda o: o != 1, "neg": lambda o: -o, "index": lambda o: [1][o], "trunc": math.trunc,
 "enter": lambda o: exec("with o: pass", {"o": o}), "sizeof": sys.getsizeof, "length_hint": lambda o: list(o), "copy": copy.copy, "deepcopy": copy.deepcopy, "reduce_ex": copy.copy,
 "getattr": lambda o: o.x, "getattribute": lambda o: o.x, "setattr": lambda o: setattr(o, "x", 1), "delattr": lambda o: delattr(o, "x")}
import builtins
for n in names:
    use = uses.get(n) or getattr(builtins, n, None)
    if not use: continue
    C = type("Odd", (), {"__%s__" % n: R()})
    print(n, end=": ")
    try: use(C())
    except BaseException as e: print(type(e).__name__)
    else: print("fine")
