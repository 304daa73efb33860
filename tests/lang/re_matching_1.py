import re


def show(x):
    if isinstance(x, re.Match):
        return x, x.groups(), x.groupdict(), x.lastindex, x.lastgroup, x.regs
    return x


patterns = [
    'a',
    'ab',
    'abc',
    'a*',
    'a+',
    'a?',
    'a*?',
    'a+?',
    'a??',
    'a{2}',
    'a{2,}',
    'a{,2}',
    'a{1,2}',
    'a{1,2}?',
    'a{,}',
    'a{x',
    'a{1',
    'a{1,',
    '(a)',
    '(a)*',
    '(a*)*',
    '(a*)+',
    '(?P<n>a)(?P=n)',
    '(?P<x>a)',
    '(b)',
    '(a)\\1',
    '(?=a)b',
    '(?=a)a',
    '(?!a)b',
    '(?!)',
    '(?<=a)b',
    '(?<!a)b',
    '(?<=(a))b',
    '(?#comment)a',
    '(?>a*)a',
    '(?>a*)b',
    'a*+a',
    'a*+b',
    'a++',
    'a?+a',
    '(?:ab)*+',
    'a{1,2}+a',
    '(a)?(?(1)b)',
    'b',
    '(?i)A',
    '(?i:A)b',
    '(?-i:a)',
    '(?a)\\w',
    '(?u)a',
    '(?x) a b # c',
    '(?s).',
    '(?m)^a',
]
subjects = ['', 'a', 'b', 'aa', 'ab', 'abc', 'abcd', 'aab', 'aaa', 'ba', 'abab', 'cab', 'xyz', 'xy', 'A', 'aB', 'foo bar', '2024-05', 'abba', 'a\nb', '\n', 'c', 'é', '"x" "y"', 'cde', 'bcx', 'a1b22', 'a,b,c', 'aaabc']
for p in patterns:
    c = re.compile(p)
    print(repr(p), c.groups, dict(c.groupindex), c.flags)
    for s in subjects:
        print(' ', repr(s), show(c.search(s)), c.match(s), c.fullmatch(s), c.findall(s), c.split(s))
        print('   ', c.sub('<\\g<0>>', s), [m.span() for m in c.finditer(s)])
