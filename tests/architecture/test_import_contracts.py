"""Every rule about imports has a planted violation that must be caught."""

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.rooms import LAYERS, MODULES, QT_ROOMS, ROOT, ROWS
from tests.systems import needed_to_start

PACKAGES = [
    *("PySide6", "h5py", "lucide", "numpy", "psutil", "pygments", "pyqtgraph", "pytest"),
    *("requests", "zlib_ng"),
]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An empty package with every room of the table, under the project's own contracts."""
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    plugin = tmp_path / "tests" / "architecture" / "may_import.py"
    plugin.parent.mkdir(parents=True)
    plugin.write_bytes((ROOT / "tests" / "architecture" / "may_import.py").read_bytes())
    package = tmp_path / "visualizer"
    package.mkdir()
    (package / "__init__.py").touch()
    for room in {*ROWS, *LAYERS} - MODULES:
        (package / room).mkdir()
        (package / room / "__init__.py").touch()
    for module in MODULES:
        (package / f"{module}.py").touch()
    for name in ("versions", "wire"):
        (package / "recorder" / f"{name}.py").touch()
    return tmp_path


def plant(house: Path, room: str, imported: str) -> str:
    """Add an import to a room and return the name of the module that contains it."""
    inside = "" if room in MODULES else "/planted"
    with (house / "visualizer" / f"{room}{inside}.py").open("a", encoding="utf-8") as file:
        file.write(f"import {imported}\n")
    return f"visualizer.{room}{inside.replace('/', '.')}"


def full_name(name: str) -> str:
    """Return the name by which a module imports an entry of a row."""
    return f"visualizer.{name}" if name.partition(".")[0] in ROWS else name


LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"
"""Run `lint-imports` without looking for the command, whose place depends on the system."""


def lint(house: Path) -> tuple[int, set[str]]:
    """Return the exit code and the output lines of `lint-imports` for the project."""
    answer = subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-cache"],
        cwd=house,
        env={**needed_to_start(), "PATH": "", "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not answer.stderr
    return answer.returncode, {line.strip() for line in answer.stdout.splitlines()}


def test_names_in_the_table_may_be_imported(house: Path) -> None:
    for room, names in ROWS.items():
        for name in names:
            plant(house, room, full_name(name))
        plant(house, room, "json")
        plant(house, room, "visualizer")
    code, lines = lint(house)
    assert "Contracts: 2 kept, 0 broken." in lines
    assert code == 0


def test_every_import_that_a_row_does_not_name_is_caught(house: Path) -> None:
    expected = set()
    for room, names in ROWS.items():
        for other in [*ROWS, *PACKAGES]:
            if other != room and other not in names:
                module = plant(house, room, full_name(other))
                expected.add(f"{module} imports {full_name(other)}, which its row does not name")
    code, lines = lint(house)
    assert code == 1
    assert {line for line in lines if "which its row does not name" in line} == expected


def test_a_module_beside_the_one_that_is_named_is_caught(house: Path) -> None:
    (house / "visualizer" / "recorder" / "start.py").touch()
    module = plant(house, "recording", "visualizer.recorder.start")
    code, lines = lint(house)
    assert code == 1
    assert f"{module} imports visualizer.recorder.start, which its row does not name" in lines


def test_every_import_against_the_order_is_caught(house: Path) -> None:
    pairs = [(low, high) for high, low in itertools.pairwise(LAYERS)]
    for low, high in pairs:
        plant(house, low, f"visualizer.{high}")
    code, lines = lint(house)
    assert code == 1
    for low, high in pairs:
        assert f"visualizer.{low} is not allowed to import visualizer.{high}:" in lines


def test_a_room_without_a_place_is_caught(house: Path) -> None:
    (house / "visualizer" / "misc").mkdir()
    (house / "visualizer" / "misc" / "__init__.py").write_text("import json\n", encoding="utf-8")
    code, lines = lint(house)
    assert code == 1
    assert "visualizer.misc: the room misc has no row in the table" in lines
    assert "Contracts: 0 kept, 2 broken." in lines


def test_qt_and_its_like_stay_in_the_rooms_that_may_have_them() -> None:
    for room, names in ROWS.items():
        if room not in QT_ROOMS:
            assert not {"PySide6", "pyqtgraph", "shiboken6"} & set(names), room


def test_the_recorder_has_nothing_but_the_standard_library() -> None:
    assert ROWS["recorder"] == []


def test_the_rows_follow_the_order() -> None:
    for room, names in ROWS.items():
        lower = LAYERS[LAYERS.index(room) + 1 :]
        for name in names:
            assert name.partition(".")[0] not in set(LAYERS) - set(lower), (room, name)
