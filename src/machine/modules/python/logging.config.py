# logging.config: handlers, formatters and levels as one dict.

import logging
import sys


def _resolved(name):
    """What a dotted name stands for."""
    parts = name.split(".")
    found = __import__(parts[0])
    for i, part in enumerate(parts[1:], 2):
        try:
            found = getattr(found, part)
        except AttributeError:
            if found is logging and part not in ("config", "handlers") or not hasattr(found, "__path__"):
                raise
            __import__(".".join(parts[:i]))
            found = getattr(found, part)
    return found


def _value(value):
    """A value of the dict; ext:// names something that is imported."""
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(map(_value, value))
    if not isinstance(value, str):
        return value
    if value.startswith("ext://"):
        return _resolved(value[len("ext://"):])
    if value.startswith("cfg://"):
        from _machine import refuse
        refuse("cfg:// in logging.config")
    return value


def _called(settings):
    """Of a section with "()": the factory called with the rest, and the attributes under "." set."""
    factory, attributes = settings.pop("()"), settings.pop(".", None)
    made = (factory if callable(factory) else _resolved(factory))(**settings)
    for name, value in (attributes or {}).items():
        setattr(made, name, value)
    return made


class DictConfigurator:
    """Does what a dict says."""

    def __init__(self, config):
        self.config = config

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.get("incremental"):
            from _machine import refuse
            refuse("an incremental logging configuration")
        self.formatters = self._section("formatters", "formatter", self._formatter)
        self.filters = self._section("filters", "filter", self._filter)
        logging.root.handlers[:] = []
        self.handlers = {}
        self._section("handlers", "handler", self._handler, self.handlers)
        self._loggers(config.get("loggers", {}), config.get("disable_existing_loggers", True))
        if config.get("root"):
            with _Told("root logger"):
                self._set(logging.root, config["root"])

    def _section(self, key, what, make, made=None):
        made = {} if made is None else made
        settings = self.config.get(key, {})
        for name in sorted(settings):
            with _Told(f"{what} {name!r}"):
                made[name] = make(_value(dict(settings[name])), name)
        return made

    def _formatter(self, settings, name):
        if "()" in settings:
            return _called(settings)
        cls = _resolved(settings["class"]) if settings.get("class") else logging.Formatter
        more = {key: settings[key] for key in ("validate", "defaults") if key in settings}
        return cls(settings.get("format"), settings.get("datefmt"), settings.get("style", "%"), **more)

    def _filter(self, settings, name):
        return _called(settings) if "()" in settings else logging.Filter(settings.get("name", ""))

    def _handler(self, settings, name):
        formatter, level = settings.pop("formatter", None), settings.pop("level", None)
        filters = settings.pop("filters", None)
        attributes = settings.pop(".", None)
        if "()" in settings:
            handler = _called(settings)
        else:
            handler = _resolved(settings.pop("class"))(**settings)
        if formatter:
            if formatter not in self.formatters:
                raise ValueError(f"Unable to set formatter {formatter!r}")
            handler.setFormatter(self.formatters[formatter])
        if level is not None:
            handler.setLevel(level)
        self._add_filters(handler, filters)
        for attribute, value in (attributes or {}).items():
            setattr(handler, attribute, value)
        handler.name = name
        return handler

    def _add_filters(self, to, filters):
        for f in filters or ():
            to.addFilter(f if callable(f) or hasattr(f, "filter") else self.filters[f])

    def _set(self, logger, settings):
        if settings.get("level") is not None:
            logger.setLevel(settings["level"])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in settings.get("handlers") or ():
            try:
                logger.addHandler(self.handlers[name])
            except KeyError as e:
                raise ValueError(f"Unable to add handler {name!r}") from e
        self._add_filters(logger, settings.get("filters"))

    def _loggers(self, settings, disable):
        known = set(logging.root.manager.loggerDict)
        parents = {name[:i] for name in known for i in range(len(name) + 1) if name[i:i + 1] in ("", ".")}
        for name in settings:
            with _Told(f"logger {name!r}"):
                logger = logging.getLogger(name)
                self._set(logger, settings[name])
                logger.disabled = False
                if settings[name].get("propagate") is not None:
                    logger.propagate = settings[name]["propagate"]
        for name in known.difference(settings):
            logger = logging.root.manager.loggerDict[name]
            if any(name.startswith(parent + ".") for parent in settings if parent in parents):
                logger.setLevel(logging.NOTSET)
                logger.handlers, logger.propagate = [], True
            else:
                logger.disabled = disable


class _Told:
    """What goes wrong inside is told of the thing that could not be made."""

    def __init__(self, what):
        self.what = what

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if isinstance(error, Exception):
            raise ValueError(f"Unable to configure {self.what}") from error


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Sets logging up as a dict says."""
    dictConfigClass(config).configure()
