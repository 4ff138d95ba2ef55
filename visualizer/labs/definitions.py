"""Reads the source of definitions from a file, without importing what the file imports."""

import ast
from functools import cache
from pathlib import Path


@cache
def definitions(path: Path) -> dict[str, str]:
    """Return the source of each class, function and variable of a module, by its name."""
    text, found = path.read_text(encoding="utf-8"), {}
    for node in ast.parse(text).body:
        names = [node.name] if isinstance(node, ast.ClassDef | ast.FunctionDef) else []
        if isinstance(node, ast.Assign):
            names = [one.id for one in node.targets if isinstance(one, ast.Name)]
        for name in names:
            found[name] = ast.get_source_segment(text, node) or ""
    return found
