"""HTMLParser: tags, references, comments, and what is broken or comes in pieces."""
from html.parser import HTMLParser
import html.parser
class P(HTMLParser):
    def __init__(self, **k):
        super().__init__(**k)
    def __getattribute__(self, n):
        return super().__getattribute__(n)
def tell(name):
    def f(self, *a): print("  ", name, a, self.getpos())
    return f
for n in "starttag endtag charref entityref data comment decl pi".split(): setattr(P, "handle_"+n, tell(n))
P.unknown_decl = tell("unknown")
docs = ["<html><head><title>Test</title></head><body class='a b' ID=x disabled><p>Hi &amp; bye &#65;&#x42; &lt<br/><img src=a.png alt=\"x y\"/></p></body></html>",
"<!DOCTYPE html>\n<!-- c --><?php x?><![CDATA[abc]]><!ELEMENT x><!-- a -- >", "<script>if (a<b && c) {}</script><style>p{}</style>", "text only", "a < b > c &", "<a href='x>y'>t</a >", "<a b=c,d e='f'g>", "<a/b/c=d/>", "</>x</ p></3>", "<>x<3", "&#xyz; &; &", "<p\n  class=x\n>\nline\n</p\n>", "<A B=C D='E' F>", "<div/><div / ><div  x = 'y' />", "<!bogus>x<!>", "<textarea><b></textarea>", "&copy;&eacute;&amp", "<a href=\"?a=1&amp;b=2\">", "<x y=''>", "<x =a>", "<x a==b c=\"d\"e=f>", "é<ü>ß</ü>"]
for d in docs:
    for cc in (True, False):
        print(repr(d), cc)
        p = P(convert_charrefs=cc); p.feed(d); p.close(); print("  ", p.getpos(), p.rawdata, p.get_starttag_text())
for cut in range(0, 60, 7):
    p = P(); d = docs[0]; p.feed(d[:cut]); print("--", cut, repr(p.rawdata)); p.feed(d[cut:]); p.close()
# What is left open is kept until more comes; what close() makes of it, patched Pythons tell otherwise.
for bad in "<a", "<!--", "<", "</", "</a", "<?", "<!", "&#", "&#6", "&am", "<a b", "<a b=", "<a b='":
    p = P()
    p.feed(bad)
    print(repr(bad), repr(p.rawdata))
class L(HTMLParser):
    links = []
    def handle_starttag(self, tag, attrs):
        if tag == "a": self.links.append(dict(attrs).get("href"))
l = L(); l.feed('<a href="http://x.y/?q=1&amp;r=2">a</a><A HREF=z>'); print(l.links, HTMLParser.CDATA_CONTENT_ELEMENTS, html.parser.__name__)
