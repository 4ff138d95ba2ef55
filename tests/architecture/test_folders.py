"""A newcomer finds a place by ``ls``: folders are small, and each package describes its content."""

import ast
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePath

import pytest

from tests.architecture.rooms import ROOT

PACKAGE = ROOT / "visualizer"
MOST_FILES, MOST_LINES = 20, 3
KINDS = {".py", ".c", ".h"}
MADE = {"wire.h"}
"""Made by the build."""


def written_files() -> list[PurePath]:
    """List the package's source files, relative to the package."""
    return sorted(
        path.relative_to(PACKAGE)
        for path in PACKAGE.rglob("*")
        if path.suffix in KINDS and path.name not in MADE
    )


def over_full(files: Iterable[PurePath]) -> dict[str, int]:
    """Return the folders with too many files, and the number of files in each."""
    count = Counter(path.parent.as_posix() for path in files)
    return {folder: number for folder, number in count.items() if number > MOST_FILES}


def fault_of_docstring(source: str) -> str:
    """Describe the fault of a package's docstring; empty if it has none."""
    said = ast.get_docstring(ast.parse(source))
    if not said:
        return "it does not say what lives there"
    if len(said.partition("\n\n")[0].splitlines()) > MOST_LINES:
        return "its first paragraph is too long"
    return ""


def test_no_folder_has_too_many_files() -> None:
    assert over_full(written_files()) == {}


def test_a_file_too_many_is_found() -> None:
    files = [PurePath("shell", f"{number}.py") for number in range(MOST_FILES)]
    assert over_full(files) == {}
    assert over_full([*files, PurePath("shell", "one.c")]) == {"shell": MOST_FILES + 1}


@pytest.mark.parametrize(
    "path",
    [path for path in written_files() if path.name == "__init__.py"],
    ids=lambda path: str(path.parent),
)
def test_every_package_describes_its_contents(path: PurePath) -> None:
    assert fault_of_docstring(Path(PACKAGE, path).read_text(encoding="utf-8")) == ""


@pytest.mark.parametrize("source", ["", "import json\n", '"""One\ntwo\nthree\nfour."""\n'])
def test_a_package_without_a_word_or_with_too_many_is_found(source: str) -> None:
    assert fault_of_docstring(source) != ""
