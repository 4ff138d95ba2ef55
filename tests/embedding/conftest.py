"""A notebook's main module, whose functions and classes have their source in a file."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

type RunCells = Callable[[str], dict[str, object]]


@pytest.fixture
def run_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunCells:
    """Run source as the main module and return its names."""

    def run(source: str) -> dict[str, object]:
        file = tmp_path / f"cells{len(list(tmp_path.iterdir()))}.py"
        file.write_text(source, encoding="utf-8")
        main = ModuleType("__main__")
        main.__file__ = str(file)
        monkeypatch.setitem(sys.modules, "__main__", main)
        exec(compile(source, str(file), "exec"), vars(main))
        return vars(main)

    return run
