# What functools and contextlib share: decorators that look like what they decorate.

from sys import version_info

__name__ = "functools"  # what update_wrapper() says of where it is from

_nothing = object()
_builtins = (type(len), type)
_function = type(lambda: None)

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
if version_info >= (3, 12):
    WRAPPER_ASSIGNMENTS += ("__type_params__",)
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        if name == "__doc__" and type(wrapper) is not _function and type(wrapped) in _builtins:
            continue  # the docstrings of builtins are not simulated
        value = getattr(wrapped, name, _nothing)
        if value is not _nothing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper
