# locale: how people elsewhere write numbers and sort words.
#
# The system that a program sees has two locales, "C" and "C.UTF-8", which differ in nothing that shows here:
# setting another one fails, as it does wherever it is not installed.

from builtins import str as _builtin_str
from sys import version_info as _version

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
_NAMES = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "LC_PAPER", "LC_NAME",
          "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION")
_INSTALLED = {"C": "C", "POSIX": "C", "": "C.UTF-8", "C.UTF-8": "C.UTF-8", "C.utf8": "C.utf8"}
_set = dict.fromkeys(_NAMES, "C")
_set["LC_CTYPE"] = "C.UTF-8"

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll",
           "strxfrm", "str", "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE",
           "LC_MESSAGES", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX", "getencoding"]


class Error(Exception):
    pass


def _category(category):
    """The names of what a category consists of."""
    if category == LC_ALL:
        return _NAMES
    if not 0 <= category < LC_ALL:
        raise Error("unsupported locale setting")
    return _NAMES[category],


def setlocale(category, locale=None):
    """Sets a locale, or says which one is set."""
    names = _category(category)
    if locale is not None:
        if not isinstance(locale, _builtin_str):
            locale = _joined(*locale)
        if locale not in _INSTALLED:
            raise Error("unsupported locale setting")
        for name in names:
            _set[name] = _INSTALLED[locale]
    found = [_set[name] for name in names]
    if len(set(found)) == 1:
        return found[0]
    return ";".join([f"{name}={value}" for name, value in zip(names, found)])


def _joined(language, encoding):
    """'en_US.UTF-8' of a pair."""
    return (language or "C") + ("." + encoding if encoding else "")


def normalize(localename):
    if localename not in _INSTALLED:
        from _machine import refuse
        refuse("locale.normalize() of a locale that is not installed")
    return "C" if localename == "POSIX" else localename


def getlocale(category=LC_CTYPE):
    """(language, encoding) of a category."""
    if category == LC_ALL and ";" in setlocale(LC_ALL):
        raise TypeError("category LC_ALL is not supported")
    language, dot, encoding = setlocale(category).partition(".")
    if not dot:
        return None, None
    return language if _version >= (3, 12) else "en_US", "UTF-8"


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    from _machine import refuse
    refuse("locale.getdefaultlocale")


def getencoding():
    return "UTF-8"


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def localeconv():
    """The conventions of the C locale."""
    texts = ("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep", "mon_grouping",
             "positive_sign", "negative_sign", "int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space",
             "n_cs_precedes", "n_sep_by_space", "p_sign_posn", "n_sign_posn", "decimal_point", "thousands_sep",
             "grouping")
    found = {}
    for name in texts:
        found[name] = [] if "grouping" in name else "" if name in texts[:7] or name == "thousands_sep" else CHAR_MAX
    found["decimal_point"] = "."
    return found


def strcoll(os1, os2, /):
    """Below, at or above 0: how two texts are ordered."""
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    return string


def format_string(f, val, grouping=False, monetary=False):
    """f % val; the C locale groups no digits."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """A float, with the locale's decimal point."""
    return "%.12g" % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))
