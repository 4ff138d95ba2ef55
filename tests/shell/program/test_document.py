"""Reading and writing a program's file: only the edits change it."""

import errno
import os
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.systems import needs_devices, needs_links, needs_modes
from visualizer.model import CannotRun, NotKept
from visualizer.shell.appearance.words import Words
from visualizer.shell.program import document
from visualizer.shell.program.document import Document, copy_recording, line_ends, load, save

FILES = {
    "plain": b"x = 1\n",
    "empty": b"",
    "without a last line end": b"x = 1\ny = 2",
    "windows": b"x = 1\r\ny = 2\r\n",
    "old mac": b"x = 1\ry = 2\r",
    "mixed": b"a\r\nb\nc\rd\r\n",
    "byte order mark": b"\xef\xbb\xbfx = '\xea\xb0\x80'\r\n",
    "coding line": "# -*- coding: cp949 -*-\nx = '가'\n".encode("cp949"),
    "letters beside the coding line": "# -*- coding: cp949 -*- 한글\n".encode("cp949"),
    "latin": b"#!/usr/bin/python\n# coding: latin-1\nx = '\xe9'\n",
    "odd spaces": "x = 'a\u00a0b\u2028c'\x0c\n".encode(),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_a_file_saved_as_it_was_read_keeps_every_byte(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "프로그램 1.py"
    path.write_bytes(data)
    document = load(path)
    assert "\r" not in document.text
    saved = save(document, document.text, path)
    assert path.read_bytes() == data
    assert saved == document


def test_an_edit_keeps_the_line_ends_of_all_other_lines(tmp_path: Path) -> None:
    path = tmp_path / "mixed.py"
    path.write_bytes(b"a\r\nb\nc\r\nd\r\n")
    document = load(path)
    save(document, document.text.replace("b\n", "b1\nb2\n"), path)
    assert path.read_bytes() == b"a\r\nb1\r\nb2\r\nc\r\nd\r\n"


@given(
    lines=st.lists(st.text("ab", max_size=3), min_size=1, max_size=6),
    ends=st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=5, max_size=5),
    edited=st.text("ab\n", max_size=12),
)
def test_every_line_of_an_edited_text_gets_a_line_end(
    lines: list[str], ends: list[str], edited: str
) -> None:
    document = Document(None, "\n".join(lines), ends=tuple(ends[: len(lines) - 1]))
    assert len(line_ends(document, edited)) == edited.count("\n")
    assert line_ends(document, document.text) == document.ends


def test_a_file_that_is_no_program_is_refused_with_the_reason(tmp_path: Path) -> None:
    for name, data, reason in (
        ("binary.py", b"\x7fELF\0\0", "not a text file"),
        ("broken.py", b"x = 1\ny = '\x81'\n", "line 2 is not utf-8 text; .*save it again as UTF-8"),
        ("old.py", "# 한글\nx = 1\n".encode("cp949"), "probably cp949; read it as cp949"),
        ("unknown.py", b"# coding: martian\n", "coding"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(CannotRun, match=reason) as caught:
            load(path)
        assert str(path) in str(caught.value)
        assert "\n" not in str(caught.value)
    with pytest.raises(CannotRun, match="no such file"):
        load(tmp_path / "missing.py")
    with pytest.raises(CannotRun, match="directory"):
        load(tmp_path)


def test_a_character_that_the_encoding_lacks_is_not_saved_and_the_file_stays(
    tmp_path: Path,
) -> None:
    path = tmp_path / "latin.py"
    path.write_bytes(b"# coding: latin-1\nx = '\xe9'\n")
    document = load(path)
    with pytest.raises(NotKept, match=r"line 2.*가.*utf-8"):
        save(document, document.text.replace("é", "가"), path)
    assert path.read_bytes() == b"# coding: latin-1\nx = '\xe9'\n"


def test_a_changed_coding_line_changes_the_encoding_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_bytes(b"# coding: latin-1\nx = '\xe9'\n")
    document = load(path)
    save(document, document.text.replace("latin-1", "utf-8"), path)
    assert path.read_bytes() == "# coding: utf-8\nx = 'é'\n".encode()


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("missing/program.py", "its directory does not exist; create it"),
        ("folder", "is a directory; choose a file"),
        pytest.param("/dev/full", "is not a regular file; choose another", marks=needs_devices),
        pytest.param("/proc/program.py", "cannot be written: No such file", marks=needs_devices),
    ],
)
def test_a_place_that_cannot_be_written_is_named_and_left_as_it_was(
    tmp_path: Path, place: str, reason: str
) -> None:
    tmp_path.joinpath("folder").mkdir()
    with pytest.raises(NotKept, match=reason) as caught:
        save(Document(None, ""), "x = 1\n", tmp_path / place)
    assert str(Path(place)) in str(caught.value)
    assert [path.name for path in tmp_path.rglob("*")] == ["folder"]


def test_a_place_without_permission_comes_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(path: Path, data: bytes | IO[bytes]) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(document, "_write", forbidden)
    with pytest.raises(NotKept, match="no permission to write there; choose another place"):
        document.write_whole(tmp_path / "picture.png", b"")


@needs_links
def test_saving_goes_through_a_link_and_keeps_the_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real.py", tmp_path / "link.py"
    real.write_bytes(b"x = 1\n")
    real.chmod(0o750)
    link.symlink_to(real)
    save(load(link), "x = 2\n", link)
    assert link.is_symlink()
    assert real.read_bytes() == b"x = 2\n"
    assert real.stat().st_mode & 0o777 == 0o750


@needs_links
@needs_modes
def test_a_copied_recording_goes_through_a_link_and_keeps_the_mode(tmp_path: Path) -> None:
    source, real, link = (tmp_path / name for name in ("source", "real", "link"))
    source.write_bytes(b"new")
    real.write_bytes(b"old")
    real.chmod(0o600)
    link.symlink_to(real)
    copy_recording(source, link)
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"new", 0o600)
    with pytest.raises(NotKept, match="is a directory"):
        copy_recording(source, tmp_path)
    assert {one.name for one in tmp_path.iterdir()} == {"source", "real", "link"}


def test_a_full_disk_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "program.py"
    target.write_text("x = 1\n")

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NotKept) as caught:
        save(load(target), "x = 2\n", target)
    assert "free some space" in Words("en").error(caught.value)
    assert "공간을 비우거나" in Words("ko").error(caught.value)
    assert target.read_text() == "x = 1\n"
    assert list(tmp_path.iterdir()) == [target]
