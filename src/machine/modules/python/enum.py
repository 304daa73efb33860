# enum: classes whose attributes are a fixed set of values.
#
# The body of the class is run in an EnumDict (enum._body), which tells members from methods; EnumType
# then makes the class without them and adds one after the other: a member is made, its value set, an
# alias found if the value is there already. Flags are enums of bits: a combination that nobody has
# named is made when it is first asked for, and what becomes of unknown bits is the boundary's.

import sys
from types import DynamicClassAttribute, MappingProxyType
from builtins import property as _plain_property
from _library import warn_deprecated as _warn_deprecated
from _machine import caller_name, counted
from _operator import or_ as _or
from enum._body import EnumDict, auto, _is_dunder, member, nonmember, property

_EnumDict = EnumDict
_bin = bin
_version = sys.version_info[:2]

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum",
           "auto", "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT",
           "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr", "global_str",
           "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE"]
if _version >= (3, 13):
    __all__.append("EnumDict")

# These do not exist yet while the classes of this module are made.
Enum = Flag = EJECT = KEEP = STRICT = CONFORM = None


# ---- the metaclass -----------------------------------------------------------------------------


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _next_of_old(values, start):
    """What auto() gives up to 3.12: one more than the last value, or else than any that can be
    added to, the largest first (the smallest in 3.11.2); 3.13 is announced where that will be another."""
    last = values[-1]
    try:
        values.sort()
        if last == values[-1]:
            return last + 1
    except TypeError:
        pass
    _warn_deprecated("In 3.13 the default `auto()`/`_generate_next_value_` will require all values "
                     "to be sortable and support adding +1\nand the value returned will be the "
                     "largest value in the enum incremented by 1")
    upwards = sys.version_info < (3, 11, 3)
    for value in values if upwards else reversed(values):
        try:
            return value + 1
        except TypeError:
            pass
    return start


def _bits(value):
    """The powers of two in a number, the least first."""
    while value:
        bit = value & -value
        yield bit
        value ^= bit


_not_given = object()


def _lineage(bases):
    """All classes that a class with these bases descends from, some more than once."""
    return [ancestor for base in bases for ancestor in base.__mro__]


def _data_type(base):
    """The type of the members' values that one base brings along."""
    mixin = None  # a plain class in front of the one that makes values stands for both
    for ancestor in base.__mro__:
        if isinstance(ancestor, EnumType):
            if ancestor._member_type_ is not object:
                return ancestor._member_type_
        elif ancestor is not object:
            mixin = mixin or ancestor
            if "__new__" in ancestor.__dict__ or "__dataclass_fields__" in ancestor.__dict__:
                return mixin
    return None


class EnumType(type):
    """The type of enums: its calls look members up, or make enums."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict()
        namespace._cls_name = cls
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        for key in [*classdict.get("_ignore_", ()), "_ignore_"]:
            classdict.pop(key, None)
        names = classdict._member_names
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError("invalid enum member name(s) " + ",".join(repr(n) for n in invalid))
        order = classdict.pop("_order_", None)
        body = dict(classdict.items())
        generate = body.get("_generate_next_value_")
        if generate is not None and type(generate) is not staticmethod:
            body["_generate_next_value_"] = staticmethod(generate)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(body, member_type, first_enum)
        values = {name: body.pop(name) for name in names}
        body.update(_new_member_=new, _use_args_=use_args, _member_names_=[], _member_map_={},
                    _value2member_map_={}, _unhashable_values_=[], _member_type_=member_type,
                    _value_repr_=metacls._find_data_repr_(cls, bases),
                    _boundary_=boundary or getattr(first_enum, "_boundary_", None),
                    _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None)
        made = super().__new__(metacls, cls, bases, body, **kwds)
        for name, value in values.items():
            made._new_member(name, value)
        made._choose_methods(body, member_type, first_enum)
        if Enum is not None and save_new:
            made.__new_member__ = new
        if Enum is not None:
            made.__new__ = Enum.__new__
        if Flag is not None and issubclass(made, Flag):
            made._finish_flag()
        if order is not None:
            made._check_order(order)
        return made

    def _new_member(cls, name, value):
        """Makes a member of a value, or finds the one that it is an alias of."""
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, "_value_"):
            if cls._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        other = cls._find_equal(value)
        flag = Flag is not None and issubclass(cls, Flag)
        if other is not None:
            made = other
        elif not flag:
            cls._member_names_.append(name)
        elif isinstance(value, int):
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
                cls._member_names_.append(name)
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        else:
            cls._member_names_.append(name)
        cls._bind(name, made)
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _find_equal(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for made in cls._member_map_.values():
                if made._value_ == value:
                    return made
        return None

    def _shadowed(cls, name):
        """What members find by that name in the bases: a property, or else the first descriptor."""
        first = None
        for base in cls.__mro__[1:]:
            found = base.__dict__.get(name)
            if isinstance(found, (property, DynamicClassAttribute)):
                return found
            if found is not None and _version < (3, 12):
                return None
            if first is None and hasattr(type(found), "__get__"):
                first = found
        return first

    def _bind(cls, name, made):
        """The member becomes an attribute; a property of that name in a base goes on working, and
        so does since 3.12 any other descriptor."""
        found = cls._shadowed(name)
        if found is None:
            type.__setattr__(cls, name, made)
        else:
            redirect = property(getattr(found, "fget", None), getattr(found, "fset", None),
                                getattr(found, "fdel", None))
            redirect.member, redirect.found = made, found
            redirect.__set_name__(cls, name)
            type.__setattr__(cls, name, redirect)
        cls._member_map_[name] = made

    def _choose_methods(cls, body, member_type, first_enum):
        """With a data type mixed in, some methods are still the enum's."""
        wanted = ["__repr__", "__str__", "__format__", "__reduce_ex__"]
        if member_type is not object and hasattr(member_type, "__reduce_ex__"):
            wanted.pop()
        for name in wanted:
            if name not in body and first_enum is not None:
                enum_method = getattr(first_enum, name, None)
                object_method = getattr(object, name, None)
                data_method = getattr(member_type, name, None)
                if getattr(cls, name, None) in (data_method, object_method):
                    type.__setattr__(cls, name, enum_method)
        if ReprEnum is not None and ReprEnum in cls.__bases__:
            for name in ("__str__", "__format__"):
                if name not in body and member_type is not object:
                    method = getattr(member_type, name)
                    if method is object.__str__:
                        method = member_type.__repr__
                    type.__setattr__(cls, name, method)
        if Flag is not None and issubclass(cls, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__",
                         "__invert__"):
                if name not in body:
                    type.__setattr__(cls, name, getattr(Flag, name))

    def _finish_flag(cls):
        """Members that were not written in the order of their values are iterated as written."""
        order = [cls._member_map_[name]._value_ for name in cls._member_names_]
        if order != sorted(order):
            cls._iter_member_ = cls._iter_member_by_def_

    def _check_order(cls, order):
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        if Flag is not None and issubclass(cls, Flag):
            order = [name for name in order
                     if name not in cls._member_map_ or name in cls._member_names_]
        else:
            aliases = [n for n, m in cls._member_map_.items() if n != m._name_]
            order = [name for name in order if name not in aliases]
        if order != cls._member_names_:
            raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n"
                            f"  {order!r}")

    # ---- what an enum can do ----

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None,
                 start=1, boundary=None):
        if _version < (3, 12):
            if names is _not_given or names is None:
                if names is _not_given or type is None:
                    return cls.__new__(cls, value)
        else:
            only_value = names is _not_given
            if cls._member_map_:
                return cls.__new__(cls, value if only_value else (value, names, *values))
            if only_value and type is None:
                raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create "
                                f"a new, empty, enum")
        return cls._create_(value, None if names is _not_given else names, module=module,
                            qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if _version < (3, 12):
            if not isinstance(value, Enum):
                import warnings
                warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                              "False depending on whether the value is a member or the value of a member",
                              DeprecationWarning)
                raise TypeError(f"unsupported operand type(s) for 'in': "
                                f"'{type(value).__qualname__}' and '{cls.__class__.__qualname__}'")
            return isinstance(value, cls) and value._name_ in cls._member_map_
        if isinstance(value, cls):
            return True
        if _version < (3, 13):
            return value in cls._value2member_map_ or value in cls._unhashable_values_
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__",
                 "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is not object:
            names |= set(dir(cls._member_type_))
        return sorted(names)

    if _version < (3, 12):
        def __getattr__(cls, name):
            if not _is_dunder(name):
                try:
                    return cls._member_map_[name]
                except KeyError:
                    raise AttributeError(name) from None
            raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_plain_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    # ---- making them ----

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        body = metacls.__prepare__(class_name, bases)
        for name, value in cls._named_values(first_enum, names, start):
            body[name] = value
        body["__module__"] = module or caller_name()
        if qualname is not None:
            body["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    @staticmethod
    def _named_values(first_enum, names, start):
        """'RED GREEN', ['RED', 'GREEN'], [('RED', 1), ...] or {'RED': 1, ...} as pairs."""
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            last_values = []
            pairs = []
            for count, name in enumerate(names):
                value = first_enum._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                pairs.append((name, value))
            return pairs
        pairs = []
        for item in names or ():
            pairs.append((item, names[item]) if isinstance(item, str) else tuple(item))
        return pairs

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for base in _lineage(bases):
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The data type mixed in, and the enum that is derived from."""
        if not bases:
            return object, Enum
        if isinstance(bases[-1], EnumType):
            return mcls._find_data_type_(class_name, bases) or object, bases[-1]
        raise TypeError("new enumerations should be created as "
                        "`EnumName([mixin_type, ...] [data_type,] enum_type)`")

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for base in _lineage(bases):
            if isinstance(base, EnumType):
                return base._value_repr_
            own = base.__dict__
            if "__repr__" in own and base is not object:
                params = own.get("__dataclass_params__") if "__dataclass_fields__" in own else None
                made = _version >= (3, 12) and params is not None and params.repr
                return _dataclass_repr if made else own["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        types = {found for found in map(_data_type, bases) if found is not None}
        if len(types) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {types!r}")
        return types.pop() if types else None

    @classmethod
    def _find_new_(mcls, body, member_type, first_enum):
        """The __new__ that makes members, whether it is kept, and whether it takes the value."""
        new = body.get("__new__")
        save_new = first_enum is not None and new is not None
        if isinstance(new, staticmethod):
            new = new.__func__
        if new is None:
            for method in ("__new_member__", "__new__"):
                for holder in (member_type, first_enum):
                    found = getattr(holder, method, None)
                    if found is not None and found not in _not_makers:
                        new = found
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = not (first_enum is None or new is object.__new__)
        return new, save_new, use_args

    def _add_member_(cls, name, made):
        if name in cls._member_map_:
            if cls._member_map_[name] is not made:
                raise NameError(f"{name!r} is already bound: {cls._member_map_[name]!r}")
            return
        cls._bind(name, made)


_not_makers = {None, object.__new__}
EnumMeta = EnumType
ReprEnum = None


class Enum(metaclass=EnumType):
    """Names for constant values."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        if _version >= (3, 12) and not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        return cls._look_further(value)

    @classmethod
    def _look_further(cls, value):
        """What _missing_ makes of a value that no member has."""
        error = result = None
        try:
            result = cls._missing_(value)
        except Exception as raised:
            error = raised
        if isinstance(result, cls):
            return result
        if (Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
                and isinstance(result, int)):
            return result
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        try:
            if result is None and error is None:
                raise invalid
            if error is None:
                error = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} "
                                  f"instead of None or a valid member")
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            error = invalid = None      # they would lead to this frame, and it to them

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        if _version < (3, 13):
            return _next_of_old(last_values, start)
        try:
            last = sorted(last_values)[-1]
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f"unable to increment {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        for base in self.__class__.__mro__:
            for name, found in base.__dict__.items():
                if name[0] != "_" and name not in self._member_map_:
                    names.add(name)
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in self._member_map_:
                names.add(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    if sys.version_info < (3, 11, 7):
        def __reduce_ex__(self, proto):
            return getattr, (self.__class__, self._name_)
    else:
        def __reduce_ex__(self, proto):
            return self.__class__, (self._value_,)

        def __deepcopy__(self, memo):
            return self

        def __copy__(self):
            return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    if _version >= (3, 13):
        def _add_alias_(self, name):
            self.__class__._add_member_(name, self)

        def _add_value_alias_(self, value):
            known = self.__class__._value2member_map_
            if known.setdefault(value, self) is not self:
                raise ValueError(f"{value!r} is already bound: {known[value]!r}")


_not_makers.add(Enum.__new__)


class ReprEnum(Enum):
    """Only the repr() is the enum's; str() and format() are the data type's."""


class IntEnum(int, ReprEnum):
    """Members that are ints too."""


class StrEnum(str, ReprEnum):
    """Members that are strs too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        first, *how = values or ("",)
        if not how and not isinstance(first, str):
            raise TypeError(f"{first!r} is not a string")
        for given, what in zip(how, ("encoding", "errors")):
            if not isinstance(given, str):
                raise TypeError(f"{what} must be a string, not {given!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def bin(num, max_bits=None):
    """0b0 1010: the sign, then the digits."""
    ceiling = 2 ** num.bit_length()
    text = _bin(num + ceiling) if num >= 0 else _bin(~num ^ (ceiling - 1) + ceiling)
    sign = text[:3] if num < 0 else "0b0"
    digits = text[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f"{sign} {digits}"


class Flag(Enum, boundary=STRICT if sys.version_info >= (3, 11, 7) else CONFORM):
    """Members that can be combined bit by bit."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _within_boundary(cls, value):
        """The value as the class's boundary wants it; second: whether that is all."""
        mask, everything = cls._flag_mask_, cls._all_bits_
        if ~everything <= value <= everything and not value & (everything ^ mask):
            return value, False
        if cls._boundary_ is STRICT:
            width = max(value.bit_length(), mask.bit_length())
            raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n"
                             f"  allowed {bin(mask, width)}")
        if cls._boundary_ is CONFORM:
            return value & mask, False
        if cls._boundary_ is EJECT:
            return value, True
        if cls._boundary_ is KEEP:
            if value < 0:
                value += max(everything + 1, 2 ** value.bit_length())
            return value, False
        raise ValueError(f"{cls!r} unknown flag boundary {cls._boundary_!r}")

    @classmethod
    def _missing_(cls, value):
        """Makes a member of several bits."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        value, ejected = cls._within_boundary(value)
        if ejected:
            return value
        negative = value if value < 0 else None
        if value < 0:
            value += cls._all_bits_ + 1
        unknown = value & ~cls._flag_mask_
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} "
                             f"[{bin(unknown)}]")
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = cls._combined_name(value)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _combined_name(cls, value):
        members = list(cls._iter_member_(value & cls._singles_mask_))
        covered = 0
        for found in members:
            covered |= found._value_
        if value & ~cls._singles_mask_:
            for found in cls._member_map_.values():
                bits = found._value_
                if bits and found not in members and bits & value == bits:
                    members.append(found)
                    covered |= bits
        if not covered:
            return None
        name = "|".join([found._name_ for found in members])
        rest = value ^ covered
        if rest and cls._boundary_ is STRICT:
            raise ValueError(f"{cls!r}: no members with value {rest!r}")
        return f"{name}|{cls._numeric_repr_(rest)}" if rest else name

    if sys.version_info < (3, 11, 7):
        def __reduce_ex__(self, proto):
            """One member by its name; of several bits the lowest, or what no member has, joined with the rest."""
            cls, known = self.__class__, self._value_ & self._flag_mask_
            unknown, lowest = self._value_ & ~self._flag_mask_, known & -known
            if known and unknown:
                return _or, (cls(known), unknown)
            if known != lowest:
                return _or, (cls(known ^ lowest), cls._value2member_map_.get(lowest))
            return (cls, (self._value_,)) if self._name_ is None else (getattr, (cls, self._name_))

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                            f"and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        dot = "" if self._name_ is None else f".{self._name_}"
        return f"<{self.__class__.__name__}{dot}: {show(self._value_)}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _bits_of(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        bits = self._bits_of(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            bits = ~self._value_
            if self._boundary_ not in (EJECT, KEEP):
                bits &= self._singles_mask_
            self._inverted_ = self.__class__(bits)
        return self._inverted_

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints too."""


# ---- checks and global names -------------------------------------------------------------------


def unique(enumeration):
    """Refuses aliases."""
    pairs = [f"{alias} -> {found.name}" for alias, found in enumeration.__members__.items()
             if alias != found.name]
    if pairs:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(pairs)}")
    return enumeration


def _dataclass_repr(self):
    return ", ".join(f"{name}={getattr(self, name)!r}"
                     for name, field in self.__dataclass_fields__.items() if field.repr)


def _module_name(cls):
    return cls.__module__.split(".")[-1]


def global_enum_repr(self):
    return f"{_module_name(self.__class__)}.{self._name_}"


def global_flag_repr(self):
    name = self.__class__.__name__
    module = _module_name(self.__class__)
    if self._name_ is None:
        return f"{module}.{name}({self._value_})"
    if _is_single_bit(self._value_):
        return f"{module}.{self._name_}"
    return "|".join(n if n[0].isdigit() else f"{module}.{n}" for n in self._name_.split("|"))


def global_str(self):
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """Makes the members names of the module, and shows them so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


class EnumCheck(StrEnum):
    """What verify() looks at."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Refuses an enum that is not as it should be."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    def _unique(self, enumeration):
        pairs = [f"{alias} -> {found.name}" for alias, found in enumeration.__members__.items()
                 if alias != found.name]
        if pairs:
            raise ValueError(f"aliases found in {enumeration!r}: {', '.join(pairs)}")

    def _continuous(self, enumeration):
        values = {found.value for found in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            wanted = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1)]
            kind = "flag"
        else:
            wanted = range(low + 1, high)
            kind = "enum"
        missing = [value for value in wanted if value not in values]
        if missing:
            raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values "
                             f"{', '.join(str(m) for m in missing)}"[:256])

    def _named(self, enumeration):
        names = []
        bits = 0
        values = [found._value_ for found in enumeration._member_map_.values()]
        singles = {value for value in values if _is_single_bit(value)}
        for name, found in enumeration._member_map_.items():
            if name != found._name_ or found._value_ <= 0 or _is_single_bit(found._value_):
                continue
            missing = [bit for bit in _bits(found._value_) if bit not in singles]
            if missing:
                names.append(name)
                for bit in missing:
                    bits |= bit
        if not names:
            return
        alias = f"alias {names[0]} is" if len(names) == 1 else \
            f"aliases {', '.join(names[:-1])} and {names[-1]} are"
        value = f"value 0x{bits:x}" if _is_single_bit(bits) else f"combined values of 0x{bits:x}"
        raise ValueError(f"invalid Flag {enumeration.__name__!r}: {alias} missing {value} "
                         f"[use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    return list(_bits(value))


# The use of enums, not how they are made, allocates what CPython's does.
for _each, _names in ((EnumType, "__bool__ __call__ __contains__ __getattr__ __getitem__ __iter__ __len__ __members__ "
                                 "__repr__ __reversed__"),
                      (Enum, "__new__ __repr__ __str__ __hash__ __format__ __deepcopy__ __copy__"),
                      (property, "__get__")):
    for _name in _names.split():
        if _name in _each.__dict__:
            counted(_each.__dict__[_name])
counted(Enum.__dict__["name"].fget)
counted(Enum.__dict__["value"].fget)
del _each, _name, _names, counted
