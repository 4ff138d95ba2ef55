"""Preferences persist, and invalid ones are ignored."""

from pathlib import Path

from PySide6.QtCore import QByteArray

from visualizer.shell.appearance.theme_choice import Appearance
from visualizer.shell.settings.preferences import Preferences


def test_values_come_back_from_the_file(tmp_path: Path) -> None:
    first = Preferences(tmp_path / "한글 폴더" / "window.ini")
    first.put("theme", "dark")
    first.put("level", 2)
    first.put("dock", False)
    first.put("geometry", QByteArray(b"\0\1\2"))
    first.sync()
    again = Preferences(tmp_path / "한글 폴더" / "window.ini")
    assert again.text("theme", ("light", "dark"), "light") == "dark"
    assert again.number("level", 1, 4, 3) == 2
    assert again.has("dock")
    assert not again.flag("dock")
    assert again.blob("geometry") == b"\0\1\2"


def test_a_forbidden_value_counts_as_absent(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    path.write_text("[General]\ntheme=pink\nlevel=17\nother=abc\nblob=text\n")
    found = Preferences(path)
    assert found.text("theme", ("light", "dark"), "light") == "light"
    assert found.number("level", 1, 4, 3) == 3
    assert found.number("other", 1, 4, 3) == 3
    assert found.number("missing", 1, 4, 3) == 3
    assert found.blob("blob").isEmpty()
    assert not found.flag("other")


def test_motion_is_as_the_system_asks_until_someone_chooses(tmp_path: Path, qapp: object) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    appearance = Appearance(preferences)
    assert not appearance.reduced_motion
    appearance.reduce_motion(True)
    assert Appearance(preferences).reduced_motion
    appearance.reduce_motion(False)
    assert not Appearance(preferences).reduced_motion
