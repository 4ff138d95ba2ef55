"""The judge of expressions: runs a copy of a program with a function around each expression.

    python expression_judge.py PROGRAM OUT

Writes a line of JSON for each value, in the order of evaluation: the text of the expression, its
value as text, and the value's reference count. Knows nothing of the recorder; any supported Python
runs it. It does not wrap names, constants and constant expressions, slices, a method
that is called at once, ``super()``, annotations and patterns; nor, in a condition, ``and``, ``or``,
``not``, conditional expressions, chained comparisons and ``is None``, for which the interpreter
makes no value. Nor does it wrap an expression that the compiler optimises away
(``note_optimised``).
"""

import ast
import json
import operator
import sys
import types
from typing import Any

MOST = 400
_OPERATORS: dict[str, Any] = {
    "Add": operator.iadd,
    "Sub": operator.isub,
    "Mult": operator.imul,
    "Div": operator.itruediv,
    "FloorDiv": operator.ifloordiv,
    "Mod": operator.imod,
    "Pow": operator.ipow,
    "LShift": operator.ilshift,
    "RShift": operator.irshift,
    "BitOr": operator.ior,
    "BitXor": operator.ixor,
    "BitAnd": operator.iand,
    "MatMult": operator.imatmul,
}
_AS_REPR = (
    *(int, float, complex, bool, str, bytes, bytearray, range, slice),
    *(type(None), type(...), type(NotImplemented)),
)
_NAMED = types.FunctionType, types.BuiltinFunctionType, types.ModuleType
_SEARCHES = ast.In, ast.NotIn
_IDENTITY = ast.In, ast.NotIn, ast.Is, ast.IsNot


def shown(value: Any) -> str:
    """Return a value in the recorder's notation."""
    cls = type(value)
    if cls is list:
        return f"[{', '.join(map(shown, value))}]"
    if cls is tuple:
        return f"({', '.join(map(shown, value))}{',' if len(value) == 1 else ''})"
    if cls is set or cls is frozenset:
        inner = f"{{{', '.join(map(shown, value))}}}"
        return repr(value) if not value else inner if cls is set else f"frozenset({inner})"
    if cls is dict:
        return f"{{{', '.join(f'{shown(key)}: {shown(one)}' for key, one in value.items())}}}"
    if cls in _AS_REPR:
        return repr(value)
    if isinstance(value, type):
        return f"<class {value.__name__}>"
    if isinstance(value, _NAMED):
        return f"<{cls.__name__} {value.__name__}>"
    return f"<{cls.__name__}>"


def folds(node: ast.AST) -> bool:
    """Whether the compiler makes a constant of a node."""
    match node:
        case ast.Constant():
            return True
        case ast.BinOp(left=left, right=right):
            return folds(left) and folds(right)
        case ast.UnaryOp(operand=operand):
            return folds(operand)
        case ast.Tuple(elts=items) | ast.JoinedStr(values=items):
            return all(map(folds, items))
    return False


def is_starred(node: ast.AST) -> bool:
    """Whether a node is starred: it unpacks, or takes the rest."""
    return isinstance(node, ast.Starred)


def call(name: str, *arguments: ast.expr) -> ast.Call:
    """Return a call of one of our functions."""
    return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


class Wrapper(ast.NodeTransformer):
    """Wraps expressions.

    ``conditions`` are the nodes by which the interpreter only jumps, ``left_out`` those that
    the compiler optimises away.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.conditions: set[ast.AST] = set()
        self.left_out: set[ast.AST] = set()

    def text(self, node: ast.AST) -> ast.Constant:
        """Return the text of a node as a node."""
        return ast.Constant(ast.get_source_segment(self.source, node) or "")

    def visit(self, node: Any) -> Any:
        """Wrap the expressions inside a node, and then the node."""
        self.note_conditions(node)
        self.note_optimised(node)
        match node:
            case ast.match_case():
                node.guard = node.guard and self.visit(node.guard)
                node.body = [self.visit(one) for one in node.body]
                return node
            case ast.AnnAssign():
                node.value = node.value and self.visit(node.value)
                return node
            case ast.arg():
                return node
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                node.returns = None
            case ast.AugAssign():
                return self.augmented(node)
            case ast.JoinedStr():
                return self.joined(node, is_shown=True)
            case ast.expr() if folds(node):
                return node
        is_wrapped = isinstance(node, ast.expr) and self.is_wrapped(node)
        text = self.text(node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            node.func.value = self.visit(node.func.value)
            node.args = [self.visit(one) for one in node.args]
            node.keywords = [self.visit(one) for one in node.keywords]
        else:
            node = self.generic_visit(node)
        return call("w_", text, node) if is_wrapped else node

    def is_wrapped(self, node: ast.expr) -> bool:
        """Whether the interpreter makes a value of a node."""
        if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load) or node in self.left_out:
            return False
        match node:
            case ast.Name() | ast.Starred() | ast.Slice():
                return False
            case ast.Call(func=ast.Name(id="super")):
                return False
        if node not in self.conditions:
            return True
        match node:
            case ast.UnaryOp(op=ast.Not()) | ast.BoolOp() | ast.IfExp():
                return False
            case ast.Compare(ops=[ast.Is() | ast.IsNot()], comparators=[ast.Constant(None)]):
                return False
            case ast.Compare(ops=ops):
                return len(ops) == 1
        return True

    def note_conditions(self, node: ast.AST) -> None:
        """Note which parts of a node the interpreter only tests."""
        found: list[Any] = [getattr(node, "test", None), getattr(node, "guard", None)]
        if isinstance(node, ast.comprehension):
            found += node.ifs
        if node in self.conditions:
            match node:
                case ast.IfExp(body=body, orelse=orelse):
                    found += (body, orelse)
                case ast.BoolOp(values=values):
                    found += values
                case ast.UnaryOp(op=ast.Not(), operand=operand):
                    found.append(operand)
        self.conditions.update(one for one in found if one is not None)

    def note_optimised(self, node: Any) -> None:
        """Note the nodes of which the compiler makes no value."""
        match node:
            case ast.For():
                node.iter = self.walked(node.iter)
            case ast.comprehension():
                node.iter = self.walked(node.iter, is_constant=sys.version_info < (3, 15))
            case ast.YieldFrom() if sys.version_info >= (3, 15):
                node.value = self.walked(node.value)
            case ast.BoolOp(values=values, op=op):
                same = (one for one in values[:-1] if isinstance(one, ast.BoolOp))
                self.left_out.update(one for one in same if type(one.op) is type(op))
            case ast.Compare(ops=ops):
                for place, one in enumerate(ops):
                    if isinstance(one, _SEARCHES):
                        node.comparators[place] = self.walked(node.comparators[place])
            case ast.Assign(targets=[ast.Tuple(elts=to) | ast.List(elts=to)], value=ast.Tuple()):
                if len(to) <= 3 and not any(map(is_starred, to)):
                    self.left_out.add(node.value)
            case ast.UnaryOp(op=ast.Not(), operand=ast.UnaryOp(op=ast.Not()) as inner):
                self.left_out.update((node, inner))
            case ast.UnaryOp(op=ast.Not(), operand=ast.Compare(ops=[op]) as inner):
                if isinstance(op, _IDENTITY):
                    self.left_out.add(inner)

    def walked(self, node: ast.expr, *, is_constant: bool = True) -> ast.expr:
        """Turn a list that is only searched or iterated into a tuple, or note it as a constant."""
        if isinstance(node, ast.List | ast.Set) and all(map(folds, node.elts)):
            if is_constant:
                self.left_out.add(node)
        elif isinstance(node, ast.List) and not any(map(is_starred, node.elts)):
            return ast.copy_location(ast.Tuple(node.elts, ast.Load()), node)
        return node

    def augmented(self, node: ast.AugAssign) -> ast.stmt:
        """Return ``x += y`` as an assignment of the value."""
        text, name = self.text(node), ast.Constant(type(node.op).__name__)
        read = ast.parse(ast.unparse(node.target), mode="eval").body
        value = call("w_", text, call("augmented_", name, read, self.visit(node.value)))
        return ast.Assign([node.target], value)

    def joined(self, node: ast.JoinedStr, *, is_shown: bool) -> ast.expr:
        """Return an f-string as a call that joins its parts."""
        if all(isinstance(one, ast.Constant) for one in node.values):
            return node
        text = self.text(node)
        joined = call("joined_", *map(self.part, node.values))
        return call("w_", text, joined) if is_shown else joined

    def part(self, node: ast.expr) -> ast.expr:
        """Return a part of an f-string as a call that formats its value."""
        if not isinstance(node, ast.FormattedValue):
            return node
        text, spec = self.text(node), node.format_spec
        arguments: list[ast.expr] = [self.visit(node.value), ast.Constant(node.conversion)]
        if isinstance(spec, ast.JoinedStr):
            arguments.append(self.joined(spec, is_shown=False))
        return call("w_", text, call("formatted_", *arguments))


def formatted(value: object, conversion: int, spec: str = "") -> str:
    """Return the value of a part of an f-string."""
    ways: dict[str, Any] = {"s": str, "r": repr, "a": ascii}
    return format(value if conversion == -1 else ways[chr(conversion)](value), spec)


def main() -> None:
    """Run the program and write the values."""
    path, out = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        source = file.read()
    tree = ast.fix_missing_locations(Wrapper(source).visit(ast.parse(source)))
    found: list[str] = []

    def wrapped(text: str, value: object) -> object:
        # From 3.14 on an argument may be borrowed; a tuple's item never is.
        count = sys.getrefcount((value,)[0]) - 1
        found.append(json.dumps([text, shown(value)[:MOST], count]))
        return value

    space = types.ModuleType("__main__").__dict__
    space["w_"], space["formatted_"] = wrapped, formatted
    space["augmented_"] = lambda name, one, other: _OPERATORS[name](one, other)
    space["joined_"] = lambda *parts: "".join(parts)
    sys.argv = [path]
    try:
        exec(compile(tree, path, "exec"), space)
    finally:
        with open(out, "w", encoding="utf-8") as file:
            file.write("\n".join(found))


if __name__ == "__main__":
    main()
