"""Compiled words are valid until their sources change."""

import os
import shutil
from pathlib import Path

import pytest

from tests.words.files import path
from visualizer import resources
from visualizer.resources import compiled_words


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout's resources with Korean words, compiled after their last change."""
    words = tmp_path / "resources" / "words"
    words.mkdir(parents=True)
    for kind in ("words", "messages", "qt"):
        shutil.copyfile(path(kind, "ko"), words / f"{kind}_ko.ts")
        os.utime(words / f"{kind}_ko.ts", (100, 100))
    (words / "ko.qm").touch()
    os.utime(words / "ko.qm", (200, 200))
    monkeypatch.setattr(resources, "resources_folder", lambda: words.parent)
    return words


def test_words_that_were_written_later_are_not_passed_over(folder: Path) -> None:
    assert compiled_words("ko") == folder / "ko.qm"
    os.utime(folder / "messages_ko.ts", (300, 300))
    assert compiled_words("ko") is None


def test_the_dates_of_installed_files_do_not_matter(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(folder / "words_ko.ts", (300, 300))
    monkeypatch.setattr(resources, "_PACKAGE", folder.parents[1])
    assert compiled_words("ko") == folder / "ko.qm"


def test_words_that_are_not_compiled_are_missing(folder: Path) -> None:
    assert compiled_words("en") is None
