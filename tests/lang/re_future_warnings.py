import re

for p in ['[[a]', '[a[b]', '[a&&b]', '[a~~b]', '[a||b]', '[--a]', '[]--]', '[&&]', '[a-z&&[x]']:
    print(p)
    try:
        print(re.compile(p).findall('a-[]&b~|'))
    except re.error as e:
        print(e)
re.compile('[[x]')
