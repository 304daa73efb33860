import re


def show(x):
    if isinstance(x, re.Match):
        return x, x.groups(), x.groupdict(), x.lastindex, x.lastgroup, x.regs
    return x


patterns = [
    '(?x: a b )c',
    '\\d',
    '\\D',
    '\\s',
    '\\S',
    '\\w',
    '\\W',
    '\\b',
    '\\B',
    '\\A',
    '\\Z',
    '\\a\\f\\n\\r\\t\\v',
    '\\\\',
    '\\x41',
    '\\u0041',
    '\\U00000041',
    '\\0',
    '\\01',
    '\\012',
    '\\08',
    '\\377',
    '\\_',
    '\\é',
    '[]]',
    '[^]]',
    '[a-z]',
    '[a-]',
    '[-a]',
    '[a\\-z]',
    '[\\w]',
    '[^\\w\\s]',
    '[\\x41-\\x43]',
    '[\\b]',
    '[\\0]',
    '[^^]',
    '[a^]',
    '[\\]]',
    '[\\\\]',
    '[.]',
    '[*+]',
    '[é-ü]',
    '(?:a*)*',
    '(?:)*',
    '^',
    '$',
    '^$',
    '^a$',
    'a$',
    '\\Aa\\Z',
    '.',
    '.*',
    '.+?',
]
subjects = ['', 'a', 'b', 'aa', 'ab', 'abc', 'abcd', 'aab', 'aaa', 'ba', 'abab', 'cab', 'xyz', 'xy', 'A', 'aB', 'foo bar', '2024-05', 'abba', 'a\nb', '\n', 'c', 'é', '"x" "y"', 'cde', 'bcx', 'a1b22', 'a,b,c', 'aaabc']
for p in patterns:
    c = re.compile(p)
    print(repr(p), c.groups, dict(c.groupindex), c.flags)
    for s in subjects:
        print(' ', repr(s), show(c.search(s)), c.match(s), c.fullmatch(s), c.findall(s), c.split(s))
        print('   ', c.sub('<\\g<0>>', s), [m.span() for m in c.finditer(s)])
