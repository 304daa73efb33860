import re


def show(x):
    if isinstance(x, re.Match):
        return x, x.groups(), x.groupdict(), x.lastindex, x.lastgroup, x.regs
    return x


patterns = [
    'a.c',
    '[^a]',
    '[^\\n]',
    '',
    '((a)(b)?)+',
    '(\\w+)\\s(\\w+)',
    '(?P<y>\\d{4})-(?P<m>\\d\\d)',
    '^(\\w+)\\1$',
    '(.)(.)\\2\\1',
    '\\bfoo\\b',
    '(?<![\\w.])\\d+',
    'a(?=b(?=c))',
    '(?:x(?:y(?:z)?)?)?$',
    'a|b',
    'a|ab',
    'ab|a',
    '(a|ab)(c|bcd)(d*)',
    'a||b',
    '(|a)',
    '(a|)',
    '(a|b|)+',
    '(?:(a)|b)*',
    '(?:(a)|(b)|c)*',
    '(a)|(b)',
    '(?:a|b)+c',
    '(a)?(?(1)b|c)',
    '(?<=ab|cd)e',
    '(?:a|ab){2}+c',
    '(a|b)*',
    '|',
    '(?:abc|abd|x)y',
    '(?i:a|B)c',
    'foo|bar|baz',
    '(?P<a>x)|(?P<b>y)',
    '(?:a(?P<in>b)?c)+',
    'x*|y',
    '(?=(a+))\\1',
    '(?=(a))(?=(ab))',
    '(?!(a))b',
    '(a(?=b))',
    '((((a))))',
    '(?:a{0,2}){0,2}',
    '(a{0,2}){0,2}?b',
    '(?:a?)*?b',
    '(?:a?)+?$',
    '(?:(?:a|b)*?c)*',
    '(.*?)(\\d+)',
    '(.*)(\\d+)',
    '".*?"',
    "'([^'\\\\]|\\\\.)*'",
    '(?:(?:a)(b)?)*',
    '(\\w)+',
    '(?:(\\w),?)*',
]
subjects = ['', 'a', 'b', 'aa', 'ab', 'abc', 'abcd', 'aab', 'aaa', 'ba', 'abab', 'cab', 'xyz', 'xy', 'A', 'aB', 'foo bar', '2024-05', 'abba', 'a\nb', '\n', 'c', 'é', '"x" "y"', 'cde', 'bcx', 'a1b22', 'a,b,c', 'aaabc']
for p in patterns:
    c = re.compile(p)
    print(repr(p), c.groups, dict(c.groupindex), c.flags)
    for s in subjects:
        print(' ', repr(s), show(c.search(s)), c.match(s), c.fullmatch(s), c.findall(s), c.split(s))
        print('   ', c.sub('<\\g<0>>', s), [m.span() for m in c.finditer(s)])
