# What ContextVar and Context may be made of: nothing else, and nothing is derived from them.
import contextvars

for make in (lambda: contextvars.ContextVar(), lambda: contextvars.ContextVar(1), lambda: contextvars.ContextVar("a", 3),
             lambda: contextvars.ContextVar("a", default=3).get(), lambda: contextvars.Context(1),
             lambda: contextvars.Context(a=1), lambda: len(contextvars.Context()),
             lambda: type("C", (contextvars.Context,), {}), lambda: type("V", (contextvars.ContextVar,), {}),
             lambda: type("T", (contextvars.Token,), {}), lambda: contextvars.Token()):
    try:
        print(make())
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
