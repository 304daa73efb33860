# ast.unparse: a tree as the text of a program.
#
# An expression is a piece of text, which its surroundings ask for by how tightly they bind: what binds less
# tightly comes in parentheses.  A statement is a list of lines.

from sys import version_info as _version

(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARE, _BOR, _BXOR, _BAND, _SHIFT, _ARITH, _TERM, _FACTOR,
 _POWER, _AWAIT, _ATOM) = range(18)
_BINARY = {"Add": ("+", _ARITH), "Sub": ("-", _ARITH), "Mult": ("*", _TERM), "MatMult": ("@", _TERM),
           "Div": ("/", _TERM), "Mod": ("%", _TERM), "FloorDiv": ("//", _TERM), "Pow": ("**", _POWER),
           "LShift": ("<<", _SHIFT), "RShift": (">>", _SHIFT), "BitOr": ("|", _BOR), "BitXor": ("^", _BXOR),
           "BitAnd": ("&", _BAND)}
_UNARY = {"Invert": ("~", _FACTOR), "UAdd": ("+", _FACTOR), "USub": ("-", _FACTOR), "Not": ("not ", _NOT)}
_COMPARING = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is",
              "IsNot": "is not", "In": "in", "NotIn": "not in"}
_LONG_QUOTES = ['"""', "'''"]
_QUOTES = ["'", '"'] + _LONG_QUOTES
_HUGE = "1e309"  # beyond every float: what stands for infinity


def _kind(node):
    return type(node).__name__


# ---- literals ------------------------------------------------------------------------------------

def _constant(value):
    if isinstance(value, (float, complex)):
        return repr(value).replace("inf", _HUGE).replace("nan", f"({_HUGE}-{_HUGE})")
    return repr(value)


def _escaped(character, blanks_too):
    if character in "\n\t" and not blanks_too:
        return character
    if character == "\\" or not character.isprintable():
        return character.encode("unicode_escape").decode("ascii")
    return character


def _quotable(text, quotes, blanks_too=False):
    """A str's text with few escapes, and the quotes that may stand around it, the best first."""
    inner = "".join([_escaped(c, blanks_too) for c in text])
    fitting = [q for q in quotes if q not in inner and ("\n" not in inner or len(q) == 3)]
    if not fitting:
        plain = repr(text)
        return plain[1:-1], [next((q for q in quotes if plain[0] in q), plain[0])]
    if inner:
        fitting.sort(key=lambda q: q[0] == inner[-1])
        if fitting[0][0] == inner[-1]:
            inner = inner[:-1] + "\\" + inner[-1]
    return inner, fitting


def _quoted(text, quotes=_QUOTES):
    inner, fitting = _quotable(text, quotes)
    return fitting[0] + inner + fitting[0]


class _Text:
    """What becomes of a tree; `careful`: inside a field of an f-string, where 3.11 takes no backslash."""

    def __init__(self, careful=False):
        self.careful = careful
        self.ignored = {}
        self.star = False  # inside try ... except*

    # ---- expressions -----------------------------------------------------------------------------

    def expr(self, node, level=_TEST):
        return getattr(self, "expr_" + _kind(node))(node, level)

    def listed(self, nodes):
        return ", ".join([self.expr(node) for node in nodes])

    def tupled(self, texts):
        return texts[0] + "," if len(texts) == 1 else ", ".join(texts)

    @staticmethod
    def within(text, own, level):
        return f"({text})" if level > own else text

    def expr_Name(self, node, level):
        return node.id

    def expr_NamedExpr(self, node, level):
        return self.within(f"{self.expr(node.target, _ATOM)} := {self.expr(node.value, _ATOM)}", _NAMED, level)

    def expr_Await(self, node, level):
        return self.within("await " + self.expr(node.value, _ATOM) if node.value else "await", _AWAIT, level)

    def expr_Yield(self, node, level):
        return self.within("yield " + self.expr(node.value, _ATOM) if node.value else "yield", _YIELD, level)

    def expr_YieldFrom(self, node, level):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return self.within("yield from " + self.expr(node.value, _ATOM), _YIELD, level)

    def expr_BoolOp(self, node, level):
        word, own = ("and", _AND) if _kind(node.op) == "And" else ("or", _OR)
        parts = [self.expr(value, min(own + 1 + i, _ATOM)) for i, value in enumerate(node.values)]
        return self.within(f" {word} ".join(parts), own, level)

    def expr_BinOp(self, node, level):
        sign, own = _BINARY[_kind(node.op)]
        left, right = (own + 1, own) if sign == "**" else (own, own + 1)
        return self.within(f"{self.expr(node.left, left)} {sign} {self.expr(node.right, right)}", own, level)

    def expr_UnaryOp(self, node, level):
        sign, own = _UNARY[_kind(node.op)]
        return self.within(sign + self.expr(node.operand, own), own, level)

    def expr_Compare(self, node, level):
        text = self.expr(node.left, _COMPARE + 1)
        for op, operand in zip(node.ops, node.comparators):
            text += f" {_COMPARING[_kind(op)]} {self.expr(operand, _COMPARE + 1)}"
        return self.within(text, _COMPARE, level)

    def expr_IfExp(self, node, level):
        body, test = self.expr(node.body, _TEST + 1), self.expr(node.test, _TEST + 1)
        return self.within(f"{body} if {test} else {self.expr(node.orelse)}", _TEST, level)

    def expr_Lambda(self, node, level):
        parameters = self.parameters(node.args)
        return self.within(f"lambda{' ' * bool(parameters)}{parameters}: {self.expr(node.body)}", _TEST, level)

    def expr_Attribute(self, node, level):
        number = _kind(node.value) == "Constant" and isinstance(node.value.value, int)
        return f"{self.expr(node.value, _ATOM)}{' ' * number}.{node.attr}"

    def arguments(self, positional, keywords):
        return ", ".join([self.expr(e) for e in positional] + [self.keyword(k) for k in keywords])

    def keyword(self, node):
        return ("**" if node.arg is None else node.arg + "=") + self.expr(node.value)

    def expr_Call(self, node, level):
        return f"{self.expr(node.func, _ATOM)}({self.arguments(node.args, node.keywords)})"

    def expr_Subscript(self, node, level):
        if _kind(node.slice) == "Tuple" and node.slice.elts:
            inner = self.tupled([self.expr(e) for e in node.slice.elts])
        else:
            inner = self.expr(node.slice)
        return f"{self.expr(node.value, _ATOM)}[{inner}]"

    def expr_Slice(self, node, level):
        text = (self.expr(node.lower) if node.lower else "") + ":"
        if node.upper:
            text += self.expr(node.upper)
        return text + ":" + self.expr(node.step) if node.step else text

    def expr_Starred(self, node, level):
        return "*" + self.expr(node.value, _BOR)

    def expr_List(self, node, level):
        return f"[{self.listed(node.elts)}]"

    def expr_Set(self, node, level):
        return "{%s}" % self.listed(node.elts) if node.elts else "{*()}"

    def expr_Tuple(self, node, level):
        text = self.tupled([self.expr(e) for e in node.elts]) if node.elts else ""
        return f"({text})" if not node.elts or level > _TUPLE else text

    def expr_Dict(self, node, level):
        pairs = ["**" + self.expr(value, _BOR) if key is None else f"{self.expr(key)}: {self.expr(value)}"
                 for key, value in zip(node.keys, node.values)]
        return "{%s}" % ", ".join(pairs)

    def clauses(self, generators):
        text = ""
        for g in generators:
            text += f" {'async ' * bool(g.is_async)}for {self.expr(g.target, _TUPLE)} in {self.expr(g.iter, _TEST + 1)}"
            for test in g.ifs:
                text += " if " + self.expr(test, _TEST + 1)
        return text

    def expr_ListComp(self, node, level):
        return f"[{self.expr(node.elt)}{self.clauses(node.generators)}]"

    def expr_SetComp(self, node, level):
        return "{%s%s}" % (self.expr(node.elt), self.clauses(node.generators))

    def expr_GeneratorExp(self, node, level):
        return f"({self.expr(node.elt)}{self.clauses(node.generators)})"

    def expr_DictComp(self, node, level):
        return "{%s: %s%s}" % (self.expr(node.key), self.expr(node.value), self.clauses(node.generators))

    def expr_Constant(self, node, level):
        value = node.value
        if isinstance(value, tuple):
            return f"({self.tupled([_constant(v) for v in value]) if value else ''})"
        if value is ...:
            return "..."
        text = _quoted(value) if self.careful and isinstance(value, str) else _constant(value)
        return "u" + text if node.kind == "u" else text

    # ---- f-strings -------------------------------------------------------------------------------

    def piece(self, node, in_spec=False):
        """A part of an f-string, without quotes."""
        kind = _kind(node)
        if kind == "JoinedStr":
            return "".join([self.piece(value, in_spec) for value in node.values])
        if kind == "FormattedValue":
            return self.field(node)
        if kind != "Constant" or not isinstance(node.value, str):
            raise ValueError(f"Unexpected node inside JoinedStr, {node!r}")
        text = node.value.replace("{", "{{").replace("}", "}}")
        if in_spec and _version >= (3, 13):
            for character in "\\'\"":
                text = text.replace(character, "\\" + character)
        return text.replace("\n", "\\n") if in_spec and _version >= (3, 12) else text

    def field(self, node):
        value = _Text(_version < (3, 12)).expr(node.value, _TEST + 1)
        if _version < (3, 12) and "\\" in value:
            raise ValueError("Unable to avoid backslash in f-string expression part")
        text = "{" + " " * value.startswith("{") + value
        if node.conversion != -1:
            text += "!" + chr(node.conversion)
        if node.format_spec:
            text += ":" + self.piece(node.format_spec, True)
        return text + "}"

    def expr_FormattedValue(self, node, level):
        return self.field(node)

    def expr_JoinedStr(self, node, level):
        parts = [(self.piece(value), _kind(value) == "Constant") for value in node.values]
        if self.careful:
            return "f" + _quoted("".join([text for text, constant in parts]))
        done, quotes = [], _QUOTES
        for text, constant in parts:
            if constant or _version < (3, 12):
                text, fitting = _quotable(text, quotes, constant)
                if not set(fitting) & set(quotes):
                    return self.tripled(parts)
                quotes = fitting
            elif "\n" in text:
                quotes = [q for q in quotes if len(q) == 3]
            if not constant and _version >= (3, 13, 1):
                quotes = [q for q in quotes if q not in text] or quotes
            done.append(text)
        return f"f{quotes[0]}{''.join(done)}{quotes[0]}"

    @staticmethod
    def tripled(parts):
        """No quotes fit everywhere."""
        done = [repr('"' + text)[2:-1] if constant or _version < (3, 12) else text for text, constant in parts]
        return f"f'''{''.join(done)}'''"

    # ---- patterns --------------------------------------------------------------------------------

    def expr_MatchValue(self, node, level):
        return self.expr(node.value)

    def expr_MatchSingleton(self, node, level):
        return _constant(node.value)

    def expr_MatchSequence(self, node, level):
        return f"[{self.listed(node.patterns)}]"

    def expr_MatchStar(self, node, level):
        return "*" + (node.name or "_")

    def expr_MatchMapping(self, node, level):
        parts = [f"{self.expr(k)}: {self.expr(p)}" for k, p in zip(node.keys, node.patterns, strict=True)]
        return "{%s}" % ", ".join(parts + (["**" + node.rest] if node.rest is not None else []))

    def expr_MatchClass(self, node, level):
        parts = [self.expr(p) for p in node.patterns]
        parts += [f"{name}={self.expr(p)}" for name, p in zip(node.kwd_attrs, node.kwd_patterns, strict=True)]
        return f"{self.expr(node.cls, _ATOM)}({', '.join(parts)})"

    def expr_MatchAs(self, node, level):
        if node.name is None or node.pattern is None:
            return node.name or "_"
        return self.within(f"{self.expr(node.pattern, _BOR)} as {node.name}", _TEST, level)

    def expr_MatchOr(self, node, level):
        return self.within(" | ".join([self.expr(p, _BOR + 1) for p in node.patterns]), _BOR, level)

    # ---- what stands in statements ---------------------------------------------------------------

    def expr_alias(self, node, level):
        return node.name + (" as " + node.asname if node.asname else "")

    def expr_withitem(self, node, level):
        return self.expr(node.context_expr) + (" as " + self.expr(node.optional_vars) if node.optional_vars else "")

    def expr_keyword(self, node, level):
        return self.keyword(node)

    def expr_comprehension(self, node, level):
        return self.clauses([node])

    def expr_arg(self, node, level):
        return node.arg + (": " + self.expr(node.annotation) if node.annotation else "")

    def expr_arguments(self, node, level):
        return self.parameters(node)

    def parameters(self, node):
        def one(parameter, default):
            return self.expr(parameter) + ("=" + self.expr(default) if default else "")

        plain = node.posonlyargs + node.args
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        parts = [one(*pair) for pair in zip(plain, defaults)]
        if node.posonlyargs:
            parts.insert(len(node.posonlyargs), "/")
        if node.vararg or node.kwonlyargs:
            parts.append("*" + (self.expr(node.vararg) if node.vararg else ""))
        parts += [one(*pair) for pair in zip(node.kwonlyargs, node.kw_defaults)]
        if node.kwarg:
            parts.append("**" + self.expr(node.kwarg))
        return ", ".join(parts)

    def type_parameter(self, node, stars, bound=None):
        text = stars + node.name + (": " + self.expr(bound) if bound else "")
        default = getattr(node, "default_value", None)
        return text + " = " + self.expr(default) if default else text

    def expr_TypeVar(self, node, level):
        return self.type_parameter(node, "", node.bound)

    def expr_TypeVarTuple(self, node, level):
        return self.type_parameter(node, "*")

    def expr_ParamSpec(self, node, level):
        return self.type_parameter(node, "**")

    def type_parameters(self, node):
        parameters = getattr(node, "type_params", None)
        return f"[{self.listed(parameters)}]" if parameters else ""

    # ---- statements ------------------------------------------------------------------------------

    def lines(self, node):
        simple = getattr(self, "line_" + _kind(node), None)
        return [simple(node)] if simple else getattr(self, "lines_" + _kind(node))(node)

    def body(self, nodes):
        return [line for node in nodes for line in self.lines(node)]

    def block(self, head, nodes):
        return [head + ":"] + ["    " + line for line in self.body(nodes)]

    def documented(self, nodes):
        """The lines of a body whose first statement may be a docstring."""
        first = nodes[0] if nodes else None
        if _kind(first) != "Expr" or _kind(first.value) != "Constant" or not isinstance(first.value.value, str):
            return self.body(nodes)
        text = _quoted(first.value.value, _LONG_QUOTES)
        return ["u" * (first.value.kind == "u") + text] + self.body(nodes[1:])

    def type_comment(self, node):
        comment = self.ignored.get(node.lineno) or node.type_comment
        return "" if comment is None else " # type: " + comment

    def line_Expr(self, node):
        return self.expr(node.value, _YIELD)

    def line_Import(self, node):
        return "import " + self.listed(node.names)

    def line_ImportFrom(self, node):
        return f"from {'.' * (node.level or 0)}{node.module or ''} import {self.listed(node.names)}"

    def line_Assign(self, node):
        targets = "".join([self.expr(target, _TUPLE) + " = " for target in node.targets])
        return targets + self.expr(node.value) + self.type_comment(node)

    def line_AugAssign(self, node):
        return f"{self.expr(node.target)} {_BINARY[_kind(node.op)][0]}= {self.expr(node.value)}"

    def line_AnnAssign(self, node):
        target = self.expr(node.target)
        if not node.simple and _kind(node.target) == "Name":
            target = f"({target})"
        return f"{target}: {self.expr(node.annotation)}" + (" = " + self.expr(node.value) if node.value else "")

    def line_TypeAlias(self, node):
        return f"type {self.expr(node.name)}{self.type_parameters(node)} = {self.expr(node.value)}"

    def line_Return(self, node):
        return "return " + self.expr(node.value) if node.value else "return"

    def line_Pass(self, node):
        return "pass"

    def line_Break(self, node):
        return "break"

    def line_Continue(self, node):
        return "continue"

    def line_Delete(self, node):
        return "del " + self.listed(node.targets)

    def line_Assert(self, node):
        return "assert " + self.expr(node.test) + (", " + self.expr(node.msg) if node.msg else "")

    def line_Global(self, node):
        return "global " + ", ".join(node.names)

    def line_Nonlocal(self, node):
        return "nonlocal " + ", ".join(node.names)

    def line_Raise(self, node):
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't use cause without an exception.")
            return "raise"
        return "raise " + self.expr(node.exc) + (" from " + self.expr(node.cause) if node.cause else "")

    def lines_If(self, node):
        lines, word = [], "if "
        while True:
            lines += self.block(word + self.expr(node.test), node.body)
            if len(node.orelse) != 1 or _kind(node.orelse[0]) != "If":
                break
            node, word = node.orelse[0], "elif "
        return lines + self.other("else", node.orelse)

    def other(self, word, nodes):
        return self.block(word, nodes) if nodes else []

    def lines_While(self, node):
        return self.block("while " + self.expr(node.test), node.body) + self.other("else", node.orelse)

    def lines_For(self, node, word="for "):
        head = f"{word}{self.expr(node.target, _TUPLE)} in {self.expr(node.iter)}"
        return self.commented(self.block(head, node.body), node) + self.other("else", node.orelse)

    def lines_AsyncFor(self, node):
        return self.lines_For(node, "async for ")

    def commented(self, lines, node):
        lines[0] += self.type_comment(node)
        return lines

    def lines_With(self, node, word="with "):
        return self.commented(self.block(word + self.listed(node.items), node.body), node)

    def lines_AsyncWith(self, node):
        return self.lines_With(node, "async with ")

    def lines_Try(self, node, star=False):
        outer, self.star = self.star, star
        lines = self.block("try", node.body)
        for handler in node.handlers:
            lines += self.lines(handler)
        lines += self.other("else", node.orelse) + self.other("finally", node.finalbody)
        self.star = outer
        return lines

    def lines_TryStar(self, node):
        return self.lines_Try(node, True)

    def lines_ExceptHandler(self, node):
        head = "except*" if self.star else "except"
        if node.type:
            head += " " + self.expr(node.type)
        return self.block(head + (" as " + node.name if node.name else ""), node.body)

    def lines_Match(self, node):
        lines = [f"match {self.expr(node.subject)}:"]
        return lines + ["    " + line for case in node.cases for line in self.lines(case)]

    def lines_match_case(self, node):
        guard = " if " + self.expr(node.guard) if node.guard else ""
        return self.block("case " + self.expr(node.pattern) + guard, node.body)

    def decorated(self, node, head):
        """An empty line, decorators, the head and the body."""
        lines = ["", *["@" + self.expr(decorator) for decorator in node.decorator_list], head]
        return lines + ["    " + line for line in self.documented(node.body)]

    def lines_FunctionDef(self, node, word="def"):
        returns = " -> " + self.expr(node.returns) if node.returns else ""
        head = f"{word} {node.name}{self.type_parameters(node)}({self.parameters(node.args)}){returns}:"
        return self.decorated(node, head + self.type_comment(node))

    def lines_AsyncFunctionDef(self, node):
        return self.lines_FunctionDef(node, "async def")

    def lines_ClassDef(self, node):
        given = self.arguments(node.bases, node.keywords)
        given = f"({given})" if node.bases or node.keywords else ""
        return self.decorated(node, f"class {node.name}{self.type_parameters(node)}{given}:")

    def lines_Module(self, node):
        self.ignored = {ignore.lineno: "ignore" + ignore.tag for ignore in node.type_ignores}
        return self.documented(node.body)

    def lines_Interactive(self, node):
        return self.body(node.body)

    def lines_Expression(self, node):
        return [self.expr(node.body)]


def unparse(ast_obj):
    """The text of a program whose tree this is."""
    text, kind = _Text(), _kind(ast_obj)
    if hasattr(text, "expr_" + kind):
        return text.expr(ast_obj)
    if kind == "list":
        lines = [line for node in ast_obj for line in unparse(node).split("\n")]
    elif hasattr(text, "line_" + kind) or hasattr(text, "lines_" + kind):
        lines = text.lines(ast_obj)
    else:
        return ""  # an operator, a context
    lines = [line.strip(" ") and line for line in lines]
    return "\n".join(lines[1:] if lines and not lines[0] else lines)
