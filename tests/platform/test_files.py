"""Files that replace others."""

import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.systems import needs_links, needs_modes
from visualizer.platform import files
from visualizer.platform.files import path_beside, replacing


def test_a_file_with_an_open_reader_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    with path.open() as reader:
        # Windows refuses while the reader has the file open; the second attempt finds it closed.
        monkeypatch.setattr(time, "sleep", lambda _seconds: reader.close())
        with replacing(path) as beside:
            beside.write_text("new")
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_as_long_as_the_system_allows_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    with replacing(path) as beside:
        beside.write_text("new")
    assert list(tmp_path.iterdir()) == [path]


@needs_modes
@pytest.mark.parametrize("mode", [0o600, 0o750, 0o664])
def test_a_new_file_has_the_mode_of_the_old_one_before_it_has_data(
    tmp_path: Path, mode: int
) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    path.chmod(mode)
    with replacing(path) as beside:
        assert (stat.S_IMODE(beside.stat().st_mode), beside.stat().st_size) == (mode, 0)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@needs_links
def test_a_link_leads_to_the_new_file(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_text("old")
    link.symlink_to(path)
    with replacing(link) as beside:
        beside.write_text("new")
    assert link.is_symlink()
    assert path.read_text() == "new"


_WRITES = """
import sys
from pathlib import Path
from visualizer.platform.files import path_beside
beside = path_beside(Path(sys.argv[1]))
beside.touch()
beside.with_name(beside.name + "-wal").touch()
print(flush=True)
sys.stdin.read()
"""


def _writer(path: Path) -> subprocess.Popen[str]:
    """Start a process that is writing ``path``, and wait until it has begun."""
    process = subprocess.Popen(
        [sys.executable, "-c", _WRITES, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def test_files_of_killed_processes_are_removed_and_those_of_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    foreign = tmp_path / ".visualizer-1"
    foreign.touch()
    with _writer(path) as killed:
        killed.kill()
    left = set(tmp_path.iterdir())
    assert len(left) == 3
    for place in ("machine_name", "id_space"):
        with monkeypatch.context() as patch:
            patch.setattr(files, place, lambda: "elsewhere")
            path_beside(path)
        assert set(tmp_path.iterdir()) == left, f"another {place} cannot tell if its writer runs"
    with _writer(path) as writing:
        path_beside(path)
        now = set(tmp_path.iterdir())
        assert len(now) == 3
        assert now & left == {foreign}
        writing.communicate()
