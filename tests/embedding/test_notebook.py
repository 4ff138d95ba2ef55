"""The magic ``%%memory`` in IPython."""

import atexit
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import RichOutput, capture_output

from tests.embedding.test_program_page import data_of
from visualizer.embedding import program_page


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[InteractiveShell]:
    """A notebook's shell with the magic, in a folder of its own."""
    monkeypatch.setenv("VISUALIZER_LANGUAGE", "en")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.chdir(tmp_path)
    InteractiveShell.clear_instance()
    made = InteractiveShell.instance()
    history = made.history_manager
    assert history is not None
    history.enabled = False
    made.run_cell("%load_ext visualizer")
    yield made
    # As at the end of a kernel; registered for exit, every shell would live until then.
    atexit.unregister(made.atexit_operations)
    made.atexit_operations()
    InteractiveShell.clear_instance()


def shown(shell: InteractiveShell, cell: str) -> Any:
    """Return a cell's displayed data by type, or its error message."""
    with capture_output() as captured:
        result = shell.run_cell(cell)
    if result.error_in_exec is not None:
        return str(result.error_in_exec)
    [output] = captured.outputs
    assert isinstance(output, RichOutput)
    return output.data


def page_of(html: str) -> dict[str, Any]:
    """The data of the page in a frame."""
    found = re.search(r'srcdoc="(.*?)"', html, re.DOTALL)
    assert found is not None
    return data_of(unescape(found[1]))


def code_of(page: dict[str, Any]) -> str:
    lines = page["files"][0]["lines"]
    return "\n".join("".join(text for text, _ in line) for line in lines)


def test_a_cell_is_recorded_and_the_kernel_keeps_its_names(shell: InteractiveShell) -> None:
    data = shown(shell, "%%memory\na = [1]\nb = a\nprint(b)")
    page = page_of(data["text/html"])
    assert code_of(page) == "a = [1]\nb = a\nprint(b)\n"
    assert page["steps"][-1]["out"] == "[1]\n"
    assert data["text/plain"].startswith("4 steps recorded")
    assert "a" not in shell.user_ns


def test_a_warning_about_the_text_of_a_cell_is_shown_once(shell: InteractiveShell) -> None:
    with pytest.warns(SyntaxWarning, match="invalid escape") as warned:
        shown(shell, "%%memory\nimport re\nfound = re.findall('\\d+', 'a1')")
    assert [one.filename for one in warned] == ["<cell>"]


def test_a_cell_begins_with_the_names_of_the_notebook(shell: InteractiveShell) -> None:
    shell.run_cell("class Node:\n    def __init__(self, v): self.v = v\nn = Node([1])\nm = n.v")
    data = shown(shell, "%%memory\nn.v.append(2)\nprint(m, type(n).__name__)")
    page = page_of(data["text/html"])
    assert page["steps"][-1]["out"] == "[1, 2] Node\n"
    code = code_of(page).splitlines()
    first = page["steps"][0]["line"]
    assert code[first - 1] == "n.v.append(2)"
    assert code[first - 2] == "# the cell"
    assert "names it reads were made anew" in data["text/plain"]
    assert shell.user_ns["m"] == [1]


def test_a_value_that_cannot_be_rebuilt_is_named(shell: InteractiveShell) -> None:
    shell.run_cell("g = (i for i in 'ab')")
    data = shown(shell, "%%memory\nx = next(g)")
    assert (
        "Left out, because no source text can make such a value: g (generator)"
        in (data["text/plain"])
    )
    assert "NameError" in page_of(data["text/html"])["after"]["err"]


def test_a_cell_may_run_in_the_notebook_too(shell: InteractiveShell) -> None:
    shown(shell, "%%memory --run --level values --height 300\nkept = [1]")
    assert shell.user_ns["kept"] == [1]


def test_modules_beside_the_notebook_can_be_imported(shell: InteractiveShell) -> None:
    Path("helpers.py").write_text("NUMBER = 7\n", encoding="utf-8")
    Path("random.py").write_text("raise SystemExit('mine')\n", encoding="utf-8")
    page = page_of(shown(shell, "%%memory\nimport helpers\nprint(helpers.NUMBER)")["text/html"])
    assert any(step.get("out") == "7\n" for step in page["steps"])


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("%%memory\na = 1\n%timeit a", "line 2 of the cell is a command of the notebook"),
        ("%%memory\n!ls", "line 1 of the cell is a command"),
        ("%%memory\na = (", "was never closed"),
        ("%%memory\nawait x", "outside function"),
        ("%%memory --level most\na = 1", "invalid choice"),
        ("%%memory --steps 5\na = 1", "argument --steps: 5 is not a range of steps such as 3-20"),
        ("%%memory --steps 7-9\na = 1", "no step"),
    ],
)
def test_a_cell_that_cannot_be_recorded_is_reported(
    shell: InteractiveShell, cell: str, said: str
) -> None:
    assert said in shown(shell, cell)


def test_an_endless_cell_ends_and_names_the_shown_steps(
    shell: InteractiveShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (program_page._MOST_RECORDED, program_page.MOST_STEPS) == (1_000_000, 1_000)
    monkeypatch.setattr(program_page, "_MOST_RECORDED", 2_000)
    monkeypatch.setattr(program_page, "MOST_STEPS", 20)
    data = shown(shell, "%%memory --level values\nn = 0\nwhile True:\n    n += 1")
    assert "The cell took 2000 steps; these are 1 to 20" in data["text/plain"]
