"""The set-up script runs before anything is installed, under any Python from 3.9 on."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
MODULES = sorted(PACKAGING.glob("*.py"))
OWN = {path.stem for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_it_imports_the_standard_library_alone(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {(node.module or "").partition(".")[0]}
        else:
            continue
        assert names <= OWN | sys.stdlib_module_names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_it_is_written_for_python_3_9(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 9))
    # Without the import, an annotation such as `str | None` is an error there.
    assert "from __future__ import annotations\n" in text


def test_no_package_hides_the_library_of_that_name() -> None:
    assert not (PACKAGING / "__init__.py").exists()


def test_no_module_hides_one_of_the_standard_library() -> None:
    assert not OWN & sys.stdlib_module_names
