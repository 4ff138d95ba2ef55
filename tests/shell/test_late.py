"""Parts that are made late: their modules come on another thread, the window is painted between."""

import sys
from collections.abc import Callable
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.shell.windows import Desk
from visualizer.layout.checkpoints import checkpoint
from visualizer.shell import late
from visualizer.shell.labs.common.code_card import CodeCard
from visualizer.shell.late import done_beside, made_in_slices

SPLIT = "posixpath:split"


def test_its_module_is_imported_on_another_thread(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made_late.py").write_text(
        "import threading\nthread = threading.current_thread()\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    assert made_in_slices("made_late:thread", lambda thread: thread) is not main_thread()
    del sys.modules["made_late"]


def test_events_are_handled_at_its_checkpoints_and_not_within_them(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(late, "_SLICE", 0.0)
    said: list[str] = []

    def at_next_event(text: str, then: Callable[[], object] = lambda: None) -> None:
        QTimer.singleShot(0, lambda: (said.append(text), then()))

    def make(_: object) -> str:
        # The work of an event has its own checkpoints, which do not begin another round.
        at_next_event("first", lambda: (at_next_event("second"), checkpoint()))
        said.append("before")
        checkpoint()
        said.append("between")
        checkpoint()
        at_next_event("last")
        return "made"

    assert made_in_slices(SPLIT, make) == "made"
    assert said == ["before", "first", "between", "second", "last"]
    at_next_event("never")
    checkpoint()
    assert said[-1] == "last"


def test_a_part_keeps_its_own_font_although_events_are_handled_before_it_has_a_parent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(late, "_SLICE", 0.0)
    desk.press("page_streaming")
    page = desk.window.pages.lab
    assert page is not None
    card = page.findChild(CodeCard)
    assert card is not None
    code = desk.window.source.editor.font()
    assert card.text.font().families() == code.families()
    assert card.text.font().family() != page.font().family()


def test_work_beside_raises_its_error_here(qtbot: QtBot) -> None:
    def fail() -> None:
        raise LookupError(current_thread() is main_thread())

    with pytest.raises(LookupError, match="False"):
        done_beside(fail)


def test_a_room_is_entered_before_its_page_is_made(desk: Desk) -> None:
    window = desk.window
    seen: list[tuple[bool, bool, object]] = []

    def look() -> None:
        tab = window.header.tabs.tabs["streaming"]
        seen.append((tab.isChecked(), window.source.isVisible(), window.pages.lab))

    QTimer.singleShot(0, look)
    desk.press("page_streaming")
    assert seen == [(True, False, None)]
    assert window.pages.lab is not None


def test_the_list_in_about_is_made_beside(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from visualizer.shell.commands import about_window

    threads: list[object] = []
    monkeypatch.setattr(
        about_window, "everything_shipped", lambda: threads.append(current_thread()) or ()
    )
    desk.press("about")
    assert threads
    assert threads[0] is not main_thread()
