# The nodes of a tree: a class for each kind, with the names of its fields.
#
# The table has a line for every group; a field with * is a list, one with ? may be None.  A group with @
# says where in the text its nodes stand.

from sys import version_info as _version

_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")

_table = """
mod: Module(body* type_ignores*) Interactive(body*) Expression(body) FunctionType(argtypes* returns)
stmt@: FunctionDef(name args body* decorator_list* returns? type_comment? type_params*)
    AsyncFunctionDef(name args body* decorator_list* returns? type_comment? type_params*)
    ClassDef(name bases* keywords* body* decorator_list* type_params*) Return(value?) Delete(targets*)
    Assign(targets* value type_comment?) TypeAlias(name type_params* value) AugAssign(target op value)
    AnnAssign(target annotation value? simple) For(target iter body* orelse* type_comment?)
    AsyncFor(target iter body* orelse* type_comment?) While(test body* orelse*) If(test body* orelse*)
    With(items* body* type_comment?) AsyncWith(items* body* type_comment?) Match(subject cases*) Raise(exc? cause?)
    Try(body* handlers* orelse* finalbody*) TryStar(body* handlers* orelse* finalbody*) Assert(test msg?)
    Import(names*) ImportFrom(module? names* level?) Global(names*) Nonlocal(names*) Expr(value) Pass() Break()
    Continue()
expr@: BoolOp(op values*) NamedExpr(target value) BinOp(left op right) UnaryOp(op operand) Lambda(args body)
    IfExp(test body orelse) Dict(keys* values*) Set(elts*) ListComp(elt generators*) SetComp(elt generators*)
    DictComp(key value generators*) GeneratorExp(elt generators*) Await(value) Yield(value?) YieldFrom(value)
    Compare(left ops* comparators*) Call(func args* keywords*) FormattedValue(value conversion format_spec?)
    JoinedStr(values*) Constant(value kind?) Attribute(value attr ctx) Subscript(value slice ctx) Starred(value ctx)
    Name(id ctx) List(elts* ctx) Tuple(elts* ctx) Slice(lower? upper? step?)
expr_context: Load() Store() Del()
boolop: And() Or()
operator: Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()
unaryop: Invert() Not() UAdd() USub()
cmpop: Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()
AST: comprehension(target iter ifs* is_async)
excepthandler@: ExceptHandler(type? name? body*)
AST: arguments(posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*)
AST@: arg(arg annotation? type_comment?) keyword(arg? value) alias(name asname?)
AST: withitem(context_expr optional_vars?) match_case(pattern guard? body*)
pattern@: MatchValue(value) MatchSingleton(value) MatchSequence(patterns*) MatchMapping(keys* patterns* rest?)
    MatchClass(cls patterns* kwd_attrs* kwd_patterns*) MatchStar(name?) MatchAs(pattern? name?) MatchOr(patterns*)
type_ignore: TypeIgnore(lineno tag)
type_param@: TypeVar(name bound? default_value?) ParamSpec(name default_value?) TypeVarTuple(name default_value?)
"""


class AST:
    """A node: its fields and its place are attributes."""

    _fields = _attributes = __match_args__ = ()
    _lists = frozenset()

    def __init__(self, *args, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError(f"{type(self).__name__} constructor takes at most {len(fields)} positional "
                            f"argument{'' if len(fields) == 1 else 's'}")
        for name, value in zip(fields, args):
            if name in kwargs:
                raise TypeError(f"{type(self).__name__} got multiple values for argument '{name}'")
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)
        if _version >= (3, 13):
            self._complete()

    def _complete(self):
        """Lists that were not given are empty, and names are read."""
        for name in self._fields:
            if name not in self.__dict__:
                if name in self._lists:
                    setattr(self, name, [])
                elif name == "ctx":
                    self.ctx = Load()
                elif not hasattr(type(self), name):
                    _warn_of_missing(self, name)

    def __reduce__(self):
        return type(self), (), self.__dict__


def _warn_of_missing(node, name):
    import warnings
    warnings.warn(f"{type(node).__name__}.__init__ missing 1 required positional argument: '{name}'. This will become "
                  "an error in Python 3.15.", DeprecationWarning, stacklevel=4)


def _make(name, base, fields, placed):
    namespace = {"__module__": "ast", "_fields": tuple(field.rstrip("*?") for field in fields)}
    namespace["__match_args__"] = namespace["_fields"]
    namespace["_lists"] = frozenset(field[:-1] for field in fields if field.endswith("*"))
    namespace.update((field[:-1], None) for field in fields if field.endswith("?"))
    if placed:
        namespace.update(_attributes=_PLACE, end_lineno=None, end_col_offset=None)
    return type(name, (base,), namespace)


def _is_here(name, field):
    """Has this version of Python the field?"""
    if field in ("type_params*", "default_value?"):
        return _version >= ((3, 12) if field == "type_params*" else (3, 13))
    return True


nodes = {"AST": AST}


def _read_table():
    import re
    for group, at, kinds in re.findall(r"^(\w+)(@?):((?:.|\n(?=\s))*)", _table, re.MULTILINE):
        if group == "type_param" and _version < (3, 12):
            continue
        if group not in nodes:
            nodes[group] = _make(group, AST, (), at)
        for name, fields in re.findall(r"(\w+)\(([^)]*)\)", kinds):
            if name == "TypeAlias" and _version < (3, 12):
                continue
            fields = [field for field in fields.split() if _is_here(name, field)]
            nodes[name] = _make(name, nodes[group], fields, at and group == "AST")


_read_table()
AST.__module__ = "ast"
Load = nodes["Load"]

# Nodes without fields that a tree shares.
_groups = [nodes[name] for name in ("expr_context", "boolop", "operator", "unaryop", "cmpop")]
shared = {name: kind() for name, kind in nodes.items() if kind.__base__ in _groups}
