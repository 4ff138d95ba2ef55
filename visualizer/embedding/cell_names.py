"""Finds the names that a cell reads, and the modules that it imports."""

import ast
import symtable
from collections.abc import Iterator


def names_read(source: str) -> list[str]:
    """Return the global names that ``source`` may read before it binds them, in their order.

    A name that a plain statement binds before anything reads it is not among them. What a
    function's body reads counts where the function is defined. Raises ``SyntaxError``.
    """
    read: dict[str, None] = {}
    bound: set[str] = set()
    for statement in ast.parse(source).body:
        own = _defined(statement)
        reads = global_reads(ast.unparse(statement))
        read.update(dict.fromkeys(name for name in reads if name not in bound | own))
        bound |= own | _assigned(statement)
    return list(read)


def global_reads(source: str) -> list[str]:
    """Return the global names that ``source`` reads, changes or deletes, in functions too."""
    tree = ast.parse(source)
    # The compiler of CPython 3.14 adds names of its own, such as __conditional_annotations__.
    written = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    reads = (name for name in table_reads(source) if name in written)
    changed = (name for statement in tree.body for name in _changed(statement))
    return list(dict.fromkeys((*reads, *changed)))


def table_reads(source: str, *, in_functions: bool = True) -> Iterator[str]:
    """Yield the global names that ``source`` reads, also the compiler's own, maybe repeatedly."""
    tables = [symtable.symtable(source, "<cell>", "exec")]
    while tables:
        table = tables.pop(0)
        is_module = table.get_type() == "module"
        for symbol in table.get_symbols():
            if symbol.is_referenced() if is_module else symbol.is_global():
                yield symbol.get_name()
        inner = table.get_children()
        tables[:0] = [one for one in inner if in_functions or one.get_type() != "function"]


def _changed(node: ast.AST) -> Iterator[str]:
    """Yield names that ``+=`` or ``del`` needs, which the symbol table calls assigned alone."""
    match node:
        case ast.AugAssign(target=ast.Name(id=name)):
            yield name
        case ast.Delete(targets=targets):
            yield from (one.id for one in targets if isinstance(one, ast.Name))
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
            return
    for child in ast.iter_child_nodes(node):
        yield from _changed(child)


def _defined(statement: ast.stmt) -> set[str]:
    """Return the name of a function or class that a statement defines."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {statement.name}
    return set()


def _assigned(statement: ast.stmt) -> set[str]:
    """Return the names that a plain statement surely binds."""
    match statement:
        case ast.Assign(targets=targets):
            return {name for target in targets for name in _targets(target)}
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
            return {name}
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return {(one.asname or one.name).partition(".")[0] for one in names}
    return set()


def _targets(target: ast.expr) -> Iterator[str]:
    match target:
        case ast.Name(id=name):
            yield name
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            for element in elements:
                yield from _targets(element)
        case ast.Starred(value=value):
            yield from _targets(value)


def imported(source: str) -> list[str]:
    """Return the top-level modules that ``source`` imports, wherever it does."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.append(node.module.partition(".")[0])
    return found
