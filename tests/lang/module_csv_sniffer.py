# Guessing how a table is written, and whether it has a header.
import csv, random, re
samples = ['a,b,c\n1,2,3\n4,5,6\n', 'a;b;c\n1;2;3\n', 'a\tb\n1\t2\n', "name, age\nBob, 3\nAl, 5\n", '"a","b"\n"1","2"\n', "'a';'b'\n'it''s';'x'\n",
 '"one"\n"two"\n', 'x', '', 'abc\ndef\n', 'a b c\nd e f\n', 'a:b:c\nd:e:f\n', '"a ""q"" b", 2\n"x", 3\n', 'k|v\n1|2\n3|4\n', "a,b\n" * 30 + 'odd line\n',
 'year,month\n2000,1\n2001,12\n', 'Harry\'s;3\nAl\'s;4\n', '10:00,5\n11:00,6\n', 'id,name,score\n1,Ann,3.5\n2,Bob,4\n3,Cy,5\n', 'a,"b\nc",d\n1,"2",3\n', '1.5,2\n3,4\n', 'aa,bb\ncc,dd\nee,ff\n',
 '\n\n', 'a,b;c\nd,e;f\n', "x 'y' z\n", '"a"|"b"\n"c"|"d"\n', 'tel: 1, x: 2\ntel: 3, x: 4\n', 'date,val\n' + ''.join(f'2020-01-{i:02d},{i}\n' for i in range(1, 30))]
rnd = random.Random(4)
for _ in range(80):
    d = rnd.choice(',;\t|: ')
    q = rnd.choice(['', '"', "'"])
    samples.append('\n'.join(d.join(q + rnd.choice(['abc', '12', 'x y', '3.5', 'q,r', '']) + q for _ in range(rnd.choice([2, 3, 3, 3]))) for _ in range(rnd.randrange(1, 25))))
for s in samples:
    for delims in (None, ',;', '|\t'):
        try:
            d = csv.Sniffer().sniff(s, delims) if delims else csv.Sniffer().sniff(s)
            print(repr(d.delimiter), repr(d.quotechar), d.doublequote, d.skipinitialspace, repr(d.lineterminator), d.quoting, d._name, end=' ')
            print(list(csv.reader(s.splitlines(), d))[:2] if d.delimiter != d.quotechar else '')
        except csv.Error as e:
            print('Error', e)
    try: print(csv.Sniffer().has_header(s))
    except (csv.Error, StopIteration, ValueError) as e: print(type(e).__name__, e)
d = csv.Sniffer().sniff('a;b\n1;2')
print(d, d.__mro__[1], csv.Sniffer().preferred, 'Sniffer' in csv.__all__)
