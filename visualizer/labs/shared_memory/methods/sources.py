"""Returns the source of a method, read from its files without importing anything."""

import ast
from functools import cache
from pathlib import Path

from visualizer.labs.shared_memory.methods.registry import Method

_HERE = Path(__file__).parent


def source_of(one: Method) -> str:
    """Return its carrier and crew with their bases, then the work of a worker.

    A script returns the script as printed, Dask its whole module.
    """
    if one.script:
        return (_HERE.parent / "printed" / "programs" / f"{one.script}.py").read_text(
            encoding="utf-8"
        )
    if not one.crew_name:
        return _text("distributed")
    parts = [*_classes("carriers", one.carrier_name), *_classes("crews", one.crew_name)]
    in_pool = one.crew_name == "Pool"
    parts += [_part("crews", name) for name in (("_work_in_pool",) if in_pool else ("work",))]
    return "\n\n\n".join(parts) + "\n"


@cache
def _text(module: str) -> str:
    return (_HERE / f"{module}.py").read_text(encoding="utf-8")


@cache
def _parts(module: str) -> dict[str, ast.ClassDef | ast.FunctionDef]:
    """Return the top-level definitions of a file, by name."""
    return {
        one.name: one
        for one in ast.parse(_text(module)).body
        if isinstance(one, ast.ClassDef | ast.FunctionDef)
    }


def _classes(module: str, name: str) -> list[str]:
    """Return a class after its bases of the same file, without the abstract one."""
    parts = _parts(module)
    one = parts[name]
    assert isinstance(one, ast.ClassDef)
    bases = [base.id for base in one.bases if isinstance(base, ast.Name) and base.id in parts]
    before = [text for base in bases if not _is_abstract(base) for text in _classes(module, base)]
    return [*before, _part(module, name)]


def _is_abstract(name: str) -> bool:
    return name in ("Carrier", "Crew")


def _part(module: str, name: str) -> str:
    one = _parts(module)[name]
    return ast.get_source_segment(_text(module), one) or ""
