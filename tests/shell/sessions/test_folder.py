"""A window removes from its folder every file that no other window needs."""

import time
from pathlib import Path

import pytest

from visualizer.shell.sessions.folder import SessionFolder, drafts_in, locked, tidy, write_json


def test_open_files_stay_and_the_rest_goes_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows does not remove an open file."""
    opened, other, kept = (tmp_path / name for name in ("1.memtrace", "2.memtrace", "3.memtrace"))
    for path in (opened, other, kept):
        path.touch()
    unlink = Path.unlink

    def unlinked(path: Path, missing_ok: bool = False) -> None:
        if path == opened:
            raise PermissionError(13, "in use", str(path))
        unlink(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", unlinked)
        tidy(tmp_path, kept.name)
    assert sorted(path.name for path in tmp_path.iterdir()) == [opened.name, kept.name]
    tidy(tmp_path, kept.name)
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]


def test_a_folder_whose_text_cannot_be_moved_is_not_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows does not move a file that another program reads."""
    left = tmp_path / "window-left"
    left.mkdir()
    write_json(left / "draft.json", {"text": "x = 1"})
    with monkeypatch.context() as patched:

        def renamed(path: Path, target: Path) -> Path:
            raise PermissionError(13, "in use", str(path), None, str(target))

        patched.setattr(Path, "rename", renamed)
        assert not SessionFolder(tmp_path).take_over(left)
    assert [path.name for path in drafts_in(left)] == ["draft.json"]
    own = SessionFolder(tmp_path)
    assert own.take_over(left)
    assert [path.name.partition("-")[0] for path in drafts_in(left)] == ["rescued"]
    assert locked(left) is None
    own.close()


def test_text_is_stored_while_the_last_one_is_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.json"
    write_json(path, {"text": "x = 1"})
    with path.open() as reader:
        monkeypatch.setattr(time, "sleep", lambda _seconds: reader.close())
        write_json(path, {"text": "x = 2"})
    assert path.read_text() == '{"text": "x = 2"}'
