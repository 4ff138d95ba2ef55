"""Returns the source of a method, and its work as a small program of one process."""

import ast
from pathlib import Path

from visualizer.labs.definitions import definitions
from visualizer.labs.shared_memory.methods.registry import Method

_HERE = Path(__file__).parent


def source_of(one: Method) -> str:
    """Return its carrier and crew with their bases, then the work of a worker.

    A script returns the script as printed, Dask its whole module.
    """
    if one.script:
        return _text(_HERE.parent / "printed" / "programs", one.script)
    if not one.crew_name:
        return _text(_HERE, "distributed")
    carriers, crews = (definitions(_HERE / name) for name in ("carriers.py", "crews.py"))
    parts = [*_classes(carriers, one.carrier_name), *_classes(crews, one.crew_name)]
    parts.append(crews["_work_in_pool" if one.crew_name == "Pool" else "work"])
    return "\n\n\n".join(parts) + "\n"


def small_program(one: Method) -> str:
    """Return a program to step through; empty for methods that show nothing in one process."""
    return _text(_HERE.parent / "programs", one.small) if one.small else ""


def _text(folder: Path, name: str) -> str:
    return (folder / f"{name}.py").read_text(encoding="utf-8")


def _classes(parts: dict[str, str], name: str) -> list[str]:
    """Return a class after its bases of the same file, without the abstract one."""
    (one,) = ast.parse(parts[name]).body
    assert isinstance(one, ast.ClassDef)
    bases = [base.id for base in one.bases if isinstance(base, ast.Name)]
    concrete = [base for base in bases if base in parts and base not in ("Carrier", "Crew")]
    return [*(text for base in concrete for text in _classes(parts, base)), parts[name]]
