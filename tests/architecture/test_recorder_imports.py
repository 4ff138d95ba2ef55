"""The recorder runs in the student's process, and so do all its imports."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "visualizer"
RECORDER = PACKAGE / "recorder"
# entry/sitecustomize.py delegates to the sitecustomize that a plain run would import.
ALLOWED = {*sys.stdlib_module_names, "sitecustomize"}


def foreign_imports(source: str) -> list[str]:
    """Return a source's imports other than the standard library and the recorder itself."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level > 1:
            names.append("." * node.level)
    return [
        name
        for name in names
        if name.partition(".")[0] not in ALLOWED
        and not f"{name}.".startswith("visualizer.recorder.")
    ]


@pytest.mark.parametrize(
    "path", sorted(RECORDER.rglob("*.py")), ids=lambda path: str(path.relative_to(RECORDER))
)
def test_the_recorder_imports_the_standard_library_alone(path: Path) -> None:
    assert foreign_imports(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        "import numpy",
        "import os, PySide6.QtCore",
        "from visualizer import model",
        "from visualizer.model.delta import Delta",
        "from .. import model",
        "def read():\n    import visualizer.session\n",
        "try:\n    import h5py\nexcept ImportError:\n    pass\n",
    ],
)
def test_a_planted_import_is_found(planted: str) -> None:
    assert foreign_imports(planted) != []


def test_own_and_standard_imports_are_no_faults() -> None:
    assert foreign_imports("import sys, os.path\nfrom . import wire\n") == []
    assert foreign_imports("from visualizer.recorder import wire\n") == []
    assert foreign_imports("import visualizer.recorder.wire\n") == []


def test_the_package_itself_imports_nothing() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    assert not [n for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom)]
