"""string.Template with patterns of its own; hyphens that textwrap breaks at; singledispatch with unions."""
import functools
import string
import textwrap
import typing


class Percent(string.Template):
    delimiter = "%"


class Dotted(string.Template):
    idpattern = "[a-z]+(?:[.][a-z]+)*"


class Braced(string.Template):
    braceidpattern = "[A-Z]+"


class Own(string.Template):
    pattern = r"""
    (?P<escaped>@{2}) |
    @(?P<named>[_a-z][._a-z0-9]*) |
    @{(?P<braced>[_a-z][._a-z0-9]*)} |
    (?P<invalid>@)
    """


print(Percent("%who has $5, 100%%").substitute(who="Ada"))
print(Dotted("$a.b and ${c.d}").substitute({"a.b": 1, "c.d": 2}))
print(Braced("$low ${UP}").substitute(low=1, UP=2), Braced("${low}").is_valid())
print(Own("@bag.who likes a @@ @{what}").substitute({"bag.who": "tim", "what": "ham"}))
for text in ("a$ b", "a\nb $", "$", "$1", "${", "${a b}"):
    template = string.Template(text)
    print(template.is_valid(), template.safe_substitute(a=1), template.get_identifiers())
    try:
        template.substitute(a=1)
    except ValueError as e:
        print(e)
print(string.Template("$Name $name ${NAME}").get_identifiers())
print(textwrap.wrap("this-is-a-useful-feature-for-reformatting-posts", 6))
print(textwrap.wrap("e-mail re-enter x-ray 3-d a--b _a-b_c", 5))


@functools.singledispatch
def kind(x):
    return "other"


@kind.register
def _(x: typing.Union[int, str]):
    return "int or str"


@kind.register
def _(x: list | tuple):
    return "sequence"


@kind.register(typing.Optional[float])
def _(x):
    return "float or None"


print(kind(1), kind("a"), kind([]), kind(()), kind(1.5), kind(None), kind({}))
try:
    @kind.register
    def _(x: typing.Union[int, list[str]]):
        pass
except TypeError as e:
    print(str(e)[:40])
