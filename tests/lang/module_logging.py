import logging, sys
logging.warning("to the root %s", "logger")
logging.info("not shown")
logging.error("an error with %d args: %s", 2, [1])
log = logging.getLogger("app.db")
app = logging.getLogger("app")
print(log.parent is app, app.parent is logging.root, logging.getLogger("app.db") is log, log, app, logging.getLogger())
log.warning("propagates")
app.setLevel(logging.DEBUG)
print(log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(20), logging.getLevelName("ERROR"), logging.getLevelName(15))
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[%(levelname)-8s] %(name)s:%(funcName)s:%(lineno)d %(message)s (%(filename)s %(module)s)"))
app.addHandler(handler)
app.propagate = False
def work(n):
    log.debug("working on %r", n)
    try:
        1 / n
    except ZeroDivisionError:
        log.exception("failed")
        log.error("with info", exc_info=True)
work(0)
class Only(logging.Filter):
    def filter(self, record):
        return "secret" not in record.getMessage()
handler.addFilter(Only())
app.info("a secret"); app.info("no s3cret"); app.critical("bad %(what)s", {"what": "thing"})
for style, fmt in (("{", "{levelname} {message!r:>12}"), ("$", "$levelname/$message")):
    handler.setFormatter(logging.Formatter(fmt, style=style))
    log.warning("styled")
class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__(logging.ERROR)
        self.records = []
    def emit(self, record):
        self.records.append(record)
lh = ListHandler()
app.addHandler(lh)
app.warning("below"); app.error("kept", extra={"user": "ada"})
print(len(lh.records), lh.records[0].user, lh.records[0].levelno, repr(lh), handler.level)
logging.addLevelName(25, "NOTICE")
app.log(25, "custom level")
logging.disable(logging.WARNING)
app.warning("disabled"); app.error("enabled")
logging.disable(logging.NOTSET)
quiet = logging.getLogger("quiet")
quiet.addHandler(logging.NullHandler())
adapter = logging.LoggerAdapter(app, {"user": "bob"})
handler.setFormatter(logging.Formatter("%(user)s says %(message)s"))
adapter.error("hello")
try:
    app.setLevel("LOUD")
except ValueError as e:
    print(e)
logging.basicConfig(level=logging.DEBUG)
logging.debug("still at warning")
logging.basicConfig(level=logging.DEBUG, format="%(levelname)s|%(message)s", force=True)
logging.debug("now shown")
print(quiet.getChild("x").name, app.hasHandlers(), logging.root.handlers)
