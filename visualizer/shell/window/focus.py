"""From pane to pane by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from visualizer.shell.window.focus_ring import FocusRing

if TYPE_CHECKING:
    from visualizer.shell.window.window import MainWindow


def move_focus(window: MainWindow, direction: int) -> None:
    """To the next pane (``direction`` 1) or the one before (-1), round and round.

    In a lesson to the next question that is open, first.
    """
    lesson = window.dock.lesson
    focus: QWidget | None = window.focusWidget()
    if direction > 0 and focus is not None and lesson.isAncestorOf(focus):
        question = lesson.open_card
        if question is not None and not question.isAncestorOf(focus):
            question.setFocus()
            return
    page, sides = window.rooms.page, window.arrangement.sides
    panes: list[QWidget] = [window.header.menu_button]
    if page is not None:
        panes += page.panes
    else:
        panes += (
            window.source.editor,
            window.output.input_row.field,
            window.diagram.view,
            window.dock.prediction,
            window.dock.lesson,
            window.dock.variables.view,
            window.dock.calls.view,
            window.transport.slider,
        )
    there = [one for one in panes if one.isEnabled() and (one.isVisible() or sides.hides(one))]
    at = next(
        (
            place
            for place, pane in enumerate(there)
            if focus is pane or (focus is not None and pane.isAncestorOf(focus))
        ),
        -1 if direction > 0 else 0,
    )
    pane = there[(at + direction) % len(there)]
    sides.bring_up(pane)
    question = lesson.open_card if pane is lesson else None
    (question or pane).setFocus()
    ring = window.findChild(FocusRing) or FocusRing(window)
    ring.show_about(pane, window.appearance.theme.colour("accent"))
