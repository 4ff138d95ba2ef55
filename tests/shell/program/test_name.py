"""The name of a program without a file."""

import pytest

from tests.shell.windows import Desk
from visualizer.shell.widgets.dialogs import Unsaved


@pytest.mark.parametrize("is_recorded", [False, True])
def test_a_program_without_a_file_has_one_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, is_recorded: bool
) -> None:
    window = desk.window
    named: list[str] = []
    desk.put_in("a = 1\n")
    if is_recorded:
        desk.record()
    assert window.source.heading.text == "program.py"
    assert window.windowTitle().startswith("*program.py ")

    def stay(name: str) -> Unsaved:
        named.append(name)
        return Unsaved.CANCEL

    monkeypatch.setattr(desk.person, "about_unsaved", stay)
    desk.press("new")
    assert named == ["program.py"]
