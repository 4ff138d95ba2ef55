"""Players in a notebook and in a textbook, opened in a browser."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Frame, Page

CELLS = (
    "%load_ext visualizer",
    "class Node:\n    def __init__(self, value, next=None):\n"
    "        self.value, self.next = value, next\n\nhead = Node(1, Node(2))",
    "%%memory\nnode = head\nwhile node:\n    print('값', node.value)\n    node = node.next",
)
BOOK = """\
Lists
=====

.. memory::
   :level: values
   :height: 420
   :caption: Two names, one list

   a = [1, 2]
   b = a
   b.append("한글 </script>")

.. memory:: with blank/linked.py
   :language: ko
   :steps: 2-4
"""
LINKED = "class Node:\n    pass\n\n\nn = Node()\nn.next = n\n"

type OpenFile = Callable[[Path], Page]


@pytest.fixture
def open_file(browser: Browser) -> Iterator[OpenFile]:
    """Open a file without a network; a complaint of the page itself is a failure."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1200, "height": 900}, locale="en-GB")
    # nbconvert's page asks for MathJax.
    context.route(lambda url: url.startswith("http"), lambda route: route.abort())

    def opened(file: Path) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri(), wait_until="domcontentloaded")
        return page

    yield opened
    context.close()
    assert complaints == []


def run(folder: Path, *command: str) -> None:
    """Run a tool as its user does."""
    environment = {**os.environ, "VISUALIZER_LANGUAGE": "en", "JUPYTER_PATH": str(folder)}
    answer = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**environment, "IPYTHONDIR": str(folder / "ipython"), "PYTHONWARNINGS": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 0, answer.stderr


def frames_of(page: Page) -> list[Frame]:
    return [frame for frame in page.frames if frame is not page.main_frame]


def step_through(frame: Frame) -> list[str]:
    """Step to the end by the button; return the sentences of the steps."""
    said = [frame.inner_text("#said")]
    while frame.is_enabled("#forward"):
        frame.click("#forward")
        said.append(frame.inner_text("#said"))
    return said


BUILD_EACH = """
import contextlib, io, json, sys
from sphinx.cmd.build import main

builds = []
for arguments in json.loads(sys.argv[1]):
    with contextlib.redirect_stderr(io.StringIO()) as said:
        builds.append((main(arguments), said.getvalue()))
print(json.dumps(builds))
"""


def build_each(builds: list[list[str]], folder: Path) -> list[tuple[int, str]]:
    """Return the exit code and messages of each build; one process makes all: it starts slowly."""
    answer = subprocess.run(
        [sys.executable, "-c", BUILD_EACH, json.dumps(builds)],
        cwd=folder,
        env={**os.environ, "VISUALIZER_LANGUAGE": "en", "PYTHONWARNINGS": ""},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [(code, said) for code, said in json.loads(answer.stdout)]


def test_a_notebook_is_executed_and_its_player_steps(tmp_path: Path, open_file: OpenFile) -> None:
    kernel = {
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Python 3",
        "language": "python",
    }
    kernels = tmp_path / "kernels" / "python3"
    kernels.mkdir(parents=True)
    (kernels / "kernel.json").write_text(json.dumps(kernel), encoding="utf-8")
    notebook = nbformat.v4.new_notebook(  # type: ignore[no-untyped-call]
        cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS]  # type: ignore[no-untyped-call]
    )
    nbformat.write(notebook, tmp_path / "cells.ipynb")  # type: ignore[no-untyped-call]
    run(tmp_path, "nbconvert", "--execute", "--to", "html", "cells.ipynb")
    page = open_file(tmp_path / "cells.html")
    [frame] = frames_of(page)
    frame.wait_for_selector("#picture svg")
    assert frame.inner_text("#lines .next").strip().endswith("node = head")
    said = step_through(frame)
    assert len(said) > 8
    assert "Node" in frame.inner_text("#picture")
    assert frame.inner_text("#output").split() == ["값", "1", "값", "2"]
    frame.locator("body").press("Home")
    assert frame.is_disabled("#back")
    assert "reference counts are not the notebook's" in page.inner_text("body")


def test_a_textbook_is_built_with_players(tmp_path: Path, open_file: OpenFile) -> None:
    (tmp_path / "conf.py").write_text(
        "extensions = ['visualizer.embedding.sphinx']\n", encoding="utf-8"
    )
    chapter = tmp_path / "part"
    (chapter / "with blank").mkdir(parents=True)
    (chapter / "with blank" / "linked.py").write_text(LINKED, encoding="utf-8")
    (chapter / "lists.rst").write_text(BOOK, encoding="utf-8")
    (tmp_path / "index.rst").write_text(
        "Book\n====\n\n.. toctree::\n\n   part/lists\n", encoding="utf-8"
    )
    # The pages are read once for all, as Sphinx's make does.
    builds = [
        ["-q", "-W", "-b", builder, "-d", "out/doctrees", ".", f"out/{builder}"]
        for builder in ("html", "dirhtml", "text")
    ]
    assert [code for code, _ in build_each(builds, tmp_path)] == [0, 0, 0]
    for built in ("html/part/lists.html", "dirhtml/part/lists/index.html"):
        page = open_file(tmp_path / "out" / built)
        page.locator("iframe").last.scroll_into_view_if_needed()
        first, second = frames_of(page)
        first.wait_for_selector("#picture svg")
        second.wait_for_selector("#picture svg")
        assert len(step_through(first)) == 4
        assert "</script>" in first.inner_text("#lines")
        assert "Two names, one list" in page.inner_text("body")
        assert second.inner_text("#language") == "English"
        assert len(step_through(second)) == 3
    text = (tmp_path / "out" / "text" / "part" / "lists.txt").read_text(encoding="utf-8")
    assert "b.append(" in text
    assert "class Node" in text


def test_a_page_that_did_not_change_is_not_recorded_again(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        "extensions = ['visualizer.embedding.sphinx']\n", encoding="utf-8"
    )
    book = tmp_path / "index.rst"
    book.write_text("Book\n====\n\n.. memory::\n\n   a = 1\n", encoding="utf-8")
    run(tmp_path, "sphinx", "-q", "-b", "html", ".", "out")
    [page] = (tmp_path / "out" / "_memory").iterdir()
    [kept] = (tmp_path / "out" / ".doctrees" / "_memory").iterdir()
    before = kept.stat().st_mtime_ns
    book.write_text(book.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    run(tmp_path, "sphinx", "-q", "-b", "html", ".", "out")
    assert kept.stat().st_mtime_ns == before
    assert [one.name for one in (tmp_path / "out" / "_memory").iterdir()] == [page.name]


BROKEN = {
    ".. memory::\n\n   a = (\n": "was never closed",
    ".. memory::\n": "a program as its content, or a file",
    ".. memory:: away.py\n": "away.py: no such file; check the path",
    ".. memory::\n   :steps: 4\n\n   a = 1\n": "range of steps",
    ".. memory::\n   :level: most\n\n   a = 1\n": "most",
}
"""Directives that give no player, and the message for each."""


@pytest.fixture(scope="module")
def broken_builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """The exit code and messages of the build of each directive."""
    builds = []
    for directive in BROKEN:
        folder = tmp_path_factory.mktemp("broken")
        (folder / "conf.py").write_text(
            "extensions = ['visualizer.embedding.sphinx']\n", encoding="utf-8"
        )
        (folder / "index.rst").write_text(f"Book\n====\n\n{directive}", encoding="utf-8")
        builds.append(["-q", "-W", "-b", "html", str(folder), str(folder / "out")])
    return dict(zip(BROKEN, build_each(builds, tmp_path_factory.getbasetemp()), strict=True))


@pytest.mark.parametrize("directive", BROKEN)
def test_a_block_that_cannot_be_a_player_stops_the_build(
    broken_builds: dict[str, tuple[int, str]], directive: str
) -> None:
    code, said = broken_builds[directive]
    assert code != 0
    assert BROKEN[directive] in said
