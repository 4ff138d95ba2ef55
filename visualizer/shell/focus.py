"""From pane to pane by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from visualizer.shell.focus_ring import FocusRing

if TYPE_CHECKING:
    from visualizer.shell.window import MainWindow


def move_focus(window: MainWindow, direction: int) -> None:
    """To the next pane (``direction`` 1) or the one before (-1), round and round."""
    page, sides = window.rooms.page, window.arrangement.sides
    panes: list[QWidget] = [window.header.menu_button]
    if page is not None:
        panes += page.panes
    else:
        panes += (
            window.source.editor,
            window.output.input_row.field,
            window.diagram.view,
            window.dock.variables.view,
            window.dock.calls.view,
            window.transport.slider,
        )
    there = [one for one in panes if one.isEnabled() and (one.isVisible() or sides.hides(one))]
    focus: QWidget | None = window.focusWidget()
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
    pane.setFocus()
    ring = window.findChild(FocusRing) or FocusRing(window)
    ring.show_about(pane, window.appearance.theme.colour("accent"))
