# Programs as trees: parsed by the machine, walked, changed and shown in Python.

from collections import deque as _deque
from sys import version_info as _version
from ast._nodes import AST, nodes as _nodes, shared as _shared
from _machine import evaluate as _evaluate, parse_tree as _parse_tree, refuse as _refuse

globals().update(_nodes)

_names = dict(_nodes, inf=float("inf"), infj=complex(0, float("inf")))
_names.update((name, lambda node=node: node) for name, node in _shared.items())


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None, optimize=-1):
    """The tree of a program."""
    if type_comments or feature_version is not None or optimize > 0:
        _refuse("ast.parse() with options")
    if isinstance(source, AST):
        return source
    if isinstance(source, (bytes, bytearray)):
        source = bytes(source).decode("utf-8-sig")
    if not isinstance(source, str):
        raise TypeError("compile() arg 1 must be a string, bytes or AST object")
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    return _evaluate(_parse_tree(source, filename, mode), _names, {})


# ---- literals ------------------------------------------------------------------------------------

def literal_eval(node_or_string):
    """The value of an expression of literals."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval")
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _malformed(node):
    text = "malformed node or string"
    line = getattr(node, "lineno", None)
    if line:
        text += f" on line {line}"
    raise ValueError(text + f": {node!r}")


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        operand = _number(node.operand)
        return operand if isinstance(node.op, UAdd) else -operand
    return _number(node)


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and \
            node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


# ---- showing -------------------------------------------------------------------------------------

def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """The tree as a text that would make it."""
    if not isinstance(node, AST):
        raise TypeError("expected AST, got %r" % type(node).__name__)
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    if _version < (3, 13):
        show_empty = True

    def shown(node, level):
        """(the text, whether it is simple)"""
        level += 1
        prefix, separator = ("\n" + indent * level, ",\n" + indent * level) if indent is not None else ("", ", ")
        if isinstance(node, AST):
            return shown_node(node, level, prefix, separator)
        if isinstance(node, list):
            if not node:
                return "[]", True
            return "[%s%s]" % (prefix, separator.join(shown(item, level)[0] for item in node)), False
        return repr(node), True

    def shown_node(node, level, prefix, separator):
        parts, simple, named = [], True, annotate_fields
        empty = []  # lists that are left out unless something follows
        for name in node._fields:
            value = getattr(node, name, _missing)
            if value is _missing or value is None and getattr(type(node), name, ...) is None:
                named = True
                continue
            if not show_empty and value == []:
                empty.append("[]")
                continue
            if not named:
                parts += empty
                empty.clear()
            text, plain = shown(value, level)
            simple = simple and plain
            parts.append(f"{name}={text}" if named else text)
        if include_attributes:
            for name in node._attributes:
                value = getattr(node, name, _missing)
                if value is _missing or value is None and getattr(type(node), name, ...) is None:
                    continue
                text, plain = shown(value, level)
                simple = simple and plain
                parts.append(f"{name}={text}")
        name = type(node).__name__
        if simple and len(parts) <= 3:
            return "%s(%s)" % (name, ", ".join(parts)), not parts
        return "%s(%s%s)" % (name, prefix, separator.join(parts)), False

    return shown(node, 0)[0]


_missing = object()


# ---- walking -------------------------------------------------------------------------------------

def iter_fields(node):
    for name in node._fields:
        try:
            value = getattr(node, name)
        except AttributeError:
            continue
        yield name, value


def iter_child_nodes(node):
    for _, field in iter_fields(node):
        if isinstance(field, AST):
            yield field
        elif isinstance(field, list):
            yield from (item for item in field if isinstance(item, AST))


def walk(node):
    """A node and all below it, level by level."""
    waiting = _deque([node])
    while waiting:
        node = waiting.popleft()
        waiting.extend(iter_child_nodes(node))
        yield node


class NodeVisitor:
    """To be derived from: visit_Name(), for every class of nodes that matters."""

    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for _, value in iter_fields(node):
            for item in value if isinstance(value, list) else (value,):
                if isinstance(item, AST):
                    self.visit(item)


class NodeTransformer(NodeVisitor):
    """What a visit gives stands in the node's place; None takes it away."""

    def generic_visit(self, node):
        for field, old in iter_fields(node):
            if isinstance(old, list):
                old[:] = self._visited_list(old)
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new)
        return node

    def _visited_list(self, items):
        result = []
        for item in items:
            if isinstance(item, AST):
                item = self.visit(item)
                if item is None:
                    continue
                if not isinstance(item, AST):
                    result.extend(item)
                    continue
            result.append(item)
        return result


# ---- places and docstrings -----------------------------------------------------------------------

def copy_location(new_node, old_node):
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        shared = name in old_node._attributes and name in new_node._attributes
        if shared and hasattr(old_node, name):
            value = getattr(old_node, name)
            if value is not None or name.startswith("end_"):  # a node may have no end
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Nodes without a place get their parent's."""
    def fix(node, place):
        place = list(place)
        for at, name in enumerate(("lineno", "col_offset", "end_lineno", "end_col_offset")):
            if name not in node._attributes:
                continue
            if not hasattr(node, name) or name.startswith("end_") and getattr(node, name, None) is None:
                setattr(node, name, place[at])
            else:
                place[at] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, place)

    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    for child in walk(node):
        numbered = ("lineno",) if isinstance(child, TypeIgnore) else child._attributes
        for name in "lineno", "end_lineno":
            line = getattr(child, name, 0)
            if name in numbered and not (line is None and name == "end_lineno"):
                setattr(child, name, line + n)
    return node


def get_docstring(node, clean=True):
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % (type(node).__name__))
    first = node.body[0] if node.body else None
    value = first.value if isinstance(first, Expr) else None
    text = value.value if isinstance(value, Constant) else None
    if not isinstance(text, str):
        return None
    if clean:
        from inspect import cleandoc
        text = cleandoc(text)
    return text


def get_source_segment(source, node, *, padded=False):
    """The text of a node; the offsets count bytes of UTF-8."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    if first == last:
        return lines[first][start:end].decode()
    head = lines[first][start:].decode()
    if padded:
        head = " " * len(lines[first][:start].decode()) + head
    return "".join([head, *(line.decode() for line in lines[first + 1:last]), lines[last][:end].decode()])


def unparse(ast_obj):
    """The text of a program whose tree this is."""
    from ast._unparse import unparse as write
    return write(ast_obj)
