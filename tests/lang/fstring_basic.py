# f-strings: expressions, braces, conversions.
name, n = "Ada", 36
print(f"{name} is {n}", f"{n + 1}", f"{n!r} {name!r} {name!s} {'é'!a}")
print(f"{{}} {{{n}}}", f"{name[0]}{name[-1]}", f"{[x for x in range(3)]}")
print(f"{'nested'} {1 if n else 2} {name.upper()} {len(name)}")
print(f"", f"plain", F"{n}" "joined" f"{n}", rf"\{n}\n", f"\t{n}\x41")
print(f"""multi
{n}
line""")
print(f"{ n }", f"{(n)}", f"{n,}", f"{ {'a': 1}['a'] }", f"{None} {True} {1.50}")
