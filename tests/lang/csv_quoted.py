# What stands in quotes, whole and in part; lines that end in every way; other dialects.
import csv
import io

lines = ['a,"b,c",d\n', '"x ""y"" z","",1\r\n', '"open\n', 'closed",2\n', 'half"quoted,"q"tail,3\n', '\n', ',\n', '""\n',
         '"a"\n', ' "b",c\n', "last"]
reader = csv.reader(lines)
for row in reader:
    print(reader.line_num, row)
for text in ('"a\r\nb",c\r\nd', 'a\rb', 'a,b\r', '"a","b"x\n', '"a', 'a\n\nb\n', '"",""\n', '"a"" b",""""\n'):
    try:
        print(repr(text), list(csv.reader(io.StringIO(text, newline=""))))
    except csv.Error as e:
        print(repr(text), e)
for options in ({"delimiter": ";"}, {"quotechar": "'"}, {"escapechar": "\\"}, {"doublequote": False},
                {"quoting": csv.QUOTE_NONE}, {"quoting": csv.QUOTE_NONNUMERIC}, {"skipinitialspace": True},
                {"strict": True}, {"delimiter": "]", "quotechar": "^"}, {"quotechar": None, "quoting": csv.QUOTE_NONE}):
    for text in ('1;2,"3;""4""",\'5,6\'', "1, 2,]^3]^", '"7\\"8",9'):
        try:
            print(options, list(csv.reader([text], **options)))
        except (csv.Error, ValueError) as e:
            print(options, type(e).__name__, e)
old = csv.field_size_limit(3)
for text in ("abc,de", "abcd,e", '"abcd",e'):
    try:
        print(list(csv.reader([text])))
    except csv.Error as e:
        print(e)
csv.field_size_limit(old)
out = io.StringIO()
for options in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": "\t"}, {"lineterminator": "!\n"},
                {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}):
    w = csv.writer(out, **options)
    w.writerow(["plain", 'a "quote"', "comma, and", "line\nend", 1.5, None, "tab\t", "back\\slash", "ex!"])
print(out.getvalue())
print([dict(row) for row in csv.DictReader(['n,"t u"', '1,"x, y"', '2', '3,4,5'])])
