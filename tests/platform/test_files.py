"""Files that replace others."""

import time
from pathlib import Path

import pytest

from visualizer.platform.files import replacing


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
