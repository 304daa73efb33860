import sys
cases = [
 'f"{a["x"]}"', "f'{a['x']}'", 'f"{a!x}"', 'f"{"', 'f"}"', 'f"{}"', 'f"{ }"', 'f"{!r}"', 'f"{:x}"', 'f"{a:{b:{c}}}"', 'f"{a:{b:{c:{d}}}}"',
 r'f"{a\n}"', r"f'{\"\\n\".join(a)}'", r"f'{chr(10)\n}'", 'f"{a#b}"', 'f"{a b}"', 'f"{a +}"', 'f"{lambda x: 1}"', 'f"{a = }"', 'f"{a=!r:^20}"', 'f"{a=:}"',
 'f"{a!}"', 'f"{a!r"', 'f"{a:"', 'f"{a"', 'f"{a!r:{b}"', 'f"{(a}"', 'f"{a)}"', 'f"{a]}"', 'f"{*a}"', 'f"{**a}"', 'f"{yield}"', 'f"{a := 1}"', 'f"{(a := 1)}"', 'f"{a:=5}"',
 'f"{1 2}"', 'f"{if}"', 'f"{a if}"', 'f"{\'a\' \'b\'}"', "f'''{\na\n}'''", "f'''{\na b\n}'''", "f'''\n\n{a b}'''", 'f"abc {a b} def"', 'x = f"abc {a $ b} def"', 'f"{a;b}"', 'f"{a!r!s}"', 'f"{a!rr}"', 'f"{a!r s}"', 'f"{a! r}"', 'f"{a !r}"',
 'f"{a,}"', 'f"{a, b}"', 'f"{3.}"', 'f"{3.a}"', 'f"{3a}"', 'f"{not}"', 'f"{a.}"', 'f"{a[}"', 'f"{a(}"', 'f"{{}"', 'f"{}}"', 'f"{a}}"', 'f"{{a}"', 'f"{a:}}"', 'f"{a:{}}"', 'f"{a:{ }}"', "f'{a!=b}'", "f'{a==b}'", "f'{a<=b}'", "f'{a->b}'", "f'{:'", "f'{a:{b}'", "f'{=}'", "f'{a=b}'", "f'{a=b=}'", "f'{await a}'", "f'{print 1}'", "f'{import x}'", "f'{x, y for x in y}'", 'f"{f"{1}"}"', "f'{f'{1}'}'", "f\"{f'{1}'}\"", "f\"{f'{f\"\"\"{1}\"\"\"}'}\"", "f'{a' f'b}'", "f'{' '}'", "rf'{a\\}'", "f'\\N{DIGIT}'", "f'\\N{DIGIT ONE'", "f'\\N'", "f'\\x'", "f'{\"\\x\"}'", "f'\\u12'", "fb'a'", "f'{a['", "f\"{d['a']}\"", "f'{d[\"a\"]!r:>{w}}'", "f'{\"#\"}'", "f'{\"{\"}'", "f'{\"}\"}'", "f'{a:%H:%M}'", "f'{a:\\n}'", "f'{a:\\x41}'", "f'{\na}'", "f'{a\n}'", "f'{a:\n}'", "f'''{a:\n}'''", "f'''{a\n:x}'''", "f'''{a # c\n}'''", "f'''{\n# c\na}'''", "f'{True=}'", "f'{a!r=}'", "f'{None.x'", "f'{\u00e9}'", "f'\u00e9 {a b}'", "f'{a @}'", "f'{a ? b}'", "f'{\\}'", "f'{\\\n}'", "f'{a\\\n}'", "f'{0x}'", "f'{01}'", "f'{\"a}'", "f'{a.b.}'", "f'{class}'", "f'{def f(): pass}'", "f'{a:{b!x}}'", "f'{a:{b!r}}'", "f'{a:{b=}}'", "(f'a'\n f'{b c}')", "x = (1 +\n f'{b c}')", "print(f'{a b}', c)", "if 1:\n    x = f'{a b}'", "f'{(lambda x: 1)}'", "f'{(lambda: 1)()}'", "f'{lambda: 1}'", "f'{lambda}'", "f'{a lambda x: 1}'", "f'{[}'", "f'{[)}'", "f'{(]}'", "f'{\"\"\"}'", "f'{a!\n}'", "f'{a or}'", "f'{or a}'", "f'{.}'", "f'{..}'", "f'{...}'", "f'{,}'", "f'{a,,b}'", "f'{;}'", "f'{@}'", "f'{$}'", "f'{!}'", "f'{!=a}'", "f'{!a}'", "f'{~}'", "f'{-}'",
]
for c in cases:
    if sys.version_info >= (3, 12):
        break
    try:
        compile(c, "<s>", "exec"); print(ascii(c), "ok")
    except SyntaxError as e:
        print(ascii(c), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
