"""gettext without any translations."""
import gettext, sys
print(gettext.gettext("hi"), gettext.ngettext("a","b",1), gettext.ngettext("a","b",2), gettext.pgettext("c","m"))
try: gettext.translation("x")
except FileNotFoundError as e: print(e, e.errno)
t = gettext.translation("x", fallback=True)
_ = t.gettext
print(_("x"), t.ngettext("a","b",3), t.info(), t.charset(), gettext.textdomain(), gettext.textdomain("app"), gettext.find("x"), gettext.find("x", all=True))
gettext.install("app")
print(__builtins__._("y"))
