# Lines of files, by number: of the program's own file, and of those it has written.

_cache = {}


def getlines(filename, module_globals=None):
    if filename not in _cache:
        try:
            with open(filename) as file:
                _cache[filename] = [line if line.endswith("\n") else line + "\n" for line in file]
        except (OSError, UnicodeDecodeError):
            return []
    return _cache[filename]


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def clearcache():
    _cache.clear()


def checkcache(filename=None):
    _cache.clear() if filename is None else _cache.pop(filename, None)
