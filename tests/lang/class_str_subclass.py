# A class derived from str.
class Tag(str):
    def upper(self): return Tag("<" + super().upper() + ">")
    def __eq__(self, o): return str.__eq__(self.lower(), o.lower())
    __hash__ = str.__hash__


t = Tag("abc")
t.note = "n"
print(t, t.upper(), type(t.upper()).__name__, t == "ABC", t + "d", type(t + "d"), len(t), t[1], t.note, "b" in t, f"{t:>5}")
