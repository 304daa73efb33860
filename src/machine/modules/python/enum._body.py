# What stands in the body of an enum, and the namespace that finds the members among it.

import sys
from _library import warn_deprecated
from types import DynamicClassAttribute

_plain_property = property
_version = sys.version_info[:2]


class nonmember:
    """Keeps a value from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value a member that would not be one."""

    def __init__(self, value):
        self.value = value


class _Unset:
    def __repr__(self):
        return "_auto_null"


_auto_null = _Unset()


class auto:
    """The next value, whatever that is for the class."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(DynamicClassAttribute):
    """A property of the members that leaves the name free for a member."""

    member = found = None
    name = clsname = None

    def __get__(self, instance, ownerclass=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        if instance is not None and self.found is not None:
            return getattr(instance._value_, self.name)
        if self.member is not None:
            return self.member
        raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


# ---- names -------------------------------------------------------------------------------------


def _has_no_more_marks(inner):
    return inner != "" and inner[0] != "_" and inner[-1] != "_"


def _is_dunder(name):
    return name[:2] == "__" == name[-2:] and _has_no_more_marks(name[2:-2])


def _is_sunder(name):
    return name[:1] == "_" == name[-1:] and _has_no_more_marks(name[1:-1])


def _is_private(cls_name, name):
    """Has it been mangled, or written as if it had?"""
    mark = f"_{cls_name}__"
    return name.startswith(mark) and name != mark and not name.endswith("__")


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_nested_class(cls_name, value):
    """Was the class written in the body?  Up to 3.12 it is a member nevertheless."""
    return isinstance(value, type) and value.__qualname__.endswith(f"{cls_name}.{value.__name__}")


_HOOKS = {"_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
          "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_"}
if _version >= (3, 13):
    _HOOKS |= {"_add_alias_", "_add_value_alias_"}


class EnumDict(dict):
    """The namespace of an enum's body: notes which names are members."""

    def __init__(self):
        super().__init__()
        self._member_names, self._last_values, self._ignore = {}, [], []
        self._cls_name, self._auto_called = None, False

    def __setitem__(self, key, value):
        nested = _is_nested_class(self._cls_name, value)
        if nested and _version < (3, 13):
            warn_deprecated("In 3.13 classes created inside an enum will not become a member.  "
                            "Use the `member` decorator to keep the current behavior.")
            nested = False
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._hook(key, value)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) or nested:
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self._new_value(key, value.value if isinstance(value, member) else value)
        super().__setitem__(key, value)

    def _hook(self, key, value):
        if key not in _HOOKS and not (_version >= (3, 13) and key.startswith("_repr_")):
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = getattr(value, "__func__", value)
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return value

    def _resolve(self, key, part):
        if part.value is _auto_null:
            part.value = self._generate_next_value(key, 1, len(self._member_names),
                                                   self._last_values[:])
            self._auto_called = True
        self._last_values.append(part.value)
        return part.value

    def _new_value(self, key, value):
        if isinstance(value, auto):
            value = self._resolve(key, value)
        elif isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
            parts = [self._resolve(key, part) if isinstance(part, auto) else part for part in value]
            try:
                value = type(value)(parts)
            except TypeError:
                value = type(value)(*parts)
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    @_plain_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        pairs = [(k, members[k]) for k in members.keys()] if hasattr(members, "keys") else members
        for name, value in pairs:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value
