# warn() works, and warns of itself; a format is looked at when the Formatter is made.
import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s", stream=sys.stdout)
log = logging.getLogger("x")
log.warn("a %d", 3)
logging.warn("b")
logging.LoggerAdapter(log, {}).warn("c")
formats = {"%": ("%(message)s", "plain", "%(x)Z", "%%", "%(a)5.2f", "%(asctime)-8s %(q"),
           "{": ("{message}", "{}", "{a.b[0]!r:>10}", "{a!z}", "{a:bad}", "{a:{w}.{p}f}", "none", "{a", "{a b}"),
           "$": ("$message", "${m}", "$", "$$ none", "x")}
for style, texts in formats.items():
    for text in texts:
        try:
            logging.Formatter(text, style=style)
            print(style, text)
        except ValueError as e:
            print(style, text, "-", e)
print(logging.Formatter("none", validate=False).usesTime())
