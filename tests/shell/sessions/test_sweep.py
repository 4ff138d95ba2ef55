"""Windows' remains stay within bounds; open files and unsaved text are never removed."""

import os
from pathlib import Path

from visualizer.shell.sessions.folder import (
    Draft,
    SessionFolder,
    Whereabouts,
    as_json,
    draft,
    read_json,
    sweep,
    whereabouts,
)


def left_behind(root: Path, number: int, size: int, *, text: bool = False) -> Path:
    """Make the folder of a closed window; a larger number is newer."""
    folder = SessionFolder(root)
    path = folder.path
    name = f"{number}.memtrace"
    path.joinpath(name).write_bytes(bytes(size))
    folder.write_state(as_json(Whereabouts(root / "x.py", recording=name, step=1)))
    folder.write_draft(as_json(Draft("x", None)) if text else None)
    folder.close(name)
    for file in path.glob("*.json"):
        os.utime(file, (number, number))
    return path


def recordings(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("*/*.memtrace"))


def test_the_oldest_recordings_go_first_until_the_rest_fits(tmp_path: Path) -> None:
    for number in range(1, 6):
        left_behind(tmp_path, number, 10_000)
    sweep(tmp_path, quota=35_000)
    assert recordings(tmp_path) == ["3.memtrace", "4.memtrace", "5.memtrace"]
    sweep(tmp_path, quota=35_000, most=2)
    assert recordings(tmp_path) == ["4.memtrace", "5.memtrace"]
    sweep(tmp_path, quota=0)
    assert list(tmp_path.iterdir()) == []


def test_recordings_of_an_open_window_and_unsaved_text_stay(tmp_path: Path) -> None:
    held = SessionFolder(tmp_path)
    assert held.take_over(left_behind(tmp_path, 1, 10_000))
    texts = left_behind(tmp_path, 2, 10_000, text=True)
    sweep(tmp_path, quota=0, most=0)
    assert recordings(tmp_path) == ["1.memtrace"]
    assert read_json(texts / "draft.json")["text"] == "x"
    held.close("1.memtrace")
    sweep(tmp_path, quota=0)
    assert recordings(tmp_path) == []
    assert texts.exists()


def test_files_of_a_crash_go(tmp_path: Path) -> None:
    path = left_behind(tmp_path, 2, 100)
    path.joinpath("1").mkdir()
    path.joinpath("1", "program.py").write_text("x = 1")
    path.joinpath("1.memtrace").write_bytes(b"old")
    path.joinpath("2.memtrace-wal").write_bytes(b"")
    empty = tmp_path / "window-empty"
    empty.mkdir()
    sweep(tmp_path)
    assert sorted(file.name for file in path.iterdir()) == [
        "2.memtrace",
        "2.memtrace-wal",
        "session.json",
    ]
    assert not empty.exists()


def test_a_folder_belongs_to_one_window_at_a_time(tmp_path: Path) -> None:
    path = left_behind(tmp_path, 1, 1, text=True)
    one, other = SessionFolder(tmp_path), SessionFolder(tmp_path)
    assert one.take_over(path)
    assert not other.take_over(path)
    assert other.path != path
    one.write_draft(as_json(Draft("new", None)))
    rescued = next(path.glob("rescued-*"))
    assert draft(read_json(rescued)) == Draft("x", None), "what is typed now is apart from it"
    one.close()
    other.close()


def test_nonsense_in_the_files_counts_as_absent(tmp_path: Path) -> None:
    for number, text in enumerate(("", "[]", "{", '{"version": 1, "text": 3}', "\0")):
        path = tmp_path / f"{number}.json"
        path.write_text(text)
        assert draft(read_json(path)) is None
    assert whereabouts({"version": 99}) is None
    odd = whereabouts({"version": 1, "path": 3, "recording": "../x", "step": -1, "zoom": "x"})
    assert odd == Whereabouts(None)
