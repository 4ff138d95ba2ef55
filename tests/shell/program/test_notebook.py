"""A notebook becomes a program."""

import json
from pathlib import Path

import pytest

from visualizer.model import CannotRun
from visualizer.shell.program.document import load


def cell(kind: str, *lines: str) -> dict[str, object]:
    """Return a cell in the form of nbformat 4."""
    return {"cell_type": kind, "metadata": {}, "source": "\n".join(lines)}


def test_the_code_cells_of_a_notebook_are_a_program_without_a_file(tmp_path: Path) -> None:
    path = tmp_path / "수업.ipynb"
    cells = [
        cell("markdown", "# 제목"),
        cell("code", "%matplotlib inline", "x = 7 % 4", "!ls"),
        cell("code", "print(x)"),
    ]
    path.write_text(json.dumps({"cells": cells, "nbformat": 4}), encoding="utf-8")
    document = load(path)
    assert document.path is None
    assert document.text == "# %matplotlib inline\nx = 7 % 4\n# !ls\n\nprint(x)\n"


@pytest.mark.parametrize("text", ["x = 1\n", "[]", '{"cells": 3}', '{"worksheets": []}'])
def test_a_file_that_is_no_notebook_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.ipynb"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CannotRun, match="not a Jupyter notebook"):
        load(path)
