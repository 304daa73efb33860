# Characters by name, and the names of characters.
import unicodedata as u
print("\N{GREEK SMALL LETTER ALPHA}\N{snowman}\N{LATIN SMALL LETTER E WITH ACUTE}\N{NBSP}\N{LINE FEED}|", "a\N{BULLET}b", f"\N{DEGREE SIGN}{1+1}\N{EURO SIGN}", r"\N{x}", b"\N{x}" if 0 else "")
print("\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GAG}\N{EM DASH}\N{GRINNING FACE}")
for c in (0x17000,0x18B00,0x1B170,0x4e00,0x3400,0x20000,0xac00,0xd7a3,0x0,0xe000,0xd800,0x378,0xf900,65,0x1f600,0x10ffff,0xe9):
    print(hex(c), u.name(chr(c),None))
for n in ('LINE FEED','nbsp','NULL','TANGUT IDEOGRAPH-17000','CJK UNIFIED IDEOGRAPH-4E00','cjk unified ideograph-4e00','HANGUL SYLLABLE GAG','hangul syllable gag','CJK UNIFIED IDEOGRAPH-04E00','LATIN SMALL LETTER  A',' SPACE','CJK COMPATIBILITY IDEOGRAPH-F900','HANGUL SYLLABLE ','HANGUL SYLLABLE HIH', 'TILDE', 'Latin Capital Letter a'):
    try: print(n, repr(u.lookup(n)))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: u.name(''), lambda: u.name('ab'), lambda: u.name(1), lambda: u.lookup(1), lambda: u.lookup(), lambda: u.name('\0'), lambda: u.lookup('a'*300), lambda: u.lookup('é'), lambda: eval(r"'ab\N{NO SUCH NAME}'"), lambda: eval(r"'\N{}'"), lambda: eval(r"'\N'"), lambda: eval(r"'\Nx'"), lambda: eval(r"f'{1}\N{zzz}'")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print([u.name(c) for c in "añ€→★漢"], all(u.lookup(u.name(chr(i))) == chr(i) for i in range(32, 127)))
