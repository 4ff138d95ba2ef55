"""The verb compare: two recordings, or two steps of one."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Captured, one_line, run
from tests.shell.recordings import recorded

COPYING = """\
import copy
board = [[1, 2], [3, 4]]
again = copy.copy(board)
board[0].append(9)
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Recordings of a shallow and a deep copy."""
    folder = tmp_path_factory.mktemp("두 기록")
    for name in ("shallow", "deep"):
        folder.joinpath(name).mkdir()
    deep = COPYING.replace("copy.copy", "copy.deepcopy")
    return recorded(folder / "shallow", COPYING), recorded(folder / "deep", deep)


def test_two_recordings_are_compared_at_their_last_steps(
    both: tuple[Path, Path], capfd: Captured
) -> None:
    assert run("compare", *both) == 0
    assert capfd.readouterr().out.splitlines() == [
        "A: prog.py, step 5 of 5, line 4",
        "B: prog.py, step 5 of 5, line 4",
        "",
        "`again[0]` and `board[0]` are the same list in A, two different ones in B.",
        "`again[1]` and `board[1]` are the same list in A, two equal ones in B.",
    ]


def test_two_steps_of_one_recording_are_compared_in_korean(
    both: tuple[Path, Path], capfd: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUALIZER_LANGUAGE", "ko")
    assert run("compare", both[0], "--step", 4, "--with", 5) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "B에만 있음: `board[0][2]`, 값은 9."


def test_counts_are_compared_where_they_are_asked_for(
    both: tuple[Path, Path], capfd: Captured
) -> None:
    assert run("compare", *both, "--level", "counts") == 0
    assert "References to `board[0]`: 2 in A, 1 in B." in capfd.readouterr().out


def test_equal_recordings_are_reported_as_equal(both: tuple[Path, Path], capfd: Captured) -> None:
    assert run("compare", both[0], both[0]) == 0
    assert capfd.readouterr().out.endswith("\nnothing differs\n")


def test_json_has_both_sides_and_each_difference(both: tuple[Path, Path], capfd: Captured) -> None:
    assert run("compare", *both, "--step", 4, "--with", 4, "--json") == 0
    told = json.loads(capfd.readouterr().out)
    assert [side["side"] for side in told["sides"]] == ["A", "B"]
    assert told["sides"][0] == {
        "side": "A",
        "program": "prog.py",
        "step": 4,
        "steps": 5,
        "file": "prog.py",
        "line": 4,
        "function": "<module>",
    }
    assert told["whole"] is True
    first = told["differences"][0]
    assert (first["kind"], first["path"], first["shared"]) == ("shared", "again[0]", "A")
    assert first["others"][0] == "board[0]"
    assert first["equal"] is True
    assert first["places"][0]["slot"] == ["item", 0]


@pytest.mark.parametrize(
    ("format_", "begin"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
@pytest.mark.parametrize("is_named", [True, False])
def test_both_are_drawn_beside_each_other(
    both: tuple[Path, Path], tmp_path: Path, format_: str, begin: bytes, is_named: bool
) -> None:
    out = tmp_path / ("both" if is_named else f"both.{format_}")
    named = ["--format", format_] if is_named else []
    assert run("compare", *both, *named, "-o", out) == 0
    assert out.read_bytes().startswith(begin)


@pytest.mark.parametrize(
    ("options", "code", "fault"),
    [
        ([], 2, "one recording is compared at two steps; name one with --step N"),
        (["--step", 9], 1, "there is no step 9; the last is 5"),
        (["--with", 0], 1, "there is no step 0; the last is 5"),
        (["--with", 2, "-o", "x"], 2, "-o works only with --format svg, png or pdf"),
        (["--with", 2, "--json", "--format", "svg"], 2, "--json and --format do not go together"),
    ],
)
def test_recordings_that_cannot_be_compared_are_reported(
    both: tuple[Path, Path], options: list[object], code: int, fault: str, capfd: Captured
) -> None:
    assert run("compare", both[0], *options) == code
    assert fault in one_line(capfd)
