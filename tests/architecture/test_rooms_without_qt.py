"""The rooms that need no window work without an installed Qt."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.rooms import QT_ROOMS, ROOT, ROWS

ROOMS = sorted(path.parent.name for path in ROOT.glob("visualizer/*/__init__.py"))
PACKAGES = ["PySide6", "shiboken6", "pyqtgraph", "numpy", "h5py", "pygments", "lucide"]

# Imports every module of the room in the first argument and hides the packages named after it.
IMPORT_ALL = """
import importlib, pkgutil, sys

class Away:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in sys.argv[2:]:
            raise ModuleNotFoundError(f"{name} is away")

sys.meta_path.insert(0, Away())
room = importlib.import_module(f"visualizer.{sys.argv[1]}")
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def import_all(room: str, away: list[str], folder: Path) -> str:
    """Return the error of importing every module of a room from a folder, or an empty text."""
    answer = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, room, *away],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stderr.strip().rpartition("\n")[2]


@pytest.mark.parametrize("room", [room for room in ROOMS if room not in QT_ROOMS])
def test_every_module_of_a_room_imports_only_the_names_of_its_row(room: str) -> None:
    if room == "labs":
        pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")
    here = {*ROWS[room], *(["pygments"] if room == "embedding" else [])}  # IPython needs it
    assert import_all(room, [name for name in PACKAGES if name not in here], ROOT) == ""


def test_a_planted_import_of_qt_is_found(tmp_path: Path) -> None:
    room = tmp_path / "visualizer" / "model"
    room.mkdir(parents=True)
    (room.parent / "__init__.py").touch()
    (room / "__init__.py").touch()
    (room / "planted.py").write_text("from PySide6 import QtCore\n", encoding="utf-8")
    assert "PySide6 is away" in import_all("model", PACKAGES, tmp_path)
