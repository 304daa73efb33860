# assertLogs: what is logged in a with statement is kept, and not shown.

import logging
from collections import namedtuple

_LoggingWatcher = namedtuple("_LoggingWatcher", ["records", "output"])


class _Keeper(logging.Handler):
    def __init__(self):
        super().__init__()
        self.watcher = _LoggingWatcher([], [])

    def flush(self):
        pass

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class Logs:
    def __init__(self, test_case, logger_name, level, wanted):
        self.test_case, self.logger_name, self.wanted = test_case, logger_name, wanted
        self.level = getattr(logging, level) if isinstance(level, str) else level or logging.INFO

    def __enter__(self):
        logger = self.logger_name
        self.logger = logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        keeper = _Keeper()
        keeper.setLevel(self.level)
        keeper.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.watcher = keeper.watcher
        self._old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers, logger.propagate = [keeper], False
        logger.setLevel(self.level)
        return keeper.watcher if self.wanted else None

    def __exit__(self, kind, value, traceback):
        self.logger.handlers, level, self.logger.propagate = self._old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        count = len(self.watcher.records)
        if self.wanted and not count:
            self._fail("no logs of level {} or higher triggered on {}".format(logging.getLevelName(self.level),
                                                                                self.logger.name))
        if not self.wanted and count:
            self._fail("Unexpected logs found: {!r}".format(self.watcher.output))

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(None, text))
