# logging.config.dictConfig: handlers, formatters, filters and levels as one dict.
import logging
import logging.config
import sys


class Short(logging.Formatter):
    def format(self, record):
        return "<" + record.getMessage() + ">"


class OnlyOdd(logging.Filter):
    def __init__(self, word="odd"):
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


early = logging.getLogger("early")
kept = logging.getLogger("app.kept")
below = logging.getLogger("app.db.pool")
CONFIG = {
    "version": 1,
    "formatters": {
        "plain": {"format": "%(levelname)-8s %(name)s: %(message)s"},
        "braces": {"format": "{name}|{message}", "style": "{"},
        "short": {"()": "__main__.Short"},
    },
    "filters": {"odd": {"()": OnlyOdd, "word": "odd"}, "named": {"name": "app"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "plain", "level": "INFO", "stream": "ext://sys.stdout"},
        "brief": {"class": "logging.StreamHandler", "formatter": "short", "filters": ["odd"], "stream": "ext://sys.stdout"},
    },
    "loggers": {
        "app": {"level": "DEBUG", "handlers": ["brief"]},
        "app.db": {"level": "WARNING", "handlers": ["out"], "propagate": False},
    },
    "root": {"level": "WARNING", "handlers": ["out"]},
}
logging.config.dictConfig(CONFIG)
logging.getLogger("app").debug("odd and low")
logging.getLogger("app").warning("even")
logging.getLogger("app.db").info("not shown")
logging.getLogger("app.db").error("once")
below.error("from below")
early.error("disabled")
kept.warning("kept, odd")
logging.getLogger("other").info("not shown")
logging.getLogger("other").warning("by the root")
print(early.disabled, kept.disabled, below.disabled, [h.name for h in logging.root.handlers], logging.root.level)

logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "root": {"level": "INFO", "handlers": ["h"]},
                           "formatters": {"f": {"format": "[%(message)s]"}},
                           "handlers": {"h": {"class": "logging.StreamHandler", "stream": sys.stdout, "formatter": "f"}}})
early.info("back again")
print(len(logging.getLogger("app").handlers), early.disabled)

for wrong in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "logging.NoSuch"}}},
              {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "none"}}},
              {"version": 1, "root": {"handlers": ["none"]}}, {"version": 1, "loggers": {"a": {"level": "LOUD"}}}):
    try:
        logging.config.dictConfig(wrong)
    except ValueError as e:
        print(e)
