"""A window removes from its folder all that no other window needs."""

from pathlib import Path

import pytest

from visualizer.shell.sessions.folder import tidy


def test_what_is_still_open_stays_and_the_rest_goes_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows does not remove a file that is open."""
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
