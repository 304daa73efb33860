import string
from string import Template, Formatter, capwords
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable))
print(capwords("hello  big world"), capwords("a-b-c", "-"))
t = Template("$who likes ${what}s, costs $$5 $missing")
print(t.safe_substitute(who="tim", what="kung pao"), t.template, t.substitute({"who": 1, "what": 2}, missing=3))
for f in (lambda: t.substitute(who=1), lambda: Template("bad $ here").substitute(), lambda: Template("a\nb ${x").substitute(x=1), lambda: Template("$1").substitute()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(Template("$ ${ $$").safe_substitute(), t.get_identifiers(), t.is_valid(), Template("$").is_valid(), Template("$xé $_a1").safe_substitute(x=1, _a1=2))
f = Formatter()
print(f.format("{} {} {0!r:>5}".replace("{0!r:>5}", "{!r:>5}"), 1, "b", "c"), f.format("{0.real} {x[1]} {y[k]} {:{w}}" .replace("{:{w}}", ""), 3, x=[1, 2], y={"k": 5}), f.format("{:{w}}|", "a", w=4))
print(list(f.parse("a{b!r:c}{{}}d{}")), list(f.parse("")))
class Default(Formatter):
    def get_value(self, key, args, kw):
        try:
            return super().get_value(key, args, kw)
        except (KeyError, IndexError):
            return "?"
print(Default().format("{a} {b} {0}", a=1))
class Upper(Formatter):
    def format_field(self, value, spec):
        return super().format_field(value, spec.rstrip("u")).upper() if spec.endswith("u") else super().format_field(value, spec)
print(Upper().format("{:>6u}|{}", "abc", "abc"))
