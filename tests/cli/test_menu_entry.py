"""The entry in a desktop's menu."""

import sys
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest

from visualizer.cli import main
from visualizer.cli.menu_entry import write_menu_entry


def test_a_command_with_blanks_korean_and_signs_is_quoted(tmp_path: Path) -> None:
    entry, *_ = write_menu_entry(tmp_path, ["/내 폴더/a$b%c"])
    lines = entry.read_text(encoding="utf-8").splitlines()
    assert 'Exec="/내 폴더/a\\\\$b%%c" --from-desktop %f' in lines


def test_the_file_type_has_an_icon_that_is_there(tmp_path: Path) -> None:
    write_menu_entry(tmp_path, ["visualizer"])
    tree = Tree.parse(tmp_path / "mime/packages/visualizer.xml")
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (icon,) = tree.iter(f"{space}icon")
    assert (tmp_path / f"icons/hicolor/scalable/mimetypes/{icon.get('name')}.svg").is_file()


@pytest.mark.skipif(
    sys.platform != "linux", reason="the menus of Linux; elsewhere an installer adds to them"
)
def test_it_goes_into_the_users_own_menu(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["--install-menu"]) == 0
    assert (tmp_path / "applications/org.example.Visualizer.desktop").is_file()
    assert "is in the menu" in capfd.readouterr().out
