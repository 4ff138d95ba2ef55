"""The documents agree with the tree; each rule catches a planted violation."""

import datetime
from pathlib import Path

import pytest

from tests.architecture.documents import (
    Tree,
    broken_walks,
    longest_walk,
    missing,
    missing_links,
)
from tests.architecture.rooms import ROOT, ROWS

INSIDE = sorted((ROOT / "docs").glob("*.md"))
NAMING = [ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", ROOT / "README.md", *INSIDE]
DECISIONS = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
LINKING = [*sorted(ROOT.glob("*.md")), *INSIDE, *sorted((ROOT / "docs/decisions").glob("*.md"))]

PLAYER = """
class Player:
    def forward(self):
        self.go_to(1)

    def go_to(self, step):
        paint(step)

def paint(step):
    depth = step
"""
ENGINE = """
static void step(int event)
{
    record_send(1);
}

int record_send(int is_step)
{
    return 1;
}
"""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def tree() -> Tree:
    return Tree.at(ROOT)


@pytest.fixture
def planted(tmp_path: Path) -> Tree:
    """A small project."""
    files = {
        "visualizer/shell/playback/player.py": PLAYER,
        "visualizer/recorder/core/engine.c": ENGINE,
        "visualizer/layout/table.py": "",
        "visualizer/words/table.py": "",
        "resources/words/words_en.ts": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Tree.at(tmp_path)


@pytest.mark.parametrize("path", NAMING, ids=named)
def test_names_in_documents_exist(path: Path, tree: Tree) -> None:
    assert missing(path.read_text(encoding="utf-8"), tree) == []


@pytest.mark.parametrize("path", LINKING, ids=named)
def test_links_in_documents_lead_somewhere(path: Path) -> None:
    assert missing_links(path) == []


def test_each_walk_calls_from_function_to_function(tree: Tree) -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert broken_walks(text, tree) == []
    assert 2 <= longest_walk(text) <= 12


def test_documents_are_as_short_as_promised() -> None:
    most = {ROOT / "ARCHITECTURE.md": 1_200} | dict.fromkeys(INSIDE, 1_600)
    lengths = {path: len(path.read_text(encoding="utf-8").split()) for path in most}
    assert {named(path) for path in most if lengths[path] > most[path]} == set()


def test_the_table_of_rooms_has_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {room for room in ROWS if (ROOT / "visualizer" / room).is_dir()}
    assert {room for room in rooms if f"| `{room}` |" not in text} == set()


def test_the_index_has_every_decision() -> None:
    index = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    assert [path.name for path in DECISIONS if f"({path.name})" not in index] == []


@pytest.mark.parametrize("path", DECISIONS, ids=named)
def test_a_decision_has_a_date_and_its_four_parts(path: Path) -> None:
    number = path.name.partition("-")[0]
    title, date, *lines = [line for line in path.read_text("utf-8").splitlines() if line]
    assert title.startswith(f"# {number}. ")
    assert str(datetime.date.fromisoformat(date)) == date
    parts = [line for line in lines if line.startswith("#")]
    assert parts == ["## Context", "## Decision", "## Consequences", "## Measured"]


@pytest.mark.parametrize(
    "word",
    [
        "visualizer/shell/playback/player.py",
        "shell/playback/player.py",
        "player.py",
        "shell/",
        "resources/words/words_*.ts",
        "python -m visualizer.shell.playback.player FILE",
        "visualizer.shell.playback.player.Player",
        "Player",
        "Player.go_to",
        "paint()",
        "record_send()",
        "len()",
        "--json FILE",
        "and words",
    ],
)
def test_a_name_that_is_there_is_no_violation(word: str, planted: Tree) -> None:
    assert missing(f"See `{word}`.", planted) == []


@pytest.mark.parametrize(
    "word",
    [
        "visualizer/shell/gone.py",
        "shell/gone.py",
        "gone.py",
        "table.py",  # two files bear that name
        "shell/gone/",
        "resources/words/gone_*.ts",
        "python -m visualizer.shell.gone FILE",
        "python visualizer/shell/gone.py",
        "visualizer.shell.playback.player.Gone",
        "Gone",
        "Player.gone",
        "gone()",
        "depth()",  # a variable
    ],
)
def test_a_name_that_is_not_there_is_caught(word: str, planted: Tree) -> None:
    assert missing(f"See `{word}`.", planted) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "`shell/playback/player.py`: `step`",
        "`step` (`shell/playback/player.py`)",
        "`step()` (`player.py`)",
    ],
)
def test_a_name_given_for_the_wrong_file_is_caught(text: str, planted: Tree) -> None:
    assert len(missing(text, planted)) == 1
    assert missing(text.replace("step", "paint"), planted) == []


def test_names_in_blocks_of_code_are_left_alone(planted: Tree) -> None:
    assert missing("```\n`gone.py`\n```\n", planted) == []


def test_a_link_to_nothing_is_caught(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("[a](page.md) [b](gone.md#part) [c](https://example.org/x)")
    assert missing_links(document) == ["gone.md"]


WALK = """
1. `visualizer/shell/playback/player.py`: `Player.forward` goes on.
2. `visualizer/shell/playback/player.py`: `Player.go_to`
3. *By a signal:* `visualizer/recorder/core/engine.c`: `step`
4. `visualizer/recorder/core/engine.c`: `record_send`
"""


def test_a_walk_that_holds_is_no_violation(planted: Tree) -> None:
    assert broken_walks(WALK, planted) == []
    assert longest_walk(WALK) == 4


def test_a_step_that_does_not_call_the_next_is_caught(planted: Tree) -> None:
    assert broken_walks(WALK.replace("*By a signal:* ", ""), planted) == [
        "visualizer/recorder/core/engine.c: step"
    ]


def test_a_walk_begins_anew_with_its_first_step(planted: Tree) -> None:
    assert broken_walks(WALK + WALK, planted) == []
