# locale, where only the C locale is installed.
import functools
import locale

print(repr(locale.setlocale(locale.LC_ALL)), repr(locale.setlocale(locale.LC_CTYPE)), repr(locale.setlocale(locale.LC_TIME)))
print(locale.getlocale(), locale.getpreferredencoding(), locale.getpreferredencoding(False), locale.getencoding())
print(locale.getlocale(locale.LC_NUMERIC))
for name in "", "C", "POSIX", "C.UTF-8", "xx_XX.UTF-8", ("xx_XX", "UTF-8"), None:
    try:
        print(repr(name), repr(locale.setlocale(locale.LC_ALL, name)), locale.getlocale())
    except locale.Error as e:
        print(repr(name), repr(e))
print(locale.setlocale(locale.LC_NUMERIC, "C"), locale.setlocale(locale.LC_ALL))
print(locale.localeconv())
print(locale.format_string("%d", 1234567, grouping=True), locale.format_string("%.2f of %s", (1.5, "x")))
print(locale.str(3.5), locale.str(1e20), locale.atof("3.25"), locale.atoi("42"), f"{1234567:n}", f"{1.5:n}")
try:
    locale.currency(3)
except ValueError as e:
    print(e)
words = ["b", "a", "C", "ab", "é"]
print(sorted(words, key=locale.strxfrm), sorted(words, key=functools.cmp_to_key(locale.strcoll)))
print(locale.strcoll("a", "b") < 0, locale.strcoll("a", "a"), locale.strcoll("b", "a") > 0)
